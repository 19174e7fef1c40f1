import type { Rung } from '../../../domain/flow/definition.ts';
import type { Role } from '../../../domain/people/roles.ts';
import { rootWith, sample, stepBlock, untimedPart, workdays } from './sample.ts';
import type { Examples } from './example.ts';
import { expertWith } from './untimed-examples.ts';

const { limits } = sample();
const xkf42 = '行政许可法第四十二条';
const xkf45 = '行政许可法第四十五条';
const late: Rung = { id: 'X1', clock: 'promised', at: { lapsed: true }, level: 'red', to: ['supervisor'] };

const heardBy = (by: Role) =>
  sample({
    body: rootWith({ expert: null }, [
      stepBlock('hearing', {
        kind: 'hearing',
        title: '听证',
        by,
        outcomes: [{ id: 'held', title: '已举行' }],
        untimed: untimedPart({
          exclusionBasis: { source: 'xkf45', kind: 'hearing', cite: xkf45 },
        }),
      }),
    ]),
  });

/** Failing examples of the codes about caps, citations, the calendar and who is told. */
export const lawExamples = {
  'citation-of-another-rank': {
    definition: expertWith({ exclusionBasis: { source: 'law', cite: '取水许可和水资源费征收管理条例第十九条第三款' } }),
    at: '/body/blocks/3/step/untimed/exclusionBasis/cite',
    words: '行政法规',
    passing: expertWith({
      exclusionBasis: { source: 'administrativeRegulation', cite: '取水许可和水资源费征收管理条例第十九条第三款' },
    }),
  },
  'citation-unknown': {
    definition: expertWith({ requiredBy: '专家论证规定（演示假定）' }),
    at: '/body/blocks/3/step/untimed/requiredBy',
    words: '演示假定',
    passing: expertWith({ requiredBy: '建设项目水资源论证管理办法第九条' }),
  },
  'clock-unwatched': {
    definition: sample({ ladder: sample().ladder.filter(({ clock }) => clock !== 'statutory') }),
    at: '/ladder',
    words: '法定时限',
    passing: sample(),
  },
  'extension-approver': {
    definition: sample({ limits: { ...limits, extension: { max: 10, approver: 'windowClerk', basis: xkf42 } } }),
    at: '/limits/extension/approver',
    words: '综合窗口受理员',
    passing: sample({ limits: { ...limits, extension: { max: 10, approver: 'deputyHead', basis: xkf42 } } }),
  },
  'extension-over-law': {
    definition: sample({ limits: { ...limits, extension: { max: 11, approver: 'agencyHead', basis: xkf42 } } }),
    at: '/limits/extension/max',
    words: '10 个工作日',
    passing: sample({ limits: { ...limits, extension: { max: 10, approver: 'agencyHead', basis: xkf42 } } }),
  },
  'notice-too-long': {
    definition: sample({ limits: { ...limits, notice: { ...workdays(10), unit: 'calendarDay' } } }),
    at: '/limits/notice/count',
    words: '例如自',
    passing: sample({ limits: { ...limits, notice: { ...workdays(4), unit: 'calendarDay' } } }),
  },
  'rung-never-fires': {
    definition: sample({ ladder: [...sample().ladder, { ...late, at: { before: 500 } }] }),
    at: '/ladder/7/at',
    words: 'X1',
    passing: sample({ ladder: [...sample().ladder, { ...late, at: { before: 5 } }] }),
  },
  'sector-limit-stopped': {
    definition: sample({
      limits: { ...limits, statutory: { ...workdays(45), basis: '取水许可和水资源费征收管理条例第十七条' } },
    }),
    at: '/body/blocks/3/cases/0/block/step/untimed/exclusionBasis/cite',
    words: '取水许可和水资源费征收管理条例',
    passing: sample({
      limits: { ...limits, statutory: { ...workdays(45), basis: '取水许可和水资源费征收管理条例第十七条' } },
      body: expertWith({
        exclusionBasis: {
          source: 'xkf45',
          kind: 'expertReview',
          cite: '行政许可法第四十五条、取水许可和水资源费征收管理条例第十九条第三款',
        },
      }).body,
    }),
  },
  'statutory-over-cap': {
    definition: sample({ limits: { ...limits, statutory: workdays(21) } }),
    at: '/limits/statutory/count',
    words: '20 个工作日',
    passing: sample({ limits: { ...limits, statutory: workdays(20) } }),
  },
  'delivery-too-long': {
    definition: sample({ limits: { ...limits, delivery: workdays(11) } }),
    at: '/limits/delivery/count',
    words: '11 个工作日',
    passing: sample({ limits: { ...limits, delivery: workdays(10) } }),
  },
  'hearing-by-reviewer': {
    definition: heardBy('caseOfficer'),
    at: '/body/blocks/3/step/by',
    words: '不得主持听证',
    passing: heardBy('hearingOfficer'),
  },
  'lapse-unannounced': {
    definition: sample({ ladder: sample().ladder.filter(({ at }) => !('before' in at)) }),
    at: '/ladder',
    words: '承诺时限届满以前没有预警',
    passing: sample(),
  },
  'step-unwatched': {
    definition: sample({ ladder: sample().ladder.filter(({ clock }) => clock !== 'step') }),
    at: '/ladder',
    words: '“审查”的环节时限超期时没有预警',
    passing: sample(),
  },
  'limit-beyond-calendar': {
    definition: sample({
      limits: { ...limits, extension: { max: 2600, approver: 'agencyHead', basis: '测绘法第二十八条' } },
    }),
    at: '/limits/extension/max',
    words: '2036-12-31',
    passing: sample({
      limits: { ...limits, extension: { max: 40, approver: 'agencyHead', basis: '测绘法第二十八条' } },
    }),
  },
} as const satisfies Examples;
