import type { CivilDate } from '../../clock/civil-date.ts';
import { reject } from '../../rejection.ts';
import type { Rejection } from '../../rejection.ts';
import type { Desk } from '../desk.ts';
import { only, today } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { Digest } from '../marks.ts';
import { unanswered } from '../statements.ts';
import type { Adoption } from '../stated.ts';
import type { Act } from './act.ts';

export interface TellInterested {
  readonly type: 'tellInterested';
  readonly documentNo: string;
  readonly servedOn: CivilDate;
  readonly interested: Digest;
  readonly matter: Digest;
  readonly stateBy: CivilDate;
}

/** 告知陈述、申辩权利: somebody whose great interests the permit directly concerns is told, how and until when to speak (XKF 36). No clock stops for it. */
export const tellInterested: Act<TellInterested> = {
  title: { zh: '告知利害关系人', en: 'Tell an interested party' },
  texts: { interested: 'words', matter: 'words' },
  people: {},
  holder: ['caseOfficer', 'reviewer'],
  place: 'case',
  guard: notInReview,
  decide(draft, { documentNo, servedOn, interested, matter, stateBy }) {
    const refusal = outside(draft, servedOn);
    if (refusal) return refusal;
    if (stateBy <= servedOn) {
      return reject('statement-time-too-short', `expected a day after ${servedOn}, but got ${stateBy}`);
    }
    const no = (draft.state.statements?.told.length ?? 0) + 1;
    return only(draft, { type: 'InterestedTold', no, documentNo, servedOn, interested, matter, stateBy });
  },
};

export interface ReceiveStatement {
  readonly type: 'receiveStatement';
  /** Whose: the number of the telling; absent: the applicant's. */
  readonly toldNo?: number;
  readonly arrivedOn: CivilDate;
  readonly views: Digest;
}

/** 登记陈述、申辩意见: of who was told, also after the time that was told while nothing is decided, or of the applicant. */
export const receiveStatement: Act<ReceiveStatement> = {
  title: { zh: '登记陈述、申辩意见', en: 'Record a statement' },
  texts: { views: 'words' },
  people: {},
  holder: ['caseOfficer', 'reviewer', 'windowClerk'],
  place: 'case',
  guard: notInReview,
  decide(draft, { toldNo = null, arrivedOn, views }) {
    const { told = [], received = [] } = draft.state.statements ?? {};
    if (toldNo !== null && !told.some(({ no }) => no === toldNo)) {
      return reject('nobody-told', `expected one of ${told.length} who were told, but got ${toldNo}`);
    }
    const refusal = outside(draft, arrivedOn);
    return refusal ?? only(draft, { type: 'StatementReceived', no: received.length + 1, toldNo, arrivedOn, views });
  },
};

export interface AnswerStatement {
  readonly type: 'answerStatement';
  readonly statementNo: number;
  readonly adopted: Adoption;
  readonly answer: Digest;
}

/** The agency hears what was said: adopts it or says why not, before it decides. */
export const answerStatement: Act<AnswerStatement> = {
  title: { zh: '答复陈述、申辩意见', en: 'Answer a statement' },
  texts: { answer: 'words' },
  people: {},
  holder: ['caseOfficer', 'reviewer'],
  place: 'case',
  guard: (desk) => (unanswered(desk.state).length > 0 ? notInReview(desk) : nothingToAnswer()),
  decide(draft, { statementNo, adopted, answer }) {
    if (!unanswered(draft.state).includes(statementNo)) return nothingToAnswer();
    return only(draft, { type: 'StatementAnswered', statementNo, adopted, answer, on: today(draft) });
  },
};

function nothingToAnswer(): Rejection {
  return reject('no-statement-to-answer', 'expected a statement without an answer, but there is none');
}

/** Between acceptance and decision: before, nothing is examined; after, it comes too late. */
function notInReview({ state }: Pick<Desk, 'state'>): Rejection | null {
  if (state.acceptedOn !== null && state.decision === null) return null;
  return reject('not-in-review', 'expected an accepted case without a decision, but it is another');
}

function outside(draft: Draft, on: CivilDate): Rejection | null {
  const [from, until] = [draft.state.acceptedOn ?? on, today(draft)];
  if (on >= from && on <= until) return null;
  return reject('statement-day-invalid', `expected a day from ${from} to ${until}, but got ${on}`);
}
