import type { Matter } from '../words/matters.ts';
import { isUnverified } from './identity.ts';
import type { CaseState } from './state.ts';

/** What waits for the window in a case. */
export function mattersOf(
  state: Pick<CaseState, 'status' | 'withdrawalAsked' | 'filing' | 'identity'>,
): readonly Matter[] {
  if (state.status === 'closed') return [];
  return [
    ...(state.withdrawalAsked === undefined ? [] : (['withdrawal'] as const)),
    ...(isUnverified(state) ? (['identity'] as const) : []),
  ];
}
