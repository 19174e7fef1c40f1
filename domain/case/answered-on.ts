import type { CivilDate } from '../clock/civil-date.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import { quoting } from '../words/sentence.ts';
import type { WordBook } from '../words/book.ts';
import type { Said } from '../words/said.ts';
import type { Digest } from './marks.ts';
import { silenceAccepted, silenceOpen } from './silent.ts';
import type { CaseState } from './state.ts';

/** What an answer to the application says where it was given on paper before it is entered: its day, and the proof of service. */
export interface EnteredLate {
  readonly servedOn?: CivilDate;
  readonly evidence?: Digest;
}

/**
 * The day of an answer: today, or the earlier day on which it was served, which is proved. `from`: the first day on which it can have been
 * given. Past the notice limit only an answer that was given in time stands against silence, and none where silence has accepted.
 * Refusals `silence-to-confirm`, `accepted-by-silence`, `answer-day-invalid`, `answer-evidence-required`.
 */
export function answeredOn(
  { state, today }: { readonly state: CaseState; readonly today: CivilDate },
  from: CivilDate,
  { servedOn = today, evidence }: EnteredLate,
): CivilDate | Rejection {
  const silent = (servedOn < today ? silenceAccepted(state) : null) ?? silenceOpen(state, servedOn);
  if (silent !== null) return silent;
  // What counts from the next working day may be answered before.
  if ((servedOn < from && servedOn < today) || servedOn > today) {
    return reject('answer-day-invalid', `expected a day from ${from} to ${today}, but got ${servedOn}`);
  }
  if (servedOn === today || evidence !== undefined) return servedOn;
  const detail = `expected proof of service on ${servedOn}, entered on ${today}, but none was given`;
  return reject('answer-evidence-required', detail);
}

/** What a fact keeps of it. */
export function enteredLate({ servedOn, evidence }: EnteredLate): EnteredLate {
  return { ...(servedOn !== undefined && { servedOn }), ...(evidence !== undefined && { evidence }) };
}

/** The clause of a fact that was proved. */
export function provedBy({ evidence }: EnteredLate, book: WordBook): Said | null {
  return quoting({ zh: '送达凭证', en: 'proof of service' }, book.words(evidence ?? null));
}
