import type { Said } from '../../words/said.ts';
import type { Block, FlowDefinition } from '../definition.ts';
import { framed, stepOf, toBeSet } from './frame.ts';
import type { Middle } from './frame.ts';

interface Pattern {
  readonly title: Said;
  readonly about: Said;
  readonly middle: Middle;
}

const review: Block = stepOf(
  { id: 'review', kind: 'review', title: '审查', by: 'caseOfficer', limit: toBeSet(3, '内部环节时限') },
  { done: '审查完毕' },
);
const audit: Block = stepOf(
  { id: 'audit', kind: 'review', title: '审核', by: 'reviewer', limit: toBeSet(2, '内部环节时限') },
  { approve: '建议准予', refuse: '建议不予' },
);
const siteInspection: Block = stepOf(
  {
    id: 'siteInspection',
    kind: 'siteInspection',
    title: '现场踏勘',
    by: 'siteInspector',
    limit: toBeSet(5, '内部环节时限'),
  },
  { qualified: '符合要求', failed: '不符合要求' },
);

/** Outside the promise alone: to stop the statutory limit, the department names the provision that demands it (XKF 45). */
const experts: Block = stepOf(
  {
    id: 'expertReview',
    kind: 'expertReview',
    title: '专家评审',
    by: 'caseOfficer',
    untimed: {
      promise: toBeSet(8, '待填写'),
      stops: ['promised'],
      exclusionBasis: { source: 'xkf45', kind: 'expertReview', cite: '行政许可法第四十五条' },
      approvedBy: 'deputyHead',
    },
  },
  { passed: '评审通过', failed: '评审未通过' },
);

/** 标准模板: the ways between acceptance and decision that most items go. */
export const standardPatterns = {
  frame: {
    title: { zh: '只有法定框架', en: 'The legal frame alone' },
    about: { zh: '收件、受理、审查、决定、制证、送达，其余自己画', en: 'From receipt to delivery with one review' },
    middle: { blocks: [review], promised: 20 },
  },
  onTheSpot: {
    title: { zh: '即办件', en: 'On the spot' },
    about: { zh: '窗口当场受理、当场决定，没有审查环节', en: 'Accepted and decided at the window at once' },
    middle: { blocks: [], promised: 1, decides: 'windowLead' },
  },
  reviewed: {
    title: { zh: '一般审批', en: 'Review and second review' },
    about: { zh: '经办人审查，另一人审核，再作决定', en: 'A review, a second one by another person, the decision' },
    middle: { blocks: [review, audit], promised: 10 },
  },
  inspected: {
    title: { zh: '现场踏勘和专家评审', en: 'Site inspection and experts' },
    about: {
      zh: '审查后两人以上现场踏勘，再组织专家评审（不计入承诺时限），然后审核、决定',
      en: 'A site inspection by two, experts outside the promise, a second review, the decision',
    },
    middle: { blocks: [review, siteInspection, experts, audit], promised: 12 },
  },
} as const satisfies Readonly<Record<string, Pattern>>;

export type PatternName = keyof typeof standardPatterns;

/** The flow of an item as a standard pattern draws it. */
export function flowByPattern(
  name: PatternName,
  item: { readonly code: string; readonly name: string },
): FlowDefinition {
  return framed(item, standardPatterns[name].middle);
}
