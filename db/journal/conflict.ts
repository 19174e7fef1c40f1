const conflictName = 'JournalConflict';

/** The journal and the facts handed to it contradict each other (a gap, a fork of the hash chain): an incident, never a retry. */
export function journalConflict(detail: string): Error {
  return Object.assign(new Error(detail), { name: conflictName });
}

const unregisteredName = 'UnregisteredFacts';

/**
 * Facts of an operation that is no open intent of this case and actor: an intent that a crash took is soon written again (decision 0006),
 * what stays unregistered was ordered past the door.
 */
export function unregisteredFacts(caseId: string): Error {
  const detail = `expected facts of registered operations of case ${caseId}, but some are of none`;
  return Object.assign(new Error(detail), { name: unregisteredName });
}

/** Tells facts without an intent from everything else that may go wrong. */
export function isUnregistered(error: unknown): error is Error {
  return error instanceof Error && error.name === unregisteredName;
}

/** Tells the incident from an outage. */
export function isJournalConflict(error: unknown): error is Error {
  return error instanceof Error && error.name === conflictName;
}
