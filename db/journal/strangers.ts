import type { Fact } from '../../domain/case/facts/index.ts';
import { run } from '../client.ts';
import type { Db } from '../client.ts';
import { operationsOf } from './registered.ts';

const unknown = {
  name: 'strangers',
  text: `SELECT o."opId" FROM json_to_recordset($1::json) AS o("opId" uuid, "actorId" uuid)
    WHERE NOT EXISTS (SELECT FROM intent i WHERE i.op_id = o."opId" AND i.case_id = $2 AND i.actor_id = o."actorId"
      AND (NOT $3::boolean OR i.state NOT IN ('applied', 'refused')))`,
};

/**
 * Those of the facts that stand for no intent of this database, nor for time: somebody ordered them past the door, or the database came back
 * from an earlier moment. `openOnly`: an intent that has ended already does not count either, as in the apply.
 */
export async function strangersAmong(
  db: Db,
  o: { caseId: string; facts: readonly Fact[]; openOnly: boolean },
): Promise<readonly Fact[]> {
  const { caseId, facts, openOnly } = o;
  const nobodys = facts.filter((fact) => operationsOf(caseId, [fact]) === null);
  const somebodys = facts.filter((fact) => !nobodys.includes(fact));
  const operations = JSON.stringify(operationsOf(caseId, somebodys) ?? []);
  const found = await run<{ opId: string }>(db, unknown, [operations, caseId, openOnly]);
  const ids = new Set(found.map(({ opId }) => opId));
  return [...nobodys, ...somebodys.filter(({ requestId }) => ids.has(requestId))];
}
