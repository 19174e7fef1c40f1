import type { Rung } from '../../../domain/flow/definition.ts';
import { sample, workdays } from './sample.ts';
import type { Example } from './untimed-examples.ts';
import { expertWith } from './untimed-examples.ts';

const { limits } = sample();
const xkf42 = '行政许可法第四十二条';
const late: Rung = { id: 'X1', clock: 'promised', at: { lapsed: true }, level: 'red', to: ['supervisor'] };

/** Failing examples of the codes about caps, citations, the calendar and who is told. */
export const lawExamples = {
  'citation-of-another-rank': {
    definition: expertWith({ exclusionBasis: { source: 'law', cite: '取水许可和水资源费征收管理条例第十九条第三款' } }),
    at: '/body/blocks/3/step/untimed/exclusionBasis/cite',
    words: '行政法规',
  },
  'citation-unknown': {
    definition: expertWith({ requiredBy: '专家论证规定（演示假定）' }),
    at: '/body/blocks/3/step/untimed/requiredBy',
    words: '演示假定',
  },
  'clock-unwatched': {
    definition: sample({ ladder: sample().ladder.filter(({ clock }) => clock !== 'statutory') }),
    at: '/ladder',
    words: '法定时限',
  },
  'extension-approver': {
    definition: sample({ limits: { ...limits, extension: { max: 10, approver: 'windowClerk', basis: xkf42 } } }),
    at: '/limits/extension/approver',
    words: '综合窗口受理员',
  },
  'extension-over-law': {
    definition: sample({ limits: { ...limits, extension: { max: 11, approver: 'agencyHead', basis: xkf42 } } }),
    at: '/limits/extension/max',
    words: '10 个工作日',
  },
  'notice-too-long': {
    definition: sample({ limits: { ...limits, notice: { ...workdays(10), unit: 'calendarDay' } } }),
    at: '/limits/notice/count',
    words: '例如自',
  },
  'rung-never-fires': {
    definition: sample({ ladder: [...sample().ladder, { ...late, at: { before: 500 } }] }),
    at: '/ladder/5/at',
    words: 'X1',
  },
  'sector-limit-stopped': {
    definition: sample({
      limits: { ...limits, statutory: { ...workdays(45), basis: '取水许可和水资源费征收管理条例第十七条' } },
    }),
    at: '/body/blocks/3/cases/0/block/step/untimed/exclusionBasis/cite',
    words: '取水许可和水资源费征收管理条例',
  },
  'statutory-over-cap': {
    definition: sample({ limits: { ...limits, statutory: workdays(21) } }),
    at: '/limits/statutory/count',
    words: '20 个工作日',
  },
  'delivery-too-long': {
    definition: sample({ limits: { ...limits, delivery: workdays(11) } }),
    at: '/limits/delivery/count',
    words: '11 个工作日',
  },
  'limit-beyond-calendar': {
    definition: sample({
      limits: { ...limits, extension: { max: 2600, approver: 'agencyHead', basis: '测绘法第二十八条' } },
    }),
    at: '/limits/extension/max',
    words: '2036-12-31',
  },
} as const satisfies Readonly<Record<string, Example>>;
