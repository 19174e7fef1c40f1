import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { CaseState } from './state.ts';

/** Whether the case was filed without an account and nobody has verified yet who filed it. */
export function isUnverified({ filing, identity }: Pick<CaseState, 'filing' | 'identity'>): boolean {
  return filing.identity === 'unverified' && identity === undefined;
}

/** What was filed online is a pre-check until the window has verified who filed it. Refusal `identity-not-verified`. */
export function identityBars(state: CaseState): Rejection | null {
  if (!isUnverified(state)) return null;
  return reject('identity-not-verified', 'expected an applicant whose identity was verified, but nobody has yet');
}
