import type { CivilDate } from '../clock/civil-date.ts';
import { caseResults } from '../case/filing.ts';
import { unchanged } from '../case/facts/fact-record.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import type { Digest } from '../case/marks.ts';
import { silenceBars, silenceOpen } from '../case/silent.ts';
import type { CaseState } from '../case/state.ts';
import { arrivedOn, supplementBars } from '../case/supplement.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import { sayDay } from '../words/day.ts';
import { en, labels, numbered, quoting, sentence, zh } from '../words/sentence.ts';
import type { Ending, StepContext, StepKind } from './step-kind.ts';

export interface Accept {
  readonly type: 'accept';
  readonly stepId: string;
  readonly documentNo: string;
}

export interface CaseAccepted {
  readonly type: 'CaseAccepted';
  readonly stepId: string;
  readonly documentNo: string;
  readonly on: CivilDate;
}

/** The notice of acceptance after silence had accepted: it bears its true date `on` and says from when the case is accepted. */
export interface AcceptanceNoticeIssued {
  readonly type: 'AcceptanceNoticeIssued';
  readonly stepId: string;
  readonly documentNo: string;
  readonly on: CivilDate;
  readonly acceptedOn: CivilDate;
}

/** Acceptance once all that was asked for is there: from the day of its last arrival (XKF 32(1)(5)), whenever the notice is written. */
export interface AcceptedAfterSupplement {
  readonly type: 'AcceptedAfterSupplement';
  readonly stepId: string;
  readonly documentNo: string;
  readonly on: CivilDate;
  readonly acceptedOn: CivilDate;
}

/** 受理, today; or the written proof of it (XKF 32(2)) where silence accepted before: then no clock begins anew. */
const accept: Ending<Accept, CaseAccepted | AcceptedAfterSupplement | AcceptanceNoticeIssued> = {
  title: { zh: '受理', en: 'Accept' },
  texts: {},
  people: {},
  guard: ({ state }) => silenceOpen(state) ?? (state.acceptedOn === null ? supplementBars(state) : null),
  answer({ today, state }, { stepId, documentNo }) {
    const answer = { stepId, documentNo, on: today };
    const fact = acceptanceFact(state, answer);
    return { facts: [fact], outcome: 'accepted', endedOn: today };
  },
};

function acceptanceFact(
  state: CaseState,
  answer: Omit<CaseAccepted, 'type'>,
): CaseAccepted | AcceptedAfterSupplement | AcceptanceNoticeIssued {
  const { acceptedOn, supplement } = state;
  if (acceptedOn !== null) return { type: 'AcceptanceNoticeIssued', ...answer, acceptedOn };
  if (supplement === undefined) return { type: 'CaseAccepted', ...answer };
  return { type: 'AcceptedAfterSupplement', ...answer, acceptedOn: arrivedOn(state) };
}

const acceptedAfterSupplement: FactRecord<AcceptedAfterSupplement> = {
  title: { zh: '补正后受理', en: 'Accepted after a supplement' },
  reading: ({ documentNo, on, acceptedOn }) => {
    const [day, from] = [sayDay(on), sayDay(acceptedOn)];
    return sentence(
      { zh: zh`${day}予以受理，出具受理通知书`, en: en`Accepted the application on ${day}` },
      {
        zh: zh`受理日期为补正材料收齐之日（${from}）`,
        en: en`it counts from the day on which the last of what was asked for arrived, ${from}`,
      },
      numbered(documentNo),
    );
  },
  fold: (state, { acceptedOn }) => ({ ...state, acceptedOn }),
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

const caseAccepted: FactRecord<CaseAccepted> = {
  title: { zh: '受理', en: 'Accepted' },
  reading: ({ documentNo, on }) => {
    const day = sayDay(on);
    return sentence(
      { zh: zh`${day}予以受理，出具受理通知书`, en: en`Accepted the application on ${day}` },
      numbered(documentNo),
    );
  },
  fold: (state, { on }) => ({ ...state, acceptedOn: on }),
  tells: 'nobody',
};

/** From these rules on an answer against the applicant names the remedy. */
const namesRemedy = 4;

/** An answer against the applicant before acceptance: in writing, with reasons and, from rules 4 on, the remedy. */
interface Answered {
  readonly stepId: string;
  readonly reasons: Digest;
  readonly documentNo: string;
}

function withoutRemedy({ state }: StepContext, remedy: Digest | undefined): Rejection | null {
  if (state.rules < namesRemedy || remedy !== undefined) return null;
  return reject('remedy-required', 'expected the remedy against this answer (XKF 7), but none was given');
}

export interface RefuseAcceptance extends Answered {
  readonly type: 'refuseAcceptance';
  /** Absent: `notCompetent`. The other was given here before 不受理 had an order of its own. */
  readonly ground?: 'notNeeded' | 'notCompetent';
  readonly competentAgency?: Digest;
  readonly remedy?: Digest;
}

export interface AcceptanceRefused extends Answered {
  readonly type: 'AcceptanceRefused';
  readonly ground: 'notNeeded' | 'notCompetent';
  readonly competentAgency: Digest | null;
  readonly remedy?: Digest;
}

/** 不予受理: another agency is competent, and is named. Told at once, also while materials are missing (XKF 32). */
const refuseAcceptance: Ending<RefuseAcceptance, AcceptanceRefused> = {
  title: { zh: '不予受理', en: 'Refuse acceptance' },
  texts: { competentAgency: 'words', reasons: 'words', remedy: 'words' },
  people: {},
  alsoEnds: ['intake'],
  guard: ({ state }) => silenceBars(state),
  answer(context, { stepId, ground = 'notCompetent', competentAgency = null, reasons, remedy, documentNo }) {
    if (ground === 'notCompetent' && competentAgency === null) {
      return reject(
        'competent-agency-required',
        'expected the name of the competent agency (XKF 32), but none was given',
      );
    }
    const refusal = withoutRemedy(context, remedy);
    if (refusal) return refusal;
    const told = { reasons, documentNo, ...(remedy !== undefined && { remedy }) };
    const fact = { type: 'AcceptanceRefused', stepId, ground, competentAgency, ...told } as const;
    return { facts: [fact], outcome: ground, endedOn: context.today };
  },
};

const acceptanceRefused: FactRecord<AcceptanceRefused> = {
  title: { zh: '不予受理', en: 'Acceptance refused' },
  reading: ({ ground, competentAgency, reasons, remedy = null, documentNo }, book) =>
    sentence(
      caseResults[ground],
      numbered(documentNo),
      quoting({ zh: '有权机关', en: 'competent agency' }, book.words(competentAgency)),
      quoting(labels.reason, book.words(reasons)),
      quoting(labels.remedy, book.words(remedy)),
    ),
  fold: unchanged,
  tells: 'nobody',
};

export interface AnswerNotNeeded extends Answered {
  readonly type: 'answerNotNeeded';
  readonly remedy: Digest;
}

export interface PermitNotNeeded extends Answered {
  readonly type: 'PermitNotNeeded';
  readonly remedy: Digest;
}

/** 不受理: no permit is needed. Told at once, also while materials are missing (XKF 32). */
const answerNotNeeded: Ending<AnswerNotNeeded, PermitNotNeeded> = {
  title: { zh: '不受理', en: 'Answer that no permit is needed' },
  texts: { reasons: 'words', remedy: 'words' },
  people: {},
  alsoEnds: ['intake'],
  guard: ({ state }) => silenceBars(state),
  answer({ today }, { stepId, reasons, remedy, documentNo }) {
    const fact = { type: 'PermitNotNeeded', stepId, reasons, remedy, documentNo } as const;
    return { facts: [fact], outcome: 'notNeeded', endedOn: today };
  },
};

const permitNotNeeded: FactRecord<PermitNotNeeded> = {
  title: { zh: '不受理', en: 'No permit needed' },
  reading: ({ reasons, remedy, documentNo }, book) =>
    sentence(
      caseResults.notNeeded,
      numbered(documentNo),
      quoting(labels.reason, book.words(reasons)),
      quoting(labels.remedy, book.words(remedy)),
    ),
  fold: unchanged,
  tells: 'nobody',
};

/** 受理, 不予受理 or 不受理: a written, numbered answer each way (XKF 32). */
export const acceptance = {
  title: { zh: '受理', en: 'Acceptance' },
  params: {},
  isFrame: true,
  isWatched: false,
  exclusionKinds: [],
  endings: { accept, refuseAcceptance, answerNotNeeded },
  facts: {
    CaseAccepted: caseAccepted,
    AcceptedAfterSupplement: acceptedAfterSupplement,
    AcceptanceNoticeIssued: acceptanceNoticeIssued,
    AcceptanceRefused: acceptanceRefused,
    PermitNotNeeded: permitNotNeeded,
  },
} as const satisfies StepKind<'acceptance'>;
