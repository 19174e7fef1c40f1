import { run } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import { newestRevision, nationalCalendar } from '../domain/clock/calendar.ts';
import { addDays, civilDateOf } from '../domain/clock/civil-date.ts';
import type { Readiness } from './deps.ts';
import type { ClientConnection } from './temporal-client.ts';

/** The calendar must reach so many days ahead: longer than the longest usual limit. */
const horizonDays = 180;
const temporalMs = 2_000;

const migrated = {
  name: 'ready-migrated',
  text: 'SELECT 1 FROM calendar_revision WHERE region = $1 AND revision = $2',
};

/** What /readyz asks. `state` changes while the process lives: the first sweep, and the end. */
export function createReadiness(o: {
  db: Db;
  connection: ClientConnection;
  state: { swept: boolean; stopping: boolean };
}): () => Promise<Readiness> {
  const newest = newestRevision();
  return async () => {
    const [database, migrations, temporal] = await Promise.all([
      holds(async () => run(o.db, { name: 'ready', text: 'SELECT 1' }, [])),
      holds(async () => run(o.db, migrated, [newest.region, newest.revision])),
      holds(async () =>
        o.connection.withDeadline(Date.now() + temporalMs, () => o.connection.workflowService.getSystemInfo({})),
      ),
    ]);
    const calendar = nationalCalendar().endsOn >= addDays(civilDateOf(Date.now()), horizonDays);
    const checks = { database, migrations, temporal, calendar, firstSweep: o.state.swept, running: !o.state.stopping };
    return { ready: Object.values(checks).every(Boolean), checks };
  };
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
