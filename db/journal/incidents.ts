import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import type { IncidentKind } from '../schema/running.ts';

export type { IncidentKind } from '../schema/running.ts';

/** An incident that is not over: since when (ms) which case is not as its journal. */
export interface Incident {
  readonly caseId: string;
  readonly kind: IncidentKind;
  readonly seenAt: number;
}

const tell = {
  name: 'incident-tell',
  text: `INSERT INTO incident AS i (case_id, kind, seen_at) VALUES ($1, $2, clock_timestamp())
    ON CONFLICT (case_id, kind) DO UPDATE SET seen_at = EXCLUDED.seen_at, ended_at = NULL WHERE i.ended_at IS NOT NULL
    RETURNING case_id`,
};
const end = {
  name: 'incident-end',
  text: 'UPDATE incident SET ended_at = clock_timestamp() WHERE case_id = $1 AND ended_at IS NULL',
};
const open = {
  name: 'incident-open',
  text: `SELECT case_id AS "caseId", kind, seen_at AS "seenAt" FROM incident WHERE ended_at IS NULL ORDER BY seen_at, case_id`,
};

/** Keeps an incident of a case; true when it was not known yet, so that one process tells it. */
export async function keepIncident(db: Queryable, caseId: string, kind: IncidentKind): Promise<boolean> {
  return (await run(db, tell, [caseId, kind])).length > 0;
}

/** The case is as its journal again. */
export async function endIncidents(db: Queryable, caseId: string): Promise<void> {
  await run(db, end, [caseId]);
}

/** The incidents that are not over, oldest first. */
export async function openIncidents(db: Queryable): Promise<Incident[]> {
  const rows = await run<{ caseId: string; kind: IncidentKind; seenAt: Date }>(db, open, []);
  return rows.map(({ caseId, kind, seenAt }) => ({ caseId, kind, seenAt: seenAt.getTime() }));
}
