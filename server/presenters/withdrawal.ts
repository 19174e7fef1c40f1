import type { Static } from 'typebox';
import type { CaseView } from '../../contract/case-view.ts';
import type { CaseInput } from './case-input.ts';

/** The withdrawal that the applicant asked for online, which the window is to make sure of while the case is open. */
export function presentWithdrawal({ rows, words, handles }: CaseInput): Static<typeof CaseView>['withdrawalAsked'] {
  const { withdrawalAsked, status } = rows.state;
  if (withdrawalAsked === undefined || status === 'closed') return null;
  const { on, statement } = withdrawalAsked;
  return { on, statement: handles ? (words.texts[statement] ?? null) : null };
}
