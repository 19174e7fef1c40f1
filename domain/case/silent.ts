import type { CivilDate } from '../clock/civil-date.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { CaseState } from './state.ts';

/** Whether an application was accepted by law, because nobody answered it in time (XKF 32(1)(4)). */
export function acceptedBySilence({ silence }: CaseState): boolean {
  return silence?.state === 'accepted';
}

/**
 * Before the window's lead has looked, only an answer that was served in time stands against what the law may have answered.
 * Refusal `silence-to-confirm`.
 */
export function silenceOpen({ silence }: CaseState, servedOn: CivilDate): Rejection | null {
  if (silence?.state !== 'reached' || servedOn <= silence.dueOn) return null;
  const detail = `expected an answer by ${silence.dueOn}, but that day passed in silence, which is still to be confirmed`;
  return reject('silence-to-confirm', detail);
}

/** What the law has accepted is not answered otherwise any more. Refusal `accepted-by-silence`. */
export function silenceAccepted({ silence, acceptedOn }: CaseState): Rejection | null {
  if (silence === undefined || acceptedOn === null) return null;
  const detail = `expected an answer by ${silence.dueOn}, but the case was accepted from ${acceptedOn} on by silence (XKF 32)`;
  return reject('accepted-by-silence', detail);
}

/** An answer that was given in time stands against silence that was not confirmed. */
export function answeredInTime(state: CaseState): CaseState {
  return state.silence === undefined ? state : { ...state, silence: { ...state.silence, state: 'defeated' } };
}
