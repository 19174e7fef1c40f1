import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of any order on a step. */
export const steps = {
  'step-not-open': {
    because: 'state',
    title: { zh: '环节未开始或已结束', en: 'The step is not open' },
    sentence: '该环节尚未开始或者已经结束，请刷新办件后再办理。',
  },
  'wrong-step-kind': {
    because: 'state',
    title: { zh: '环节类型不符', en: 'The step is of another kind' },
    sentence: '此项操作不适用于该环节。',
  },
  'unknown-outcome': {
    because: 'content',
    title: { zh: '没有这个办理结果', en: 'Unknown outcome' },
    sentence: '该环节没有这个办理结果，请从列出的结果中选择。',
  },
  'held-on-invalid': {
    because: 'content',
    title: { zh: '举行日期有误', en: 'The day it was held is not possible' },
    sentence: '举行日期应当在环节启动之后，并且不晚于今天。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
