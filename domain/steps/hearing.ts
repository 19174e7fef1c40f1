import type { StepState } from '../case/state.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import { unchanged } from '../case/facts/fact-record.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import type { Desk } from '../case/desk.ts';
import type { Digest, PersonId } from '../case/marks.ts';
import type { Naming } from '../people/directory.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import { sayDay } from '../words/day.ts';
import { en, labels, quoting, sentence, zh } from '../words/sentence.ts';
import { heldOutside, unknownOutcome } from './rules.ts';
import type { Ending, StepContext, StepKind } from './step-kind.ts';
import { finished } from './finished.ts';

export interface FinishHearing {
  readonly type: 'finishHearing';
  readonly stepId: string;
  readonly outcome: string;
  readonly heldOn: CivilDate;
  readonly presider: PersonId;
  readonly record: Digest;
}

export interface HearingFinished {
  readonly type: 'HearingFinished';
  readonly stepId: string;
  readonly outcome: string;
  readonly heldOn: CivilDate;
  readonly presider: PersonId;
  readonly record: Digest;
}

/** Who reviewed the case or checked its facts does not preside (XKF 48). */
export const reviewers = ({ state }: Naming): readonly PersonId[] => state.handledBy;

/** Refuses a presider among those who reviewed the case. */
export function byReviewer(reviewedBy: readonly PersonId[], presider: PersonId): Rejection | null {
  if (!reviewedBy.includes(presider)) return null;
  const detail = 'expected a presiding officer who did not review the case (XKF 48), but this one did';
  return reject('presider-is-reviewer', detail, { people: [presider] });
}

/** What was called for a later day is not over yet. */
function stillToCome({ today }: Desk, step: StepState | null): Rejection | null {
  const on = step?.hearing?.called?.on;
  if (on === undefined || on <= today) return null;
  return reject('hearing-still-to-come', `expected a hearing whose day has come, but it is called for ${on}`);
}

/** A hearing that was called is held then or later, and presided by who was told of (XKF 48): a change is told of by another call. */
function notAsCalled({ step }: StepContext<object>, heldOn: CivilDate, presider: PersonId): Rejection | null {
  const called = step.hearing?.called;
  if (called === undefined || (heldOn >= called.on && presider === called.presider)) return null;
  return reject(
    'hearing-not-as-called',
    `expected a hearing on ${called.on} or later under who was told of, but it was not`,
    {
      steps: [step.id],
    },
  );
}

/** The outcome of a hearing that is waived: known by law, whether the flow draws it or not. */
const waived = 'waived';

/** From these rules on a waived hearing is an act of its own: nobody presided it and there is no record. */
const waivesApart = 4;

/** Presided by somebody who did not review the case; its record stands behind the decision (XKF 48). */
const finishHearing: Ending<FinishHearing, HearingFinished> = {
  title: { zh: '完成听证', en: 'Finish the hearing' },
  texts: { record: 'words' },
  people: { presider: { roles: ['hearingOfficer'], recused: reviewers } },
  guard: stillToCome,
  answer(context, { stepId, outcome, heldOn, presider, record }) {
    const refusal = unknownOutcome(context, outcome) ?? heldOutside(context, heldOn);
    if (refusal) return refusal;
    if (outcome === waived && context.state.rules >= waivesApart) {
      return reject('hearing-not-held', 'expected a hearing that was held, but the applicant waived it');
    }
    const unfit = byReviewer(reviewers(context), presider) ?? notAsCalled(context, heldOn, presider);
    if (unfit) return unfit;
    if (record === '') {
      return reject('hearing-record-required', 'expected the record of the hearing (XKF 48), but it is empty');
    }
    const fact = { type: 'HearingFinished', stepId, outcome, heldOn, presider, record } as const;
    return { facts: [fact], outcome, endedOn: heldOn };
  },
};

const hearingFinished: FactRecord<HearingFinished> = {
  title: { zh: '完成听证', en: 'Hearing finished' },
  reading: (body, book) => {
    const person = book.person(body.presider);
    return finished(book, body, {
      on: body.heldOn,
      said: [
        { zh: zh`听证主持人：${person}`, en: en`presided by ${person}` },
        quoting({ zh: '听证笔录', en: 'record' }, book.words(body.record)),
      ],
    });
  },
  fold: (state, { presider }) => ({ ...state, presidedBy: [...state.presidedBy, presider] }),
  tells: 'nobody',
};

export interface WaiveHearing {
  readonly type: 'waiveHearing';
  readonly stepId: string;
  readonly waivedOn: CivilDate;
  readonly statement: Digest;
}

export interface HearingWaived {
  readonly type: 'HearingWaived';
  readonly stepId: string;
  readonly waivedOn: CivilDate;
  readonly statement: Digest;
}

/** 放弃听证: who has the right to it gives it up, before or after it was called. A day entered late keeps its date. */
const waiveHearing: Ending<WaiveHearing, HearingWaived> = {
  title: { zh: '放弃听证', en: 'Enter that the hearing is waived' },
  texts: { statement: 'words' },
  people: {},
  inAnyPhase: true,
  answer(context, { stepId, waivedOn, statement }) {
    const refusal = heldOutside(context, waivedOn);
    if (refusal) return refusal;
    return { facts: [{ type: 'HearingWaived', stepId, waivedOn, statement }], outcome: waived, endedOn: waivedOn };
  },
};

const hearingWaived: FactRecord<HearingWaived> = {
  title: { zh: '放弃听证', en: 'Hearing waived' },
  reading: ({ stepId, waivedOn, statement }, book) => {
    const [step, day] = [book.step(stepId), sayDay(waivedOn)];
    return sentence(
      {
        zh: zh`${day}当事人放弃听证，${step}不再举行`,
        en: en`The hearing ${step} was waived on ${day} and is not held`,
      },
      quoting(labels.statement, book.words(statement)),
    );
  },
  fold: unchanged,
  tells: 'nobody',
};

/** 听证 (XKF 45 to 48). */
export const hearing = {
  title: { zh: '听证', en: 'Hearing' },
  params: {},
  isFrame: false,
  isWatched: true,
  leaves: { always: [waived], drawn: 'any' },
  exclusionKinds: ['hearing'],
  endings: { finishHearing, waiveHearing },
  facts: { HearingFinished: hearingFinished, HearingWaived: hearingWaived },
} as const satisfies StepKind<'hearing'>;
