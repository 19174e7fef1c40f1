import { v5, v7 as newId } from 'uuid';
import type { Db } from '../../db/client.ts';
import { applyFacts } from '../../db/journal/apply.ts';
import { readFacts } from '../../db/journal/facts.ts';
import { createWorlds } from '../../db/journal/worlds.ts';
import { openOperations } from '../../db/seed/operations.ts';
import type { Fact, FactBody } from '../../domain/case/facts/index.ts';
import { noHash, seal } from '../../domain/case/seal.ts';

/** The writer takes 32 cases at a time. */
const atOnce = 32;

interface Original {
  readonly caseId: string;
  readonly caseNo: string;
  readonly facts: readonly Fact[];
}

/**
 * Copies the open cases of a throwaway database in turn until so many are open, by the writer of the product: journal, heads, read
 * tables and messages are what they would be, only the workflows are missing. Words are copied under the new case.
 */
export async function copyOpenCases(db: Db, wanted: number): Promise<void> {
  const originals = await openCases(db);
  if (originals.length === 0) throw new Error('expected an open case to copy, but there is none');
  const worlds = createWorlds(db);
  for (let made = originals.length; made < wanted; made += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, wanted - made) }, (_, i) => made + i);
    await Promise.all(
      numbers.map(async (n) => {
        const original = originals[n % originals.length];
        if (original === undefined) return;
        const caseId = newId();
        const facts = factsOfCopy(original, caseId, n);
        await openOperations(db, caseId, facts);
        await applyFacts(db, worlds, { caseId, facts, head: null });
        await db.query(`UPDATE intent SET state = 'applied' WHERE case_id = $1`, [caseId]);
        await db.query('INSERT INTO case_text SELECT $2, digest, content FROM case_text WHERE case_id = $1', [
          original.caseId,
          caseId,
        ]);
      }),
    );
  }
  // What autovacuum does within a minute of such growth.
  await db.query('VACUUM ANALYZE');
}

async function openCases(db: Db): Promise<Original[]> {
  const { rows } = await db.query<{ caseId: string; caseNo: string }>(
    `SELECT case_id AS "caseId", case_no AS "caseNo" FROM case_row WHERE status = 'open' ORDER BY case_no`,
  );
  const originals: Original[] = [];
  for (const row of rows) originals.push({ ...row, facts: await readFacts(db, row.caseId, 0) });
  return originals;
}

/** The same facts of another case, sealed anew: ids of warnings and the number of the case are in the bodies. */
function factsOfCopy(original: Original, caseId: string, n: number): Fact[] {
  const caseNo = `${original.caseNo.slice(0, -4)}${String(n).padStart(6, '0')}`;
  let last: Pick<Fact, 'seq' | 'hash'> = { seq: 0, hash: noHash };
  return original.facts.map(({ at, recordedAt, requestId, actorId, body }) => {
    const text = JSON.stringify(body).replaceAll(original.caseId, caseId).replaceAll(original.caseNo, caseNo);
    const copied: FactBody = JSON.parse(text);
    const opId = actorId === null ? requestId : v5(requestId, caseId);
    const fact = seal(last, { at, recordedAt, requestId: opId, actorId }, copied);
    last = fact;
    return fact;
  });
}
