import type { CivilDate } from '../clock/civil-date.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import type { Digest, PersonId } from '../case/marks.ts';
import type { Naming } from '../people/directory.ts';
import { reject } from '../rejection.ts';
import { en, quoting, zh } from '../words/sentence.ts';
import { heldOutside, unknownOutcome } from './rules.ts';
import type { Ending, StepKind } from './step-kind.ts';
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
const reviewers = ({ state }: Naming) => state.handledBy;

/** Presided by somebody who did not review the case; its record stands behind the decision (XKF 48). */
const finishHearing: Ending<FinishHearing, HearingFinished> = {
  title: { zh: '完成听证', en: 'Finish the hearing' },
  texts: { record: 'words' },
  people: { presider: { roles: ['hearingOfficer'], recused: reviewers } },
  answer(context, { stepId, outcome, heldOn, presider, record }) {
    const refusal = unknownOutcome(context, outcome) ?? heldOutside(context, heldOn);
    if (refusal) return refusal;
    if (reviewers(context).includes(presider)) {
      return reject(
        'presider-is-reviewer',
        'expected a presiding officer who did not review the case (XKF 48), but this one did',
      );
    }
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

/** 听证 (XKF 45 to 48). */
export const hearing = {
  title: { zh: '听证', en: 'Hearing' },
  params: {},
  isFrame: false,
  isWatched: true,
  exclusionKinds: ['hearing'],
  endings: { finishHearing },
  facts: { HearingFinished: hearingFinished },
} as const satisfies StepKind<'hearing'>;
