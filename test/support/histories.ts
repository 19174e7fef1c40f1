import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { temporal } from '@temporalio/proto';
import { workflowId } from '../../workflows/messages.ts';

type History = ReturnType<typeof historyFromJSON>;
type Payloads = temporal.api.common.v1.Payloads.$Properties | null | undefined;

/** The folder of recorded runs. */
export const historiesDir = join(import.meta.dirname, '../histories');

/** One recorded run. */
export interface SavedHistory {
  readonly name: string;
  readonly history: History;
}

/** What a run told the world, as the bytes of its history (JSON text). */
export interface Told {
  /** Outcome of each Update by its id. */
  readonly updates: Record<string, string>;
  /** Input of each `project`, in order. */
  readonly projects: string[];
  /** Length of each timer in ms, in order. */
  readonly timers: number[];
  /** Input of the run that continues this one. */
  readonly next: string[];
}

/** Nothing told yet. */
export function nothingTold(): Told {
  return { updates: {}, projects: [], timers: [], next: [] };
}

/** Saves every run of a case as `<name>-1.json`, `<name>-2.json` ...; names of machines are left out. Answers the file names. */
export async function saveHistories(
  client: Client,
  o: { caseId: string; name: string; dir?: string },
): Promise<string[]> {
  const dir = o.dir ?? historiesDir;
  mkdirSync(dir, { recursive: true });
  const id = workflowId(o.caseId);
  const { namespace } = client.options;
  const described = await client.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId: id },
  });
  const files: string[] = [];
  let runId = described.workflowExecutionInfo?.firstRunId || described.workflowExecutionInfo?.execution?.runId;
  while (runId) {
    const history = await client.workflow.getHandle(id, runId).fetchHistory();
    const file = `${o.name}-${files.length + 1}.json`;
    const text = JSON.stringify(JSON.parse(historyToJSON(history)), withoutMachines, 1);
    // Never over a file that is there: what was recorded stays.
    writeFileSync(join(dir, file), `${text}\n`, { flag: 'wx' });
    files.push(file);
    const last = history.events?.at(-1);
    runId = last?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
  }
  return files;
}

function withoutMachines(key: string, value: unknown): unknown {
  return key === 'identity' ? 'recorded' : value;
}

/** The corpus, by file name. */
export function loadHistories(dir: string = historiesDir): SavedHistory[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => ({ name: file, history: historyFromJSON(JSON.parse(readFileSync(join(dir, file), 'utf8'))) }));
}

/** What the history says the run told. */
export function toldIn({ history }: SavedHistory): Told {
  const told = nothingTold();
  for (const event of history.events ?? []) {
    const update = event.workflowExecutionUpdateCompletedEventAttributes;
    if (update) told.updates[update.meta?.updateId ?? ''] = outcomeText(update.outcome);
    const activity = event.activityTaskScheduledEventAttributes;
    if (activity) told.projects.push(firstText(activity.input));
    const timer = event.timerStartedEventAttributes;
    if (timer) told.timers.push(msOf(timer.startToFireTimeout));
    const continued = event.workflowExecutionContinuedAsNewEventAttributes;
    if (continued) told.next.push(firstText(continued.input));
  }
  return told;
}

/** The first argument of each accepted Update: the order as it came. */
export function submissionsIn({ history }: SavedHistory): { order: { type: string } }[] {
  return (history.events ?? []).flatMap((event) => {
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
    return accepted ? [JSON.parse(firstText(accepted.acceptedRequest?.input?.args))] : [];
  });
}

function outcomeText(outcome: temporal.api.update.v1.Outcome.$Properties | null | undefined): string {
  if (outcome?.success) return firstText(outcome.success);
  return `failed: ${outcome?.failure?.message ?? ''}`;
}

function firstText(payloads: Payloads): string {
  return Buffer.from(payloads?.payloads?.[0]?.data ?? []).toString('utf8');
}

function msOf(duration: { seconds?: unknown; nanos?: number | null } | null | undefined): number {
  return Number(duration?.seconds ?? 0) * 1_000 + Math.round((duration?.nanos ?? 0) / 1e6);
}
