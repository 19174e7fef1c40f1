import { setTimeout as pause } from 'node:timers/promises';
import { applyFacts } from '../../db/journal/apply.ts';
import { casesToCompare, readHead } from '../../db/journal/head.ts';
import type { Head as JournalHead } from '../../db/journal/head.ts';
import { dayMs } from '../../domain/clock/civil-date.ts';
import { factsSinceQuery, headQuery, workflowId, workflowType } from '../../workflows/messages.ts';
import { eachOf } from './each-of.ts';
import type { Context } from './context.ts';

const atOnce = 4;
const graceMs = 500;

/** What one comparison found. */
export interface Reconciled {
  readonly compared: number;
  /** Cases whose journal was behind or beside their workflow. */
  readonly drifted: number;
  /** Of these, behind and caught up now; the rest are forks: incidents. */
  readonly repaired: number;
}

/**
 * Asks the workflows of today's cases (and of a sample of the rest, and of those started today) how far they are, and writes what the
 * journal lacks. Facts on their way get half a second; the drift goes to the metrics (target 0).
 */
export async function reconcile(context: Context): Promise<Reconciled> {
  const since = context.now() + (await context.clock.current()).offset - dayMs;
  const known = await casesToCompare(context.db, since);
  const caseIds = new Set([...known, ...(await startedSince(context, Date.now() - dayMs))]);
  const found = { compared: 0, drifted: 0, repaired: 0 };
  await eachOf([...caseIds], atOnce, async (caseId) => {
    const state = await compare(context, caseId);
    found.compared += 1;
    if (state !== 'same') found.drifted += 1;
    if (state === 'repaired') found.repaired += 1;
  });
  context.metrics.drift(found.drifted);
  context.log.info(found, 'compared workflows with the journal');
  return found;
}

/** Running cases that began since an instant, by Temporal's own list: also those the journal does not know. */
async function startedSince({ client }: Context, ms: number): Promise<string[]> {
  const query = `WorkflowType = '${workflowType}' AND ExecutionStatus = 'Running' AND StartTime > '${new Date(ms).toISOString()}'`;
  const prefix = workflowId('');
  const caseIds: string[] = [];
  for await (const info of client.workflow.list({ query })) caseIds.push(info.workflowId.slice(prefix.length));
  return caseIds;
}

async function compare(context: Context, caseId: string): Promise<'same' | 'repaired' | 'forked'> {
  const { db, worlds, client } = context;
  const handle = client.workflow.getHandle(workflowId(caseId));
  const asked = async () =>
    client.connection.withDeadline(Date.now() + context.config.submitDeadlineMs, async () => handle.query(headQuery));
  const before = await readHead(db, caseId);
  const told = await asked();
  if (isAt(before, told)) return 'same';
  await pause(graceMs);
  const after = await readHead(db, caseId);
  if (after !== null && after.seq >= told.seq && (await follows(context, after, asked))) return 'same';
  try {
    const facts = await handle.query(factsSinceQuery, after?.seq ?? 0);
    const { fresh } = await applyFacts(db, worlds, { caseId, facts });
    context.metrics.facts(fresh);
    context.log.warn(
      { caseId, journal: after?.seq ?? 0, workflow: told.seq },
      'the journal was behind and has caught up',
    );
    return 'repaired';
  } catch (error) {
    context.metrics.incident('journal-fork');
    context.log.error({ caseId, err: error }, 'incident: the journal does not continue as its workflow');
    return 'forked';
  }
}

/** The case may have moved on between two questions: the journal is right when the workflow now stands where it does, or further. */
async function follows(
  context: Context,
  journal: JournalHead,
  asked: () => Promise<{ seq: number; hash: string }>,
): Promise<boolean> {
  const told = await asked();
  if (told.seq > journal.seq) return (await readHead(context.db, journal.caseId))?.seq !== journal.seq;
  return isAt(journal, told);
}

function isAt(journal: JournalHead | null, told: { seq: number; hash: string }): boolean {
  return journal !== null && journal.seq === told.seq && journal.hash === told.hash;
}
