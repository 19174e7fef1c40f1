import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { temporal } from '@temporalio/proto';
import type { HistoryCount } from './types.ts';

type Event = temporal.api.history.v1.IHistoryEvent;
const { EventType } = proto.temporal.api.enums.v1;
const { HistoryEvent } = proto.temporal.api.history.v1;

type Mutable = { -readonly [K in keyof Omit<HistoryCount, 'shapes'>]: number } & { shapes: Record<string, number> };

/** Counts what the steps of these workflows left in their histories, all runs of a chain. */
export async function countHistories(client: Client, workflowIds: readonly string[]): Promise<HistoryCount> {
  const count: Mutable = {
    cases: 0,
    steps: 0,
    stepTasks: 0,
    stepEvents: 0,
    stepBytes: 0,
    shapes: {},
    timerTasks: 0,
    continuedAsNew: 0,
    runEvents: 0,
  };
  for (const workflowId of workflowIds) {
    count.cases += 1;
    for (const run of await runsOf(client, workflowId)) addRun(count, run);
  }
  return count;
}

async function runsOf(client: Client, workflowId: string): Promise<Event[][]> {
  const runs: Event[][] = [];
  let runId: string | undefined;
  for (;;) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    if (!events || events.length === 0) return runs;
    runs.push(events);
    const before = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!before) return runs;
    runId = before;
  }
}

/** One workflow task with what led to it and what came of it: the events up to the next task. */
function addRun(count: Mutable, events: readonly Event[]): void {
  let group: Event[] = [];
  let isFirst = true;
  const close = (): void => {
    if (group.length === 0) return;
    addGroup(count, group, isFirst);
    isFirst = false;
    group = [];
  };
  for (const event of events) {
    const begins =
      event.eventType === EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED ||
      event.eventType === EventType.EVENT_TYPE_TIMER_FIRED;
    // A fired timer is told before the task it causes: it opens the group, and its task does not open another.
    const follows = group.length === 1 && typeOf(group[0]) === EventType.EVENT_TYPE_TIMER_FIRED;
    const startsRun = isFirst && !has(group, EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED);
    if (begins && !follows && !startsRun) close();
    group.push(event);
  }
  close();
}

function addGroup(count: Mutable, group: readonly Event[], isFirst: boolean): void {
  const updates = group.filter(
    (event) => typeOf(event) === EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED,
  ).length;
  const ends = has(group, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW) ? 1 : 0;
  count.continuedAsNew += ends;
  count.steps += updates;
  count.runEvents += ends;
  if (isFirst && updates === 0) {
    count.runEvents += group.length - ends;
    return;
  }
  if (has(group, EventType.EVENT_TYPE_TIMER_FIRED)) {
    count.timerTasks += 1;
    return;
  }
  // An order that met the first task of a run shares it with the start and the first timer.
  const size = group.length - ends - (isFirst ? 2 : 0);
  count.runEvents += isFirst ? 2 : 0;
  count.stepTasks += 1;
  count.stepEvents += size;
  count.stepBytes += group.reduce((sum, event) => sum + HistoryEvent.encode(event).finish().length, 0);
  count.shapes[size] = (count.shapes[size] ?? 0) + 1;
}

function typeOf(event: Event | undefined): unknown {
  return event?.eventType;
}

function has(group: readonly Event[], type: number): boolean {
  return group.some((event) => typeOf(event) === type);
}
