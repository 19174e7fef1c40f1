import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { CaseState } from './state.ts';

/** Whether an application was accepted by law, because nobody answered it in time (XKF 32(1)(4)). */
export function acceptedBySilence({ silence }: CaseState): boolean {
  return silence?.state === 'accepted';
}

/** Before the window's lead has looked, nobody answers what the law may have answered. Refusal `silence-to-confirm`. */
export function silenceOpen({ silence }: CaseState): Rejection | null {
  if (silence?.state !== 'reached') return null;
  const detail = `expected an answer by ${silence.dueOn}, but that day passed in silence, which is still to be confirmed`;
  return reject('silence-to-confirm', detail);
}

/** What the law has accepted is not refused any more. Refusals `silence-to-confirm`, `accepted-by-silence`. */
export function silenceBars(state: CaseState): Rejection | null {
  const { silence, acceptedOn } = state;
  if (silence === undefined || acceptedOn === null) return silenceOpen(state);
  const detail = `expected an answer by ${silence.dueOn}, but the case was accepted from ${acceptedOn} on by silence (XKF 32)`;
  return reject('accepted-by-silence', detail);
}
