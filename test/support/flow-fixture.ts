import { onOutcome } from '../../domain/flow/blocks.ts';
import { defaultLadder } from '../../domain/flow/ladder.ts';
import type { Block, FlowDefinition, LimitRule, StepWithout } from '../../domain/flow/definition.ts';

const days = (count: number): LimitRule => ({
  count,
  unit: 'workday',
  basis: '测试依据',
  unitFrom: '测试',
  assumption: true,
});
const step = (it: StepWithout<'title' | 'outcomes'> & { outcomes: string[] }): Block => ({
  type: 'step',
  step: {
    ...it,
    title: it.id,
    outcomes: it.outcomes.map((id) => ({ id, title: id, ...(id === 'fail' && { negative: true }) })),
  },
});

const expertReview = step({
  id: 'experts',
  kind: 'expertReview',
  by: 'caseOfficer',
  outcomes: ['pass', 'fail'],
  params: { minPeople: 3 },
  untimed: {
    promise: days(10),
    stops: ['statutory', 'promised'],
    exclusionBasis: { source: 'xkf45', kind: 'expertReview', cite: '行政许可法第四十五条' },
    requiredBy: '测试条例第九条',
    approvedBy: 'sectionChief',
  },
});
const siteInspection = step({
  id: 'site',
  kind: 'siteInspection',
  by: 'siteInspector',
  outcomes: ['pass', 'fail'],
  untimed: { promise: days(5), stops: ['promised'], approvedBy: 'sectionChief' },
});
const hearing = step({
  id: 'hearing',
  kind: 'hearing',
  by: 'hearingOfficer',
  outcomes: ['held', 'waived'],
  untimed: {
    promise: days(20),
    stops: ['statutory', 'promised'],
    exclusionBasis: { source: 'xkf45', kind: 'hearing', cite: '行政许可法第四十五条' },
    requiredBy: '行政许可法第四十七条',
    approvedBy: 'deputyHead',
  },
});

const afterCheck = step({ id: 'afterCheck', kind: 'afterCheck', by: 'caseOfficer', outcomes: ['kept', 'fail'] });

/** What is looked at before the decision, unless the applicant's undertaking stands for it. */
const examination: Block = {
  type: 'sequence',
  blocks: [
    step({ id: 'review', kind: 'review', by: 'caseOfficer', outcomes: ['pass', 'hearing', 'plain'], limit: days(4) }),
    {
      type: 'choice',
      id: 'how',
      on: { outcomeOf: 'review' },
      cases: [
        { label: 'pass', block: { type: 'parallel', id: 'both', branches: [expertReview, siteInspection] } },
        { label: 'hearing', block: hearing },
      ],
      otherwise: null,
    },
  ],
};

const itemCode = '11210100MB0000086J3210199901000';

/** A flow with every step kind: 20 working days by law, 15 promised, experts and inspection in parallel, a hearing by choice. */
export const testFlow: FlowDefinition = {
  itemCode,
  title: '测试事项',
  limits: {
    notice: days(5),
    supplement: { ...days(10), lapse: '测试条例第七条' },
    deferral: { ...days(10), lapse: '测试条例第八条' },
    statutory: days(20),
    promised: days(15),
    delivery: days(10),
    afterCheck: days(20),
    extension: { max: 10, approver: 'agencyHead', basis: '行政许可法第四十二条' },
  },
  limitBranches: [],
  form: [],
  materials: [
    { id: 'form', title: '申请书', need: 'necessary', source: 'applicant' },
    {
      id: 'plan',
      title: '平面图',
      need: 'necessary',
      source: 'applicant',
      replaceable: '测试条例第十条',
      reuse: { months: 12 },
    },
    { id: 'extra', title: '补充说明', need: 'optional', source: 'applicant', reuse: { certificateOf: [itemCode] } },
    { id: 'proof', title: '资信证明', need: 'deferrable', source: 'applicant' },
  ],
  body: {
    type: 'sequence',
    blocks: [
      step({ id: 'intake', kind: 'intake', by: 'windowClerk', outcomes: ['received'] }),
      step({
        id: 'acceptance',
        kind: 'acceptance',
        by: 'windowClerk',
        outcomes: ['accepted', 'undertaken', 'notNeeded', 'notCompetent'],
      }),
      {
        type: 'choice',
        id: 'direct',
        on: { outcomeOf: 'acceptance' },
        cases: [{ label: 'accepted', block: examination }],
        otherwise: null,
      },
      step({ id: 'decision', kind: 'decision', by: 'approver', outcomes: ['grant', 'refuse'] }),
      {
        type: 'choice',
        id: 'granted',
        on: { outcomeOf: 'decision' },
        cases: [
          {
            label: 'grant',
            block: step({ id: 'certificate', kind: 'certificate', by: 'certificateClerk', outcomes: ['issued'] }),
          },
        ],
        otherwise: null,
      },
      step({ id: 'delivery', kind: 'delivery', by: 'certificateClerk', outcomes: ['delivered'] }),
      onOutcome('again', 'decision', 'grant', onOutcome('watched', 'acceptance', 'undertaken', afterCheck)),
    ],
  },
  ladder: defaultLadder,
};
