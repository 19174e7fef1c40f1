import type { temporal } from '@temporalio/proto';
import { run } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import { newestRevision, nationalCalendar } from '../domain/clock/calendar.ts';
import { addDays, civilDateOf } from '../domain/clock/civil-date.ts';
import { taskQueue } from '../workflows/messages.ts';
import type { Readiness } from './deps.ts';
import { mayChangeTables } from '../db/least-rights.ts';
import type { ClientConnection } from './temporal-client.ts';

/** The calendar must reach so many days ahead: longer than the longest usual limit. */
const horizonDays = 180;
const temporalMs = 2_000;
const pollMs = 90_000;
/** TASK_QUEUE_TYPE_WORKFLOW. */
const workflowTasks = 1;

const migrated = {
  name: 'ready-migrated',
  text: 'SELECT 1 FROM calendar_revision WHERE region = $1 AND revision = $2',
};

/**
 * What /readyz asks: the stores, the namespace, a worker on its queue, no more rights than are needed. `state` changes while the process
 * lives: the first sweep, and the end.
 */
export function createReadiness(o: {
  db: Db;
  connection: ClientConnection;
  namespace: string;
  production: boolean;
  state: { swept: boolean; stopping: boolean };
}): () => Promise<Readiness> {
  const newest = newestRevision();
  const { connection, namespace } = o;
  const service = connection.workflowService;
  const ask = async <T>(call: () => Promise<T>): Promise<T> => connection.withDeadline(Date.now() + temporalMs, call);
  const queue = {
    namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: workflowTasks,
  };
  return async () => {
    const [database, migrations, leastRights, namespaceThere, worker] = await Promise.all([
      holds(async () => run(o.db, { name: 'ready', text: 'SELECT 1' }, [])),
      holds(async () => run(o.db, migrated, [newest.region, newest.revision])),
      holds(async () => (o.production && (await mayChangeTables(o.db)) !== false ? [] : true)),
      holds(async () => ask(() => service.describeNamespace({ namespace }))),
      holds(async () => liveOnes(await ask(() => service.describeTaskQueue(queue)))),
    ]);
    const calendar = nationalCalendar().endsOn >= addDays(civilDateOf(Date.now()), horizonDays);
    const checks = {
      database,
      migrations,
      leastRights,
      temporal: namespaceThere,
      worker,
      calendar,
      firstSweep: o.state.swept,
      running: !o.state.stopping,
    };
    return { ready: Object.values(checks).every(Boolean), checks };
  };
}

/** Who asked for work of late. Temporal names a poller for minutes after its last question; none waits longer than one for work. */
function liveOnes({ pollers }: temporal.api.workflowservice.v1.IDescribeTaskQueueResponse): unknown[] {
  const since = (Date.now() - pollMs) / 1_000;
  return (pollers ?? []).filter(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) >= since);
}

/** True when it answers; a list of rows must not be empty. */
async function holds(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    const answer = await ask();
    return !Array.isArray(answer) || answer.length > 0;
  } catch {
    return false;
  }
}
