import type { CivilDate } from '../clock/civil-date.ts';
import { caseResults } from '../case/filing.ts';
import { unchanged } from '../case/facts/fact-record.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import type { Digest } from '../case/marks.ts';
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

const accept: Ending<Accept, CaseAccepted> = {
  title: { zh: '受理', en: 'Accept' },
  texts: {},
  people: {},
  answer({ today }, { stepId, documentNo }) {
    return { facts: [{ type: 'CaseAccepted', stepId, documentNo, on: today }], outcome: 'accepted', endedOn: today };
  },
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
  facts: { CaseAccepted: caseAccepted, AcceptanceRefused: acceptanceRefused, PermitNotNeeded: permitNotNeeded },
} as const satisfies StepKind<'acceptance'>;
