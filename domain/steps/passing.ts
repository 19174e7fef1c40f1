import { staged } from '../case/facts/passing.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import { answerers, notPassed } from '../case/passing.ts';
import { reject } from '../rejection.ts';
import { en, sentence, zh } from '../words/sentence.ts';
import type { Ending, StepKind } from './step-kind.ts';

export interface SignForMaterials {
  readonly type: 'signForMaterials';
  readonly stepId: string;
}

export interface MaterialsSignedFor {
  readonly type: 'MaterialsSignedFor';
  readonly stepId: string;
  readonly round: number;
  readonly count: number;
}

/** Who answers in the department has compared the materials with the list; never who passed them on. */
const signForMaterials: Ending<SignForMaterials, MaterialsSignedFor> = {
  title: { zh: '签收材料', en: 'Sign for the materials' },
  texts: {},
  people: {},
  holder: ({ world }) => answerers(world.plan),
  guard: ({ actor }, step) =>
    notPassed(step) ??
    (step?.passing?.by === actor.id
      ? reject('four-eyes', 'expected somebody else to sign for the materials, but the same person passed them on', {
          people: [actor.id],
        })
      : null),
  answer({ step: { passing }, today }, { stepId }) {
    if (passing === undefined)
      return reject('nothing-passed', 'expected materials to sign for, but none were passed on');
    const { round, items } = passing;
    return {
      facts: [{ type: 'MaterialsSignedFor', stepId, round, count: items.length }],
      outcome: 'signed',
      endedOn: today,
    };
  },
};

const materialsSignedFor: FactRecord<MaterialsSignedFor> = {
  title: { zh: '签收材料', en: 'Materials signed for' },
  reading: ({ count }) =>
    sentence({
      zh: zh`部门签收移交的材料 ${count} 项，与移交清单相符`,
      en: en`The department signed for the materials on the list: ${count}`,
    }),
  fold: (state, { stepId }) => staged(state, stepId, { stage: 'signed' }),
  tells: 'nobody',
};

/** 材料移交, where the department answers the application and not the window that took it in (domain.md 12.1.6). */
export const passing = {
  title: { zh: '材料移交', en: 'Passing to the department' },
  params: {},
  isFrame: true,
  isWatched: false,
  leaves: { always: ['signed'], drawn: [] },
  exclusionKinds: [],
  endings: { signForMaterials },
  facts: { MaterialsSignedFor: materialsSignedFor },
} as const satisfies StepKind<'passing'>;
