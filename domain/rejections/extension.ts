import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 延长审批. */
export const extension = {
  'extension-already-used': {
    because: 'state',
    title: { zh: '已经延长过', en: 'The extension is used' },
    sentence: '审批期限只能延长一次。',
  },
  'extension-not-requested': {
    because: 'state',
    title: { zh: '没有待批的延长申请', en: 'No extension is requested' },
    sentence: '没有等待批准的延长申请。',
  },
  'extension-not-foreseen': {
    because: 'state',
    title: { zh: '该事项不能延长审批', en: 'The limit of this item cannot be extended' },
    sentence: '该事项没有规定可以延长审批期限。',
  },
  'extension-before-acceptance': {
    because: 'state',
    title: { zh: '尚未受理，不能延长', en: 'Not accepted yet' },
    sentence: '办件尚未受理，审批期限还没有开始计算，不需要延长。',
  },
  'extension-after-decision': {
    because: 'state',
    title: { zh: '已作出决定，不能延长', en: 'Decided already' },
    sentence: '已经作出决定，审批期限已经结束，不能延长。',
  },
  'extension-over-cap': {
    because: 'content',
    title: { zh: '超过可延长的期限', en: 'Over the cap of the extension' },
    sentence: '申请延长的期限超过了该事项允许的上限。',
  },
  'extension-too-late': {
    because: 'state',
    title: { zh: '已过期限，不能延长', en: 'Too late to extend' },
    sentence: '延长应当在期限届满之前批准。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
