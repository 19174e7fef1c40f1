import { keepComparison } from '../../db/journal/comparisons.ts';
import { openIncidents } from '../../db/journal/incidents.ts';
import { casesToCompare, openCases } from '../../db/journal/head.ts';
import { whenAlone } from '../../db/locks.ts';
import { dayMs } from '../../domain/clock/civil-date.ts';
import { workflowId, workflowType } from '../../workflows/messages.ts';
import { compare } from './compare.ts';
import { eachOf } from './each-of.ts';
import { suspect } from './suspects.ts';
import type { Context } from './context.ts';
import type { Reconciled } from './types.ts';

const atOnce = 4;

/** "SHRC" in ASCII: one round at a time over all processes. */
const reconcileLock = 0x53485243;

/**
 * Asks the workflows of today's cases (and of a sample of the rest, and of those started today) how far they are, and writes what the
 * journal lacks; the drift goes to the metrics (target 0). Null when another process is at it.
 */
export async function reconcile(context: Context): Promise<Reconciled | null> {
  return whenAlone(context.db, reconcileLock, async () => {
    const yesterday = new Date(Date.now() - dayMs).toISOString();
    const since = context.now() + (await context.clock.current()).offset - dayMs;
    const known = await casesToCompare(context.db, since);
    return compareAll(context, [
      ...new Set([...known, ...(await listed(context, `ExecutionStatus = 'Running' AND StartTime > '${yesterday}'`))]),
    ]);
  });
}

async function compareAll(context: Context, caseIds: readonly string[]): Promise<Reconciled> {
  const found = { compared: 0, drifted: 0, repaired: 0, unanswered: 0 };
  await eachOf(caseIds, atOnce, async (caseId) => {
    const standing = await compare(context, caseId);
    found.compared += 1;
    if (standing === 'same') return;
    if (standing === 'unanswered') found.unanswered += 1;
    else found.drifted += 1;
    if (standing === 'repaired') found.repaired += 1;
    else suspect(context, caseId);
  });
  context.metrics.drift(found);
  const differing = found.drifted - found.repaired;
  await keepComparison(context.db, { compared: found.compared, differing, unanswered: found.unanswered });
  if (found.drifted + found.unanswered === 0) context.log.info(found, 'compared workflows with the journal');
  else context.log.warn(found, 'compared workflows with the journal: what still differs in 30 s is an incident');
  return found;
}

/** Every case that differs: of all open ones of the journal, those told as incidents, and all that run or ended since yesterday. */
export async function differing(context: Context): Promise<readonly string[]> {
  const ended = `ExecutionStatus = 'Running' OR CloseTime > '${new Date(Date.now() - dayMs).toISOString()}'`;
  const told = (await openIncidents(context.db)).map(({ caseId }) => caseId);
  const caseIds = new Set([...told, ...(await openCases(context.db)), ...(await listed(context, `(${ended})`))]);
  const found: string[] = [];
  await eachOf([...caseIds], atOnce, async (caseId) => {
    const standing = await compare(context, caseId);
    if (standing !== 'same' && standing !== 'repaired') found.push(caseId);
  });
  return found;
}

/** Cases of Temporal's own list: also those the journal does not know. */
async function listed({ client }: Context, condition: string): Promise<string[]> {
  const prefix = workflowId('');
  const caseIds: string[] = [];
  for await (const info of client.workflow.list({ query: `WorkflowType = '${workflowType}' AND ${condition}` }))
    caseIds.push(info.workflowId.slice(prefix.length));
  return caseIds;
}
