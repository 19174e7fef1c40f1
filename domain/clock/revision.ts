import { nationalRevisions } from './calendar-data.ts';

/** The region of a calendar that holds for the whole country. */
export const wholeCountry = '000000';

/** Which calendar: the region it holds for (GB/T 2260, 000000 for the whole country) and its number there, from 1. */
export interface CalendarRevision {
  readonly region: string;
  readonly revision: number;
}

/** A revision as cases have it: before rules 3 a national one was a text, `cn-2026.1`. What was recorded keeps its bytes. */
export type RecordedRevision = CalendarRevision | string;

/** Reads a revision in either form. The text of the calendar that became number 1 is number 1; the texts before it are 0. */
export function readRevision(recorded: RecordedRevision): CalendarRevision {
  if (typeof recorded !== 'string') return recorded;
  return { region: wholeCountry, revision: nationalRevisions.findIndex(({ upTo }) => upTo === recorded) + 1 };
}

/** Whether a revision replaces another: only within its region, where numbers grow. */
export function isNewer(offered: RecordedRevision, than: RecordedRevision): boolean {
  const [a, b] = [readRevision(offered), readRevision(than)];
  return a.region === b.region && a.revision > b.revision;
}

/** A revision in one word, for sentences and keys: `000000/1`, or the old text. */
export function revisionText(recorded: RecordedRevision): string {
  return typeof recorded === 'string' ? recorded : `${recorded.region}/${recorded.revision}`;
}
