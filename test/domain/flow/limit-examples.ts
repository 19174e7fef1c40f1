import type { Examples } from './example.ts';
import { expertWith } from './untimed-examples.ts';
import { rootWith, sample, stepBlock, workdays } from './sample.ts';

const { limits } = sample();
const title = '示例许可（修订）';
const checkedIn = (unit: 'calendarDay' | 'workday') =>
  sample({ body: rootWith({}, [stepBlock('check', { title: '复核', limit: { ...workdays(2), unit } })]) });

/** The codes about numbers, units, sums, and the version in force. */
export const limitExamples = {
  'guide-differs': {
    definition: sample({ limits: { ...limits, statutory: workdays(18) } }),
    guide: { statutoryLimitNote: '自受理之日起 20 个工作日' },
    at: '/limits/statutory',
    words: '办事指南的法定办结时限说明写有“20 个工作日”',
    passing: sample(),
  },
  'item-code-changed': {
    definition: sample({ itemCode: '11210100MB0000086J3000119002000' }),
    previous: sample(),
    at: '/itemCode',
    words: '11210100MB0000086J3000119001000',
    passing: sample({ title }),
  },
  'limit-invalid': {
    definition: sample({ limits: { ...limits, promised: workdays(7.5) } }),
    at: '/limits/promised/count',
    words: '承诺时限',
    passing: sample({ limits: { ...limits, promised: workdays(8) } }),
  },
  'limit-without-basis': {
    definition: sample({ limits: { ...limits, statutory: { ...workdays(20), basis: '' } } }),
    at: '/limits/statutory',
    words: '法定时限',
    passing: sample(),
  },
  'mixed-units': {
    definition: checkedIn('calendarDay'),
    at: '/limits/promised',
    words: '复核 2 日（自然日）',
    passing: checkedIn('workday'),
  },
  'nothing-changed': {
    definition: sample(),
    previous: sample(),
    at: '',
    words: '没有任何区别',
    passing: sample({ title }),
  },
  'plan-too-big': {
    definition: sample({ body: rootWith({}, manySteps(120)) }),
    at: '/body',
    words: '字节',
    passing: sample({ body: rootWith({}, manySteps(59)) }),
  },
  'promise-longer': {
    definition: sample(),
    previous: sample({ limits: { ...limits, promised: workdays(8) } }),
    at: '/limits/promised/count',
    words: '由 8 个工作日延长为 10 个工作日',
    passing: sample({ title, limits: { ...limits, promised: workdays(8) } }),
  },
  'promise-over-statutory': {
    definition: sample({ limits: { ...limits, promised: workdays(21) } }),
    at: '/limits/promised/count',
    words: '超过法定时限 20 个工作日',
    passing: sample({ limits: { ...limits, promised: workdays(20) } }),
  },
  'promised-notice-over-notice': {
    definition: sample({ limits: { ...limits, promisedNotice: workdays(6) } }),
    at: '/limits/promisedNotice/count',
    words: '承诺告知时限 6 个工作日超过受理告知时限 5 个工作日',
    passing: sample({ limits: { ...limits, promisedNotice: workdays(5) } }),
  },
  'steps-exceed-promise': {
    definition: sample({ limits: { ...limits, promised: workdays(4) } }),
    at: '/limits/promised',
    words: '5 个工作日（审查 3 + 决定 2），超过承诺时限 4 个工作日',
    passing: sample({ limits: { ...limits, promised: workdays(5) } }),
  },
  'steps-exceed-statutory': {
    definition: expertWith({ promise: workdays(16), stops: ['promised'] }),
    at: '/limits/statutory',
    words: '21 个工作日（审查 3 + 专家评审 16 + 决定 2），超过法定时限 20 个工作日',
    passing: expertWith({ promise: workdays(15), stops: ['promised'] }),
  },
} as const satisfies Examples;

function manySteps(count: number) {
  return Array.from({ length: count }, (_, i) => stepBlock(`longNamedReviewStepNumber${i}`));
}
