import type { CivilDate } from '../clock/civil-date.ts';
import { unchanged } from '../case/facts/fact-record.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import type { Digest } from '../case/marks.ts';
import { reject } from '../rejection.ts';
import { quoting } from '../words/sentence.ts';
import { finished } from './finished.ts';
import { unknownOutcome } from './rules.ts';
import type { Ending, StepKind } from './step-kind.ts';

export interface FinishAfterCheck {
  readonly type: 'finishAfterCheck';
  readonly stepId: string;
  readonly outcome: string;
  readonly heldOn: CivilDate;
  readonly findings: Digest;
}

export interface AfterCheckFinished {
  readonly type: 'AfterCheckFinished';
  readonly stepId: string;
  readonly outcome: string;
  readonly heldOn: CivilDate;
  readonly findings: Digest;
  /** The outcome is against the applicant: what was undertaken is not so. */
  readonly untrue?: true;
}

/** Looked at since the decision that rested on the undertaking; a day entered late ends its clock on the day it was held. */
const finishAfterCheck: Ending<FinishAfterCheck, AfterCheckFinished> = {
  title: { zh: '完成事后核查', en: 'Finish the check afterwards' },
  texts: { findings: 'words' },
  people: {},
  answer(context, { stepId, outcome, heldOn, findings }) {
    const refusal = unknownOutcome(context, outcome);
    if (refusal) return refusal;
    const { state, step, plan, today } = context;
    const from = state.decidedOn ?? step.openedOn;
    if (heldOn < from || heldOn > today) {
      const detail = `expected a day from ${from} to ${today}, but it was said to be held on ${heldOn}`;
      return reject('held-on-invalid', detail, { steps: [step.id] });
    }
    const untrue = plan.negative?.includes(outcome) === true && ({ untrue: true } as const);
    const fact = { type: 'AfterCheckFinished', stepId, outcome, heldOn, findings, ...untrue } as const;
    return { facts: [fact], outcome, endedOn: heldOn };
  },
};

const afterCheckFinished: FactRecord<AfterCheckFinished> = {
  title: { zh: '完成事后核查', en: 'Checked afterwards' },
  reading: (body, book) =>
    finished(book, body, {
      on: body.heldOn,
      said: [
        quoting({ zh: '核查情况', en: 'what was found' }, book.words(body.findings)),
        body.untrue === true ? { zh: '撤销许可须另案办理', en: 'revoking the permit is a matter of its own' } : null,
      ],
    }),
  fold: unchanged,
  tells: 'nobody',
};

/** 事后核查 of a permit that was granted on an undertaking (许可承诺, domain.md 4.5). */
export const afterCheck = {
  title: { zh: '事后核查', en: 'Check afterwards' },
  params: {},
  isFrame: true,
  isWatched: false,
  leaves: { always: [], drawn: 'any' },
  exclusionKinds: [],
  endings: { finishAfterCheck },
  facts: { AfterCheckFinished: afterCheckFinished },
} as const satisfies StepKind<'afterCheck'>;
