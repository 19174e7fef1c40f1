import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import { applyFacts } from '../../db/journal/apply.ts';
import { isJournalConflict, isUnregistered } from '../../db/journal/conflict.ts';
import { readHead } from '../../db/journal/head.ts';
import type { Head as JournalHead } from '../../db/journal/head.ts';
import { factsSinceQuery, headQuery, workflowId } from '../../workflows/messages.ts';
import type { Head } from '../../workflows/messages.ts';
import type { Context } from './context.ts';

/** Facts on their way, and runs that end, get so long, in ms. */
const graceMs = 500;

/**
 * How a case stands to its journal: `repaired` was behind and has caught up; `forked` does not continue it, or is behind it; `unregistered`
 * has facts that no intent stands for; `lost` is open and has no run; `unanswered` could not be asked.
 */
export type Standing = 'same' | 'repaired' | 'forked' | 'unregistered' | 'lost' | 'unanswered';

/** How far a workflow says it is, and whether it runs; null when there is none. */
type Told = (Head & { readonly running: boolean }) | null;

/** Asks the workflow of a case how far it is, and writes what its journal lacks. */
export async function compare(context: Context, caseId: string): Promise<Standing> {
  try {
    if (agree(await readHead(context.db, caseId), await ask(context, caseId))) return 'same';
    await pause(graceMs);
    // The journal first: it can only be behind what the workflow says afterwards.
    const journal = await readHead(context.db, caseId);
    const told = await ask(context, caseId);
    if (told?.running !== true && journal?.state.status === 'open') return 'lost';
    // A run that a restore has ended behind a journal that is closed: nothing is left to do.
    if (told?.running === false && told.seq < (journal?.seq ?? 0)) return 'same';
    return told === null ? 'same' : await catchUp(context, { caseId, journal, told });
  } catch (err) {
    context.log.warn({ caseId, err }, 'a case could not be compared with its journal');
    return 'unanswered';
  }
}

/** Brings the journal as far as the workflow said it is. */
export async function catchUp(
  context: Context,
  { caseId, journal, told }: { caseId: string; journal: JournalHead | null; told: Head },
): Promise<Standing> {
  const from = journal?.seq ?? 0;
  if (told.seq <= from) return journal?.seq === told.seq && journal.hash === told.hash ? 'same' : 'forked';
  const handle = context.client.workflow.getHandle(workflowId(caseId));
  const facts = await within(context, async () => handle.query(factsSinceQuery, from));
  try {
    // Facts that the run takes for confirmed are not among them: then the journal has lost what it had.
    const { seq, fresh } = await applyFacts(context.db, context.worlds, { caseId, facts });
    context.metrics.facts(fresh);
    if (seq < told.seq) return 'forked';
    if (fresh.length === 0) return 'same';
    context.log.warn({ caseId, from, to: seq }, 'the journal was behind and has caught up');
    return 'repaired';
  } catch (error) {
    if (isUnregistered(error)) return 'unregistered';
    if (isJournalConflict(error)) return 'forked';
    throw error;
  }
}

async function ask(context: Context, caseId: string): Promise<Told> {
  const handle = context.client.workflow.getHandle(workflowId(caseId));
  try {
    return await within(context, async () => {
      const [head, { status }] = await Promise.all([handle.query(headQuery), handle.describe()]);
      return { ...head, running: status.name === 'RUNNING' };
    });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

async function within<T>({ client, config }: Context, call: () => Promise<T>): Promise<T> {
  return client.connection.withDeadline(Date.now() + config.submitDeadlineMs, call);
}

/** A closed case may still run for a moment: its last facts are being confirmed. */
function agree(journal: JournalHead | null, told: Told): boolean {
  if (journal === null || told === null) return false;
  const runs = told.running || journal.state.status === 'closed';
  return runs && journal.seq === told.seq && journal.hash === told.hash;
}
