import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { applyFacts } from '../../db/journal/apply.ts';
import { isUnregistered } from '../../db/journal/conflict.ts';
import { readHead } from '../../db/journal/head.ts';
import type { Head } from '../../db/journal/head.ts';
import { endIncidents } from '../../db/journal/incidents.ts';
import { noHash, verifyChain } from '../../domain/case/seal.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { runOptions, workflowId, workflowType } from '../../workflows/messages.ts';
import type { Context } from './context.ts';
import { usualEvents } from './filing.ts';
import { registerAgain } from './register-again.ts';
import { factsOfRuns } from './run-facts.ts';
import type { RunFacts } from './run-facts.ts';
import { baseInput } from './send.ts';
import type { RestoreOptions, Restored } from './types.ts';

/**
 * Ends the run of a case, takes into the journal what its history has above the head up to the first unregistered fact, drops the rest
 * and begins a run from the journal (design 9.9). Orders that were not answered go again with the next sweep. Safe to repeat.
 */
export async function restoreCase(context: Context, caseId: string, options: RestoreOptions): Promise<Restored> {
  await endRun(context, caseId);
  const head = await readHead(context.db, caseId);
  const told = await factsOfRuns(context, caseId, head?.seq ?? 0);
  const above = told.facts.filter(({ seq }) => seq > (head?.seq ?? 0));
  const taken = await takeFacts(context, { caseId, above: continuing(told.facts, head), told, options });
  const after = await readHead(context.db, caseId);
  const runs = after?.state.status === 'open';
  if (runs) await beginRun(context, after);
  await endIncidents(context.db, caseId);
  return { taken, dropped: above.length - taken, runs };
}

async function endRun({ client }: Context, caseId: string): Promise<void> {
  await client.workflow
    .getHandle(workflowId(caseId))
    .terminate('case:restore')
    .catch((error: unknown) => {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    });
}

/** The facts above the head that continue it; none when the run forked below. */
function continuing(facts: readonly Fact[], head: Head | null): readonly Fact[] {
  const [seq, hash] = [head?.seq ?? 0, head?.hash ?? noHash];
  const known = facts.find((fact) => fact.seq === seq);
  if (known !== undefined && known.hash !== hash) return [];
  const above = facts.filter((fact) => fact.seq > seq);
  const broken = verifyChain(above, seq, hash);
  return broken === null ? above : above.filter((fact) => fact.seq < broken);
}

/** One operation after the other, up to the first that is not registered. How many facts the journal took. */
async function takeFacts(
  context: Context,
  o: { caseId: string; above: readonly Fact[]; told: RunFacts; options: RestoreOptions },
): Promise<number> {
  const { caseId, above, told, options } = o;
  let taken = 0;
  for (const facts of byOperation(above)) {
    try {
      if (options.journalWasRestored) await registerAgain(context.db, { caseId, facts, submissions: told.submissions });
      await applyFacts(context.db, context.worlds, { caseId, facts });
      taken += facts.length;
    } catch (error) {
      if (isUnregistered(error)) return taken;
      throw error;
    }
  }
  return taken;
}

function byOperation(facts: readonly Fact[]): Fact[][] {
  const groups: Fact[][] = [];
  for (const fact of facts) {
    const group = groups.at(-1);
    if (group?.[0]?.requestId === fact.requestId) group.push(fact);
    else groups.push([fact]);
  }
  return groups;
}

async function beginRun({ client, worlds, config }: Context, head: Head): Promise<void> {
  const input = {
    ...baseInput(await worlds.worldOf(head.state), head.state),
    maxEvents: config.maxEvents ?? usualEvents,
  };
  await client.workflow
    .start(workflowType, {
      workflowId: workflowId(head.caseId),
      ...runOptions,
      args: [input],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
    })
    .catch((error: unknown) => {
      // Somebody else restores it at this moment: the run is from the same journal.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    });
}
