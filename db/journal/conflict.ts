const conflictName = 'JournalConflict';

/** The journal and the facts handed to it contradict each other (a gap, a fork of the hash chain): an incident, never a retry. */
export function journalConflict(detail: string): Error {
  return Object.assign(new Error(detail), { name: conflictName });
}

/** Tells the incident from an outage. */
export function isJournalConflict(error: unknown): error is Error {
  return error instanceof Error && error.name === conflictName;
}
