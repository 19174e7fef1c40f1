import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../../db/client.ts';
import type { Db } from '../../db/client.ts';
import { countOpenIntents } from '../../db/journal/intents.ts';
import { headQuery, workflowId } from '../../workflows/messages.ts';
import type { Copy } from '../../demo/copy.ts';

/** How far a workflow says it is; `running` is whether its run is still open. */
export interface ToldHead {
  readonly seq: number;
  readonly hash: string;
  readonly running: boolean;
}

/** What the workflows said, by case; a text is why one could not be asked. */
export type ToldHeads = ReadonlyMap<string, ToldHead | string>;

type JournalHead = { caseId: string; seq: number; hash: string; status: 'open' | 'closed' };

const heads = {
  name: 'kill-heads',
  text: `SELECT case_id AS "caseId", seq, hash, state->>'status' AS status FROM case_head WHERE case_id = ANY($1::uuid[])`,
};

/** Open cases of the journal. */
export async function openCases(db: Db): Promise<readonly string[]> {
  const text = `SELECT case_id AS "caseId" FROM case_head WHERE state->>'status' = 'open'`;
  return (await run<{ caseId: string }>(db, { name: 'kill-open', text }, [])).map(({ caseId }) => caseId);
}

const atOnce = 8;

/**
 * Waits until no intent is open and the workflows of these cases stand where the journal does (closed cases: their run has ended), at
 * most `withinMs`. Answers what the workflows said last; the checker judges it.
 */
export async function quiet(product: Copy, caseIds: readonly string[], withinMs: number): Promise<ToldHeads> {
  const told = new Map<string, ToldHead | string>();
  let waiting = [...caseIds];
  for (const deadline = Date.now() + withinMs; ;) {
    const { open } = await countOpenIntents(product.db);
    const rows = await run<JournalHead>(product.db, heads, [waiting]);
    const journal = new Map(rows.map((row) => [row.caseId, row]));
    for (let from = 0; from < waiting.length; from += atOnce) {
      const some = waiting.slice(from, from + atOnce);
      await Promise.all(some.map(async (caseId) => told.set(caseId, await headOf(product, caseId))));
    }
    waiting = waiting.filter((caseId) => !agree(journal.get(caseId), told.get(caseId)));
    if ((open === 0 && waiting.length === 0) || Date.now() > deadline) return told;
    await pause(200);
  }
}

function agree(journal: JournalHead | undefined, told: ToldHead | string | undefined): boolean {
  if (journal === undefined || told === undefined || typeof told === 'string') return false;
  return journal.seq === told.seq && journal.hash === told.hash && told.running === (journal.status === 'open');
}

async function headOf({ client }: Copy, caseId: string): Promise<ToldHead | string> {
  const handle = client.workflow.getHandle(workflowId(caseId));
  try {
    return await client.connection.withDeadline(Date.now() + 10_000, async () => {
      const [head, { status }] = await Promise.all([handle.query(headQuery), handle.describe()]);
      return { ...head, running: status.name === 'RUNNING' };
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
