import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 更正 and 撤销, which may come after a case has ended. */
export const afterTheEnd = {
  'no-such-document': {
    because: 'content',
    title: { zh: '没有可以更正的文书', en: 'No document to correct' },
    sentence: '所选的办理记录没有产生可以更正的文书：送达回证、听证笔录、材料流转单等内部文书不用更正通知书更正。',
  },
  'nothing-corrected': {
    because: 'content',
    title: { zh: '更正前后的内容相同', en: 'Nothing is corrected' },
    sentence: '原文和更正后的内容相同，请写明哪里有误、应当如何表述。',
  },
  'nothing-to-revoke': {
    because: 'state',
    title: { zh: '没有可以撤销的许可', en: 'No permit to revoke' },
    sentence: '撤销的对象是已经准予并且送达的行政许可，该办件没有。',
  },
  'already-revoked': {
    because: 'state',
    title: { zh: '许可已经撤销', en: 'The permit was revoked before' },
    sentence: '该许可已经撤销，不能再次撤销。',
  },
  'revocation-proposed': {
    because: 'state',
    title: { zh: '已经报请撤销', en: 'A proposal waits already' },
    sentence: '已经报请撤销，请等待批准人决定。',
  },
  'no-revocation-proposed': {
    because: 'state',
    title: { zh: '没有待决定的撤销报请', en: 'No proposal to revoke' },
    sentence: '撤销许可由承办人报请、由批准人决定；现在没有待决定的报请。',
  },
  'no-revocation-to-serve': {
    because: 'state',
    title: { zh: '没有待送达的撤销决定', en: 'No revocation to serve' },
    sentence: '送达的是本机关作出的撤销决定；该办件没有撤销决定，或者已经登记送达。',
  },
  'revocation-day-invalid': {
    because: 'content',
    title: { zh: '撤销日期有误', en: 'The day of the revocation is not possible' },
    sentence: '上级行政机关撤销的日期不能早于作出许可决定的日期，也不能晚于今天。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
