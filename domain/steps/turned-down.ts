import type { CivilDate } from '../clock/civil-date.ts';
import { answeredOn, enteredLate, provedBy } from '../case/answered-on.ts';
import type { EnteredLate } from '../case/answered-on.ts';
import { caseResults } from '../case/filing.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import type { Digest } from '../case/marks.ts';
import { refusedBy } from '../case/refused-by.ts';
import { answeredInTime, silenceAccepted } from '../case/silent.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import { sayDay } from '../words/day.ts';
import type { Said } from '../words/said.ts';
import { en, labels, numbered, quoting, sentence, zh } from '../words/sentence.ts';
import type { CaseState } from '../case/state.ts';
import type { Ending, StepContext } from './step-kind.ts';

/** From these rules on an answer against the applicant names the remedy. */
const namesRemedy = 4;

/** An answer against the applicant before acceptance: in writing, with reasons and, from rules 4 on, the remedy. */
interface Answered extends EnteredLate {
  readonly stepId: string;
  readonly reasons: Digest;
  readonly documentNo: string;
}

function withoutRemedy({ state }: StepContext, remedy: Digest | undefined): Rejection | null {
  if (state.rules < namesRemedy || remedy !== undefined) return null;
  return reject('remedy-required', 'expected the remedy against this answer (XKF 7), but none was given');
}

/** The day of such an answer; it is given at any time since the application (or what was asked for) came in. */
function turnedDownOn({ state, today }: StepContext, late: EnteredLate): CivilDate | Rejection {
  return answeredOn({ state, today }, lookedAtFrom(state), late);
}

function lookedAtFrom({ supplement, filing }: CaseState): CivilDate {
  return supplement === undefined ? filing.receivedOn : (supplement.declaredOn ?? supplement.servedOn);
}

/** The clause that names the day of an answer that was entered late. */
function servedBefore({ servedOn }: EnteredLate): Said | null {
  if (servedOn === undefined) return null;
  const day = sayDay(servedOn);
  return { zh: zh`送达日期：${day}`, en: en`served on ${day}` };
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

/** 不予受理: another agency is competent, and is named by the window's lead. Told at once, also while materials are missing (XKF 32). */
export const refuseAcceptance: Ending<RefuseAcceptance, AcceptanceRefused> = {
  title: { zh: '不予受理', en: 'Refuse acceptance' },
  texts: { competentAgency: 'words', reasons: 'words', remedy: 'words', evidence: 'words' },
  people: {},
  holder: refusedBy,
  alsoEnds: ['intake'],
  guard: ({ state }) => silenceAccepted(state),
  answer(context, { stepId, ground = 'notCompetent', competentAgency = null, reasons, remedy, documentNo, ...late }) {
    if (ground === 'notCompetent' && competentAgency === null) {
      return reject(
        'competent-agency-required',
        'expected the name of the competent agency (XKF 32), but none was given',
      );
    }
    const refusal = withoutRemedy(context, remedy);
    if (refusal) return refusal;
    const endedOn = turnedDownOn(context, late);
    if (typeof endedOn === 'object') return endedOn;
    const told = { reasons, documentNo, ...(remedy !== undefined && { remedy }), ...enteredLate(late) };
    const fact = { type: 'AcceptanceRefused', stepId, ground, competentAgency, ...told } as const;
    return { facts: [fact], outcome: ground, endedOn };
  },
};

export const acceptanceRefused: FactRecord<AcceptanceRefused> = {
  title: { zh: '不予受理', en: 'Acceptance refused' },
  reading: ({ ground, competentAgency, reasons, remedy = null, documentNo, ...late }, book) =>
    sentence(
      caseResults[ground],
      servedBefore(late),
      numbered(documentNo),
      quoting({ zh: '有权机关', en: 'competent agency' }, book.words(competentAgency)),
      quoting(labels.reason, book.words(reasons)),
      quoting(labels.remedy, book.words(remedy)),
      provedBy(late, book),
    ),
  fold: answeredInTime,
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
export const answerNotNeeded: Ending<AnswerNotNeeded, PermitNotNeeded> = {
  title: { zh: '不受理', en: 'Answer that no permit is needed' },
  texts: { reasons: 'words', remedy: 'words', evidence: 'words' },
  people: {},
  alsoEnds: ['intake'],
  guard: ({ state }) => silenceAccepted(state),
  answer(context, { stepId, reasons, remedy, documentNo, ...late }) {
    const endedOn = turnedDownOn(context, late);
    if (typeof endedOn === 'object') return endedOn;
    const fact = { type: 'PermitNotNeeded', stepId, reasons, remedy, documentNo, ...enteredLate(late) } as const;
    return { facts: [fact], outcome: 'notNeeded', endedOn };
  },
};

export const permitNotNeeded: FactRecord<PermitNotNeeded> = {
  title: { zh: '不受理', en: 'No permit needed' },
  reading: ({ reasons, remedy, documentNo, ...late }, book) =>
    sentence(
      caseResults.notNeeded,
      servedBefore(late),
      numbered(documentNo),
      quoting(labels.reason, book.words(reasons)),
      quoting(labels.remedy, book.words(remedy)),
      provedBy(late, book),
    ),
  fold: answeredInTime,
  tells: 'nobody',
};
