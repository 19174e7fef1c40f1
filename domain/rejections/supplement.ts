import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 补正. */
export const supplement = {
  'supplement-waiting': {
    because: 'state',
    title: { zh: '补正尚未完毕', en: 'A supplement is awaited' },
    sentence: '已经出具补正告知书，申请人尚未声明补正完毕，现在不能再次出具。',
  },
  'no-supplement-awaited': {
    because: 'state',
    title: { zh: '没有待补正的内容', en: 'No supplement is awaited' },
    sentence: '该办件没有等待申请人补正的告知书。',
  },
  'material-shared': {
    because: 'content',
    title: { zh: '由政务数据共享获取的材料', en: 'Had from shared data' },
    sentence: '该材料由政务数据共享获取，不得要求申请人提供（国务院关于在线政务服务的若干规定第七条）。',
  },
  'supplement-list-invalid': {
    because: 'content',
    title: { zh: '补正内容有误', en: 'The list of the notice is not possible' },
    sentence: '补正告知书至少写明一项，每项只列一次并写明如何补正；已收到的材料列为需更正，未收到的列为需补交。',
  },
  'supplement-new-item': {
    because: 'content',
    title: { zh: '超出首次告知的内容', en: 'Not named by the first notice' },
    sentence:
      '行政许可法第三十二条第一款第（四）项要求一次告知需要补正的全部内容：再次告知只能列首次告知过而未补交、或者补交后仍不符合法定形式的内容。',
  },
  'supplement-day-invalid': {
    because: 'content',
    title: { zh: '日期有误', en: 'The day is not possible' },
    sentence: '日期不能早于收到申请（补正告知或者补正材料）之日，也不能晚于今天。',
  },
  'supplement-evidence-required': {
    because: 'content',
    title: { zh: '未填写凭证', en: 'Proof is required' },
    sentence: '补录以前送达的告知书，应当填写送达凭证；补录以前收到的补正材料或者声明，应当填写依据。',
  },
  'supplement-too-late': {
    because: 'content',
    title: { zh: '告知已逾期', en: 'The notice came too late' },
    sentence: '补正告知书的送达日期晚于受理告知期限，不能再要求补正。',
  },
  'supplement-not-asked': {
    because: 'content',
    title: { zh: '不在补正内容中', en: 'Not asked for' },
    sentence: '请选择补正告知书所列、尚未收到的内容。',
  },
  'supplement-outstanding': {
    because: 'state',
    title: { zh: '补正尚未收齐', en: 'The supplement is not complete' },
    sentence: '补正告知书所列内容尚未收齐，收齐后才能受理。',
  },
  'supplement-not-lapsed': {
    because: 'state',
    title: { zh: '补正期限未到', en: 'The time to supply is not over' },
    sentence: '补正期限尚未届满，不能按逾期未补正处理。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
