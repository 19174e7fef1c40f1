import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 容缺受理. */
export const deferral = {
  'nothing-to-defer': {
    because: 'state',
    title: { zh: '没有可以容缺的材料', en: 'Nothing may come later' },
    sentence: '该事项没有未收到的容缺后补材料，或者已经登记容缺承诺、已经受理。',
  },
  'not-deferrable': {
    because: 'content',
    title: { zh: '不能容缺的材料', en: 'Not a material that may come later' },
    sentence: '只能选择办事指南列明可以容缺后补、尚未收到的材料。',
  },
  'undertaking-required': {
    because: 'state',
    title: { zh: '容缺材料没有承诺', en: 'An undertaking is required' },
    sentence: '容缺后补的材料尚未收到：请先登记申请人的书面承诺，或者收齐后再受理。',
  },
  'deferral-awaited': {
    because: 'state',
    title: { zh: '等待后补材料', en: 'Deferred materials may still come' },
    sentence: '容缺后补的材料尚未收齐，后补期限也未届满：收齐后或者期限届满后才能作出决定。',
  },
  'no-deferral-to-lapse': {
    because: 'state',
    title: { zh: '没有逾期未后补的情形', en: 'No undertaking to lapse' },
    sentence: '该办件没有待后补的材料，或者该事项没有规定逾期未后补视为撤回申请；未规定的，依法作出决定。',
  },
  'deferral-not-lapsed': {
    because: 'state',
    title: { zh: '后补期限未到', en: 'The time to supply later is not over' },
    sentence: '容缺后补期限尚未届满，不能按逾期未后补处理。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
