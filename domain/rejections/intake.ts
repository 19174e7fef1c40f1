import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 收件. */
export const intake = {
  'unknown-material': {
    because: 'content',
    title: { zh: '清单外的材料', en: 'Unknown material' },
    sentence: '材料不在该事项的材料清单中。',
  },
  'materials-missing': {
    because: 'state',
    title: { zh: '材料未收齐', en: 'Materials are missing' },
    sentence:
      '材料尚未收齐，还不能受理：请出具补正告知书，登记已收到的材料，并一次告知需要补正的全部内容。受理后，容缺后补的材料和视为受理时尚缺的必要材料收齐后才能准予许可。',
  },
  'nothing-to-receive': {
    because: 'state',
    title: { zh: '没有待补的材料', en: 'Nothing is still to come' },
    sentence: '容缺后补的材料已经收齐，没有需要补收的材料。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
