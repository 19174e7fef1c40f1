import type { Fact } from '../../domain/case/facts/index.ts';
import type { Db } from '../client.ts';
import { operationsOf } from '../journal/registered.ts';

/** Long after any sweep. */
const leaseUntil = '2100-01-01';

/**
 * Opens intents for facts that no order made (copies for the bench, played cases of tests), so that the journal takes them. They say who
 * and which case, and nothing that could be sent again.
 */
export async function openOperations(db: Db, caseId: string, facts: readonly Fact[]): Promise<void> {
  const operations = operationsOf(caseId, facts);
  if (operations === null)
    throw new Error(`expected facts of operations or of time in ${caseId}, but some are of neither`);
  await db.query(
    `INSERT INTO intent (op_id, case_id, kind, actor_id, posts, payload, received_at, body_hash, state, attempt, lease_until)
    SELECT o."opId", o."caseId", 'order', o."actorId", '[]', '{}', now(), '', 'sent', 1, $2
      FROM jsonb_to_recordset($1::jsonb) AS o("caseId" uuid, "opId" uuid, "actorId" uuid)`,
    [JSON.stringify(operations), leaseUntil],
  );
}
