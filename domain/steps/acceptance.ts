import type { CivilDate } from '../clock/civil-date.ts';
import { answeredOn, provedBy } from '../case/answered-on.ts';
import type { EnteredLate } from '../case/answered-on.ts';
import { unchanged } from '../case/facts/fact-record.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import type { Digest } from '../case/marks.ts';
import { undertakingBars } from '../case/deferral.ts';
import { identityBars } from '../case/identity.ts';
import { answeredInTime, silenceOpen } from '../case/silent.ts';
import type { CaseState } from '../case/state.ts';
import { arrivedOn, supplementBars } from '../case/supplement.ts';
import { sayDay } from '../words/day.ts';
import { en, numbered, sentence, zh } from '../words/sentence.ts';
import type { Ending, StepKind } from './step-kind.ts';
import { acceptanceRefused, answerNotNeeded, permitNotNeeded, refuseAcceptance } from './turned-down.ts';
import { acceptUndertaking, acceptedOnUndertaking } from './undertaken.ts';

export interface Accept extends EnteredLate {
  readonly type: 'accept';
  readonly stepId: string;
  readonly documentNo: string;
}

/** `on`: the day of acceptance; proved where it was given on paper and entered later. */
export interface CaseAccepted {
  readonly type: 'CaseAccepted';
  readonly stepId: string;
  readonly documentNo: string;
  readonly on: CivilDate;
  readonly evidence?: Digest;
}

/** Acceptance once all that was asked for is there: from the day of its last arrival (XKF 32(1)(5)), whenever the notice is written. */
export interface AcceptedAfterSupplement {
  readonly type: 'AcceptedAfterSupplement';
  readonly stepId: string;
  readonly documentNo: string;
  readonly on: CivilDate;
  readonly acceptedOn: CivilDate;
  readonly evidence?: Digest;
}

/** The notice of acceptance after silence had accepted: it bears its true date `on` and says from when the case is accepted. */
export interface AcceptanceNoticeIssued {
  readonly type: 'AcceptanceNoticeIssued';
  readonly stepId: string;
  readonly documentNo: string;
  readonly on: CivilDate;
  readonly acceptedOn: CivilDate;
}

/**
 * 受理, today or on the earlier day on which the notice was served; or the written proof of it (XKF 32(2)) where silence accepted before:
 * then no clock begins anew.
 */
const accept: Ending<Accept, CaseAccepted | AcceptedAfterSupplement | AcceptanceNoticeIssued> = {
  title: { zh: '受理', en: 'Accept' },
  texts: { evidence: 'words' },
  people: {},
  // Who supplied after the limit cannot have been accepted within it.
  guard: (desk) => {
    const { state } = desk;
    if (state.acceptedOn !== null) return null;
    return (
      silenceOpen(state, arrivedOn(state)) ?? identityBars(state) ?? supplementBars(state) ?? undertakingBars(desk)
    );
  },
  answer({ today, state }, { stepId, documentNo, ...late }) {
    const on = answeredOn({ today, state }, arrivedOn(state), late);
    if (typeof on === 'object') return on;
    const { evidence } = late;
    const fact = acceptanceFact(state, { stepId, documentNo, on, ...(evidence !== undefined && { evidence }) });
    return { facts: [fact], outcome: 'accepted', endedOn: on };
  },
};

function acceptanceFact(
  state: CaseState,
  answer: Omit<CaseAccepted, 'type'>,
): CaseAccepted | AcceptedAfterSupplement | AcceptanceNoticeIssued {
  const { acceptedOn, supplement } = state;
  if (acceptedOn !== null) {
    const { stepId, documentNo, on } = answer;
    return { type: 'AcceptanceNoticeIssued', stepId, documentNo, on, acceptedOn };
  }
  if (supplement === undefined) return { type: 'CaseAccepted', ...answer };
  return { type: 'AcceptedAfterSupplement', ...answer, acceptedOn: arrivedOn(state) };
}

const acceptedAfterSupplement: FactRecord<AcceptedAfterSupplement> = {
  title: { zh: '补正后受理', en: 'Accepted after a supplement' },
  reading: ({ documentNo, on, acceptedOn, ...late }, book) => {
    const [day, from] = [sayDay(on), sayDay(acceptedOn)];
    return sentence(
      { zh: zh`${day}予以受理，出具受理通知书`, en: en`Accepted the application on ${day}` },
      {
        zh: zh`受理日期为补正材料收齐之日（${from}）`,
        en: en`it counts from the day on which the last of what was asked for arrived, ${from}`,
      },
      numbered(documentNo),
      provedBy(late, book),
    );
  },
  fold: (state, { acceptedOn }) => ({ ...answeredInTime(state), acceptedOn }),
  tells: 'nobody',
};

const caseAccepted: FactRecord<CaseAccepted> = {
  title: { zh: '受理', en: 'Accepted' },
  reading: ({ documentNo, on, ...late }, book) => {
    const day = sayDay(on);
    return sentence(
      { zh: zh`${day}予以受理，出具受理通知书`, en: en`Accepted the application on ${day}` },
      numbered(documentNo),
      provedBy(late, book),
    );
  },
  fold: (state, { on }) => ({ ...answeredInTime(state), acceptedOn: on }),
  tells: 'nobody',
};

const acceptanceNoticeIssued: FactRecord<AcceptanceNoticeIssued> = {
  title: { zh: '补发受理通知书', en: 'Late notice of acceptance' },
  reading: ({ documentNo, on, acceptedOn }) => {
    const [day, from] = [sayDay(on), sayDay(acceptedOn)];
    return sentence(
      { zh: zh`${day}补发受理通知书`, en: en`Issued the notice of acceptance on ${day}` },
      {
        zh: zh`因逾期未告知，受理日期为${from}`,
        en: en`not answered in time, the case is accepted from ${from}`,
      },
      numbered(documentNo),
    );
  },
  fold: unchanged,
  tells: 'nobody',
};

/** 受理, 不予受理 or 不受理: a written, numbered answer each way (XKF 32). */
export const acceptance = {
  title: { zh: '受理', en: 'Acceptance' },
  params: {},
  isFrame: true,
  isWatched: false,
  leaves: { always: ['accepted'], drawn: ['undertaken'] },
  exclusionKinds: [],
  endings: { accept, acceptUndertaking, refuseAcceptance, answerNotNeeded },
  facts: {
    CaseAccepted: caseAccepted,
    AcceptedAfterSupplement: acceptedAfterSupplement,
    AcceptanceNoticeIssued: acceptanceNoticeIssued,
    AcceptedOnUndertaking: acceptedOnUndertaking,
    AcceptanceRefused: acceptanceRefused,
    PermitNotNeeded: permitNotNeeded,
  },
} as const satisfies StepKind<'acceptance'>;
