import { isFactType, recordOf } from '../../domain/case/facts/index.ts';
import type { Fact } from '../../domain/case/facts/index.ts';

/** An operation that facts say they are of: its intent must be one of this case and actor, and still open. */
export interface Operation {
  readonly caseId: string;
  readonly opId: string;
  readonly actorId: string;
}

/**
 * The operations behind the facts of a case, each once. Null when a fact can be of no operation and time alone does not cause it
 * either: nothing of ours made it (design 9.9).
 */
export function operationsOf(caseId: string, facts: readonly Fact[]): readonly Operation[] | null {
  const operations = new Map<string, Operation>();
  for (const { requestId: opId, actorId, body } of facts) {
    if (opId === 'tick' && actorId === null && isFactType(body.type) && recordOf(body.type).byTime === true) continue;
    if (actorId === null || !uuid.test(opId) || !uuid.test(actorId)) return null;
    operations.set(`${opId} ${actorId}`, { caseId, opId, actorId });
  }
  return [...operations.values()];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
