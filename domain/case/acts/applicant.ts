import { reject } from '../../rejection.ts';
import { only, record, today } from '../draft.ts';
import type { Digest } from '../marks.ts';
import { beforeDecision } from './whole-case.ts';
import type { Act } from './act.ts';
import { answerAnew, notWaiting } from './supplement.ts';

export interface ReportSupplied {
  readonly type: 'reportSupplied';
}

/** The applicant declares online that the list is supplied, as `declareSupplied` records it at the window (domain.md 12.1.2). */
export const reportSupplied: Act<ReportSupplied> = {
  title: { zh: '申请人网上声明补正完毕', en: 'Say online that all is supplied' },
  texts: {},
  people: {},
  holder: 'applicant',
  place: 'unseen',
  guard: notWaiting,
  decide(draft) {
    const { supplement } = draft.state;
    if (supplement === undefined) return notWaiting(draft);
    const { round } = supplement;
    record(draft, { type: 'SupplyReported', round, on: today(draft) });
    answerAnew(draft, { round, on: today(draft) });
    return null;
  },
};

export interface AskWithdrawal {
  readonly type: 'askWithdrawal';
  readonly statement: Digest;
}

/** Who has number and code is the applicant, or somebody who found the receipt: the window makes sure and ends the case by 撤件. */
export const askWithdrawal: Act<AskWithdrawal> = {
  title: { zh: '申请人网上申请撤件', en: 'Ask online to withdraw' },
  texts: { statement: 'words' },
  people: {},
  holder: 'applicant',
  place: 'unseen',
  guard: (desk) =>
    beforeDecision(desk) ??
    (desk.state.withdrawalAsked === undefined
      ? null
      : reject('withdrawal-asked', 'expected no withdrawal that was asked for, but the window has one to look at')),
  decide: (draft, { statement }) => only(draft, { type: 'WithdrawalAsked', on: today(draft), statement }),
};
