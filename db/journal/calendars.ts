import { isNewer } from '../../domain/clock/revision.ts';
import type { RecordedRevision } from '../../domain/clock/revision.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

const calendarsOfOpen = {
  name: 'calendars-of-open-cases',
  text: `SELECT case_id AS "caseId", state->'calendar' AS calendar FROM case_head WHERE state->>'status' = 'open' ORDER BY case_id`,
};

/** The open cases for which a calendar is newer than the one they are judged by. */
export async function casesBehind(db: Queryable, revision: RecordedRevision): Promise<string[]> {
  const open = await run<{ caseId: string; calendar: RecordedRevision }>(db, calendarsOfOpen, []);
  return open.filter(({ calendar }) => isNewer(revision, calendar)).map(({ caseId }) => caseId);
}
