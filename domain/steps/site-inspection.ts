import type { CivilDate } from '../clock/civil-date.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import { checkedFacts } from '../case/facts/handled.ts';
import type { Digest, PersonId } from '../case/marks.ts';
import { reject } from '../rejection.ts';
import { en, listed, quoting, zh } from '../words/sentence.ts';
import { heldOutside, unknownOutcome } from './rules.ts';
import type { StepParams } from './params.ts';
import type { Ending, StepKind } from './step-kind.ts';
import { finished } from './finished.ts';

export interface FinishInspection {
  readonly type: 'finishInspection';
  readonly stepId: string;
  readonly outcome: string;
  readonly heldOn: CivilDate;
  readonly inspectors: readonly PersonId[];
  readonly findings: Digest;
}

export interface InspectionFinished {
  readonly type: 'InspectionFinished';
  readonly stepId: string;
  readonly outcome: string;
  readonly heldOn: CivilDate;
  readonly inspectors: readonly PersonId[];
  readonly findings: Digest;
}

/** Two or more officers (XKF 34); a day entered late ends its clocks on the day it was held. */
const finishInspection: Ending<FinishInspection, InspectionFinished, StepParams['siteInspection']> = {
  title: { zh: '完成现场踏勘', en: 'Finish the inspection' },
  texts: { findings: 'words' },
  people: { inspectors: { roles: ['siteInspector', 'caseOfficer', 'reviewer'] } },
  answer(context, { stepId, outcome, heldOn, inspectors, findings }) {
    const refusal = unknownOutcome(context, outcome) ?? heldOutside(context, heldOn);
    if (refusal) return refusal;
    const least = Math.max(2, context.params.minPeople);
    const count = new Set(inspectors).size;
    if (count < least) {
      return reject('inspectors-too-few', `expected at least ${least} different inspectors (XKF 34), but got ${count}`);
    }
    const fact = { type: 'InspectionFinished', stepId, outcome, heldOn, inspectors, findings } as const;
    return { facts: [fact], outcome, endedOn: heldOn };
  },
};

/** Who checked the facts has reviewed the case (XKF 34, 48). */
const inspectionFinished: FactRecord<InspectionFinished> = {
  title: { zh: '完成现场踏勘', en: 'Inspection finished' },
  reading: (body, book) => {
    const people = listed(body.inspectors.map((id) => book.person(id)));
    return finished(book, body, {
      on: body.heldOn,
      said: [
        { zh: zh`勘验人员：${people}`, en: en`inspectors: ${people}` },
        quoting({ zh: '勘验情况', en: 'what was found' }, book.words(body.findings)),
      ],
    });
  },
  fold: (state, { inspectors }) => checkedFacts(state, inspectors),
  tells: 'nobody',
};

/** 现场踏勘: no procedure of XKF 45 (domain.md 1.2). */
export const siteInspection = {
  title: { zh: '现场踏勘', en: 'Site inspection' },
  params: {
    minPeople: {
      title: { zh: '最少人数', en: 'Least number of people' },
      least: 2,
      most: 50,
      basis: '现场核查两人以上，行政许可法第三十四条',
    },
  },
  isFrame: false,
  isWatched: true,
  leaves: { always: [], drawn: 'any' },
  exclusionKinds: [],
  endings: { finishInspection },
  facts: { InspectionFinished: inspectionFinished },
} as const satisfies StepKind<'siteInspection'>;
