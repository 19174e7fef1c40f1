import { caseEvent } from '../../../db/schema/index.ts';

/** The fact that the messages of a case come from. */
export function eventOf(caseId: string): typeof caseEvent.$inferInsert {
  const at = new Date(1_770_000_000_000);
  const body = { type: 'CaseWithdrawn', statement: 's' } as const;
  return { caseId, seq: 1, at, recordedAt: at, requestId: 'r', actorId: null, body, hash: 'h' };
}
