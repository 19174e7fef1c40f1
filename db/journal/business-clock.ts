import type { BusinessClock } from '../../domain/case/business-clock.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import type { Head } from './head.ts';

const read = {
  name: 'business-clock',
  text: 'SELECT version, offset_ms AS "offset" FROM business_clock WHERE id = 1',
};
const move = {
  name: 'business-clock-move',
  text: `UPDATE business_clock SET version = version + 1, offset_ms = $2 WHERE id = 1 AND version = $1 AND offset_ms < $2
    RETURNING version`,
};
const begin = {
  name: 'business-clock-begin',
  text: `UPDATE business_clock SET version = version + 1, offset_ms = $1
    WHERE id = 1 AND NOT EXISTS (SELECT FROM intent) AND NOT EXISTS (SELECT FROM case_head) RETURNING version`,
};
const behind = {
  name: 'business-clock-behind',
  text: `SELECT case_id AS "caseId", seq, hash, state FROM case_head
    WHERE state->>'status' = 'open' AND (state->'businessClock'->>'version')::int < $1 ORDER BY case_id`,
};

/** The business clock of demonstrations as it stands now. */
export async function readBusinessClock(db: Queryable): Promise<BusinessClock> {
  const [clock] = await run<{ version: number; offset: number }>(db, read, []);
  return clock ?? { version: 0, offset: 0 };
}

/** Moves the clock that was read as `version` forward to an offset (ms). Its new version; null when it has moved since, or would go back. */
export async function moveBusinessClock(db: Queryable, o: { version: number; offset: number }): Promise<number | null> {
  const [moved] = await run<{ version: number }>(db, move, [o.version, o.offset]);
  return moved?.version ?? null;
}

/**
 * Sets the business clock of an installation without cases, also back: demo data begins 60 days ago and moves forward from
 * there. False when there are cases already; from then on the clock only advances.
 */
export async function beginBusinessClock(db: Queryable, offsetMs: number): Promise<boolean> {
  return (await run(db, begin, [offsetMs])).length > 0;
}

/** The open cases that have not adopted this version of the clock. */
export async function headsBehind(db: Queryable, version: number): Promise<Head[]> {
  return run<{ caseId: string; seq: number; hash: string; state: Head['state'] }>(db, behind, [version]);
}
