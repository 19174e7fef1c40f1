import type { Client } from '@temporalio/client';
import { run } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import { newestRevision, nationalCalendar } from '../domain/clock/calendar.ts';
import { addDays, civilDateOf } from '../domain/clock/civil-date.ts';
import { anyBlob } from '../db/files/check.ts';
import { lastComparison } from '../db/journal/comparisons.ts';
import type { Comparison } from '../db/journal/comparisons.ts';
import { openIncidents } from '../db/journal/incidents.ts';
import { missingAdministrators } from '../db/people/administrators.ts';
import { mayChangeTables, mayMoreThanReadAudit } from '../db/least-rights.ts';
import { liveBuilds, liveWorkers } from '../db/workers.ts';
import type { LiveBuild } from '../db/workers.ts';
import { currentRules } from '../domain/case/machine.ts';
import type { Readiness } from './deps.ts';
import type { BlobStore } from './files/blob-store.ts';
import { version } from './version.ts';

/** The calendar must reach so many days ahead: longer than the longest usual limit. */
const horizonDays = 180;
const temporalMs = 2_000;
/** An incident is told after 30 s and the next sweep. */
const foundForMs = 60_000;

const migrated = {
  name: 'ready-migrated',
  text: 'SELECT 1 FROM calendar_revision WHERE region = $1 AND revision = $2',
};

/**
 * What /readyz asks: the stores, the namespace, no more rights than are needed. `state` changes while the process lives: the first sweep,
 * and the end. Without a worker the API still shows and takes in: that is a warning.
 */
export function createReadiness(o: {
  db: Db;
  auditDb: Db | null;
  store: BlobStore;
  connection: Client['connection'];
  namespace: string;
  production: boolean;
  state: { swept: boolean; stopping: boolean };
}): () => Promise<Readiness> {
  const newest = newestRevision();
  return async () => {
    const [database, migrations, leastRights, temporal] = await Promise.all([
      holds(async () => run(o.db, { name: 'ready', text: 'SELECT 1' }, [])),
      holds(async () => run(o.db, migrated, [newest.region, newest.revision])),
      holds(async () => !o.production || isLeast(o.db, o.auditDb)),
      holds(async () =>
        o.connection.withDeadline(Date.now() + temporalMs, () =>
          o.connection.workflowService.describeNamespace({ namespace: o.namespace }),
        ),
      ),
    ]);
    const calendar = nationalCalendar().endsOn >= addDays(civilDateOf(Date.now()), horizonDays);
    const checks = {
      database,
      migrations,
      leastRights,
      temporal,
      calendar,
      firstSweep: o.state.swept,
      running: !o.state.stopping,
    };
    return { ready: Object.values(checks).every(Boolean), checks, ...(await toLookAt(o)) };
  };
}

async function isLeast(db: Db, auditDb: Db | null): Promise<boolean> {
  const [tables, audit] = await Promise.all([
    mayChangeTables(db),
    auditDb === null ? false : mayMoreThanReadAudit(auditDb),
  ]);
  return tables === false && audit === false;
}

/** True when it answers yes; a list of rows must not be empty. */
async function holds(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    const answer = await ask();
    return Array.isArray(answer) ? answer.length > 0 : answer !== false;
  } catch {
    return false;
  }
}

interface Places {
  readonly db: Db;
  readonly auditDb: Db | null;
  readonly store: BlobStore;
}

const lostContents =
  'expected the contents of the files that the tables name, but not even the first is there: is FILES_DIR, or the bucket, the right one? npm run files:check names all';

/** A wrong or empty folder shows at the first content that is looked for. */
async function hasContentOf(db: Db, store: BlobStore): Promise<boolean> {
  const blob = await anyBlob(db);
  return blob === null || holds(async () => (await store.head(blob.sha256)) !== null);
}

/** What an operator should look at though all works, and which builds run; nothing is said where the database cannot be asked. */
async function toLookAt({ db, auditDb, store }: Places): Promise<Pick<Readiness, 'warnings' | 'builds'>> {
  try {
    const [workers, builds, incidents, compared, missing, hasContents] = await Promise.all([
      liveWorkers(db),
      liveBuilds(db),
      openIncidents(db),
      lastComparison(db),
      missingAdministrators(db),
      hasContentOf(db, store),
    ]);
    const older = `expected workers that know rules ${currentRules}, but one knows up to ${workers.rules} only: restart it`;
    const warnings = [
      ...(workers.count === 0 ? ['expected a worker, but none has said that it lives'] : []),
      ...(workers.rules !== null && workers.rules < currentRules ? [older] : []),
      ...otherBuilds(builds),
      ...(auditDb === null ? ['expected AUDIT_DATABASE_URL, but it is not given: nobody reads the audit here'] : []),
      ...missing.map(
        (role) => `expected an account with the post ${role}, but there is none: npm run user -- add makes it`,
      ),
      ...(hasContents ? [] : [lostContents]),
      ...(incidents.length > 0
        ? [
            `expected no incident, but ${incidents.length} cases are not as their journal: npm run -s case:restore -- --list names them, docs/how-to/backup.md says what to do`,
          ]
        : []),
      ...(compared === null ? [] : justFound(compared)),
    ];
    return { warnings, builds };
  } catch {
    return { warnings: [], builds: [] };
  }
}

/** Workers of another build than this API: they are restarted first, so in an update they are the newer ones for a while. */
function otherBuilds(builds: readonly LiveBuild[]): string[] {
  return builds
    .filter((build) => build.kind === 'worker' && build.version !== version)
    .map(
      (build) =>
        `expected workers of this API's build ${version}, but ${build.count} are of ${build.version ?? 'a release before builds were told'}`,
    );
}

/** What the last comparison found is an incident soon, or well again: until then this says it. */
function justFound({ at, differing }: Comparison): string[] {
  if (differing === 0 || Date.now() - at > foundForMs) return [];
  return [
    `expected cases as their journal, but ${differing} differed a moment ago: those that still do are incidents soon`,
  ];
}
