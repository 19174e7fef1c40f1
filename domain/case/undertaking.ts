import type { CivilDate } from '../clock/civil-date.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { CaseState, World } from './state.ts';
import type { Undertaking } from './undertaken.ts';

/** An undertaking is given in good credit, from the day of the application on. Refusals `credit-barred`, `undertaking-day-invalid`. */
export function checkUndertaking(
  { state, today }: { readonly state: CaseState; readonly today: CivilDate },
  { credit, undertakenOn }: Undertaking,
): Rejection | null {
  if (credit === 'barred') {
    return reject('credit-barred', 'expected an applicant in good credit, but the credit check bars the applicant');
  }
  const from = state.filing.receivedOn;
  if (undertakenOn >= from && undertakenOn <= today) return null;
  return reject('undertaking-day-invalid', `expected a day from ${from} to ${today}, but got ${undertakenOn}`);
}

/** The certificates that are not there and for which an undertaking may stand. */
export function replaceable({ plan }: World, { received }: CaseState): readonly string[] {
  return plan.materials.filter((one) => one.replaceable === true && !received.includes(one.id)).map(({ id }) => id);
}

/** The certificates whose undertaking nobody has checked. */
export function unchecked({ replaced = [] }: CaseState): readonly string[] {
  return replaced.filter(({ result }) => result === null).map(({ id }) => id);
}

/** Whether a check found the undertaking for a certificate untrue: then the certificate itself is needed. */
export function isUntrue({ replaced = [] }: CaseState, id: string): boolean {
  return replaced.some((one) => one.id === id && one.result === 'untrue');
}
