import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { applyFacts } from '../../db/journal/apply.ts';
import { isUnregistered } from '../../db/journal/conflict.ts';
import { readHead } from '../../db/journal/head.ts';
import type { Head } from '../../db/journal/head.ts';
import { readFacts } from '../../db/journal/facts.ts';
import { endIncidents } from '../../db/journal/incidents.ts';
import { keepLostNumbers } from '../../db/numbers/lost.ts';
import { strangersAmong } from '../../db/journal/strangers.ts';
import { noHash, verifyChain } from '../../domain/case/seal.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { runOptions, workflowId, workflowType } from '../../workflows/messages.ts';
import type { Context } from './context.ts';
import { usualEvents } from './filing.ts';
import { registerAgain } from './register-again.ts';
import { factsOfRuns } from './run-facts.ts';
import type { RunFacts } from './run-facts.ts';
import { baseInput } from './send.ts';
import type { NotRestored, RestoreOptions, Restored } from './types.ts';

/**
 * Ends the run of a case, takes into the journal what its history has above the head up to the first unregistered fact, drops the rest
 * and begins a run from the journal (design 9.9). Facts that no intent stands for are dropped or taken only where that was said: else the
 * case stays as it is. Orders that were not answered go again with the next sweep. Safe to repeat.
 */
export async function restoreCase(
  context: Context,
  caseId: string,
  options: RestoreOptions,
): Promise<Restored | NotRestored> {
  const refuses = options.ahead === 'refuse';
  const before = refuses ? await standingOf(context, caseId) : null;
  if (before !== null && before.strangers.length > 0) return { strangers: before.strangers.length };
  await endRun(context, caseId);
  const { head, told, above, strangers } = await standingOf(context, caseId);
  // What came in between stays in the history of the ended run: no other is begun in its place.
  if (refuses && strangers.length > 0) return { strangers: strangers.length };
  const taken = await takeFacts(context, { caseId, above: continuing(told.facts, head), told, options });
  // Their papers may have gone out: nobody gets their numbers.
  if (options.ahead === 'drop') await keepLostNumbers(context.db, { caseId, facts: strangers, as: 'dropped' });
  const after = await readHead(context.db, caseId);
  const runs = after?.state.status === 'open';
  if (runs) await beginRun(context, after);
  await endIncidents(context.db, caseId);
  return { taken, dropped: above.length - taken, runs };
}

/** How a run, that goes on or has ended, stands to the journal. */
interface RunStanding {
  readonly head: Head | null;
  readonly told: RunFacts;
  /** What the run has above the journal's head. */
  readonly above: readonly Fact[];
  /** What the journal neither has nor would take: of no intent. */
  readonly strangers: readonly Fact[];
}

async function standingOf(context: Context, caseId: string): Promise<RunStanding> {
  const { db } = context;
  const head = await readHead(db, caseId);
  const told = await factsOfRuns(context, caseId, head?.seq ?? 0);
  const known = new Set((await readFacts(db, caseId, 0)).map(({ hash }) => hash));
  const next = continuing(told.facts, head);
  const beside = told.facts.filter((fact) => !known.has(fact.hash) && !next.includes(fact));
  const strangers = await Promise.all([
    strangersAmong(db, { caseId, facts: next, openOnly: true }),
    // Temporal came back from an earlier moment and went on: what it did anew is of intents that have ended.
    strangersAmong(db, { caseId, facts: beside, openOnly: false }),
  ]);
  return {
    head,
    told,
    above: told.facts.filter(({ seq }) => seq > (head?.seq ?? 0)),
    strangers: strangers.flat(),
  };
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
      if (options.ahead === 'take') await registerAgain(context.db, { caseId, facts, submissions: told.submissions });
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
