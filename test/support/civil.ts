import { parseCivilDate } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';

/** A civil date written in a test; throws when it is not one. */
export function civil(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new Error(`expected a civil date in the test, but got ${text}`);
  return date;
}
