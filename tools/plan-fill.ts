import type { Db } from '../db/client.ts';

/** What was filled, and things to ask for. */
export interface Filled {
  readonly cases: number;
  readonly steps: number;
  readonly open: number;
  readonly tasks: number;
  readonly seen: number;
  readonly seconds: number;
  readonly caseId: string;
  readonly caseNo: string;
  readonly userId: string;
}

const userId = '00000000-0000-7000-8000-000000000001';

/** A province of 14 cities with 6 districts and 3 departments in each; one department in the middle of Shenyang's first is asked about. */
const ground = [
  `INSERT INTO region SELECT DISTINCT code, '地区' || code FROM (
    SELECT '210000' AS code UNION ALL SELECT '21' || lpad(c::text, 2, '0') || lpad(d::text, 2, '0')
    FROM generate_series(1, 14) c, generate_series(0, 6) d) r`,
  `INSERT INTO department SELECT 'd-' || lpad(n::text, 3, '0'), 'uscc' || n, '部门' || n, code, 'department'
    FROM (SELECT code, row_number() OVER (ORDER BY code, k) - 1 AS n FROM region, generate_series(1, 3) k) d`,
  `INSERT INTO department VALUES ('s-city', 'us1', '市营商局', '210100', 'supervision'), ('s-province', 'us2', '省营商局', '210000', 'supervision')`,
  `INSERT INTO item SELECT 'i-' || substr(id, 3) || '-' || k, 'b', '事项' || k, '01', id, '{}', 1
    FROM department, generate_series(1, 5) k WHERE kind = 'department'`,
  `INSERT INTO app_user (id, login, name, password_hash) VALUES ('${userId}', 'wang', '王', 'x')`,
];

/** Two cases in five are open; each has four steps, the last one open; due dates lie around 2026-06-15, one in five is stopped. */
const cases = `INSERT INTO case_row (case_id, case_no, item_code, department_id, region_code, definition, applicant, seq, status,
    result, received_on, filed_at, closed_at, due_on, provisional, sort_due_on, yellow_key, red_key)
  SELECT md5(n::text)::uuid, i.code || '-2026' || lpad(n::text, 8, '0'), i.code, d.id, d.region_code, 'sha', md5('a' || n), 20,
    CASE WHEN n % 10 < 4 THEN 'open' ELSE 'closed' END, CASE WHEN n % 10 < 4 THEN NULL ELSE 'granted' END, '2026-02-01'::date + (n * 13 % 120)::int,
    '2026-05-01'::timestamptz + n * interval '1 second', CASE WHEN n % 10 < 4 THEN NULL ELSE '2026-01-01'::timestamptz + (n::bigint * 7919 % 9000000) * interval '1 second' END,
    '2026-06-30', false, CASE WHEN n % 5 = 0 THEN NULL ELSE '2026-06-10'::date + (n * 31 % 60)::int END,
    CASE WHEN n % 5 = 0 THEN 'infinity' ELSE '2026-06-07'::date + (n * 31 % 60)::int END,
    CASE WHEN n % 5 = 0 THEN 'infinity' ELSE '2026-06-11'::date + (n * 31 % 60)::int END
  FROM generate_series(1, $1::int) n
  JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS at, count(*) OVER () AS all FROM department WHERE kind = 'department') d
    ON d.at = n % d.all
  JOIN item i ON i.code = 'i-' || substr(d.id, 3) || '-' || (n / 7 % 5 + 1)`;

/**
 * As many tasks and as many viewers as steps: four of each a case, closed or not, so that both tables have the size of the others. Half of
 * the tasks are held by one of 300 people or, one in 97, by the one who is asked about; one in ten waits for an approval, one in ten to be collected.
 */
const tasksAndViewers = [
  `INSERT INTO case_task (case_id, task_id, step_id, role, department_id, region_code, item_code, origin, assignee, due_key, sort_clock, yellow_key, red_key, serving_on, serving)
    SELECT case_id, CASE kind WHEN 'step' THEN '' ELSE kind || ':' END || 'step-' || k, 'step-' || k,
      (ARRAY['windowClerk', 'caseOfficer', 'reviewer', 'approver', 'certificateClerk', 'deputyHead'])[at % 6 + 1], department_id,
      region_code, item_code, kind, CASE WHEN kind <> 'step' OR at % 2 = 0 THEN NULL WHEN at % 97 = 0 THEN '${userId}'::uuid
        ELSE md5((at % 300)::text)::uuid END, coalesce(sort_due_on, 'infinity'), 'promised', yellow_key, red_key,
      CASE WHEN served THEN '2026-05-01'::date + (at % 45)::int END, CASE WHEN served THEN '{"stage":"toCollect"}'::jsonb END
    FROM (SELECT *, at % 20 > 1 AND at % 10 = 7 AS served, CASE at % 20 WHEN 0 THEN 'start' WHEN 1 THEN 'extension' ELSE 'step' END AS kind
      FROM (SELECT c.*, k, abs(hashtext(c.case_no || k)) AS at FROM case_row c, generate_series(1, 4) k) n) t`,
  `INSERT INTO case_seen SELECT case_id, 'department', department_id, closed_at FROM case_row`,
  `INSERT INTO case_seen SELECT case_id, 'person', CASE WHEN at % 97 = 0 THEN '${userId}' ELSE md5((at % 300)::text)::uuid::text END, closed_at
    FROM (SELECT c.*, abs(hashtext(c.case_no || k)) AS at FROM case_row c, generate_series(1, 3) k) n ON CONFLICT DO NOTHING`,
];

const rest = [
  `INSERT INTO case_step (case_id, step_id, kind, role, department_id, region_code, item_code, open, untimed, phase,
      opened_at, opened_on, started_on, promise_due_on, reminders, finished_at, finished_by, outcome)
    SELECT case_id, 'step-' || k, CASE k WHEN 3 THEN 'expertReview' ELSE 'review' END,
      (ARRAY['windowClerk', 'caseOfficer', 'reviewer', 'approver', 'certificateClerk'])[at % 5 + 1], department_id, region_code,
      item_code, last, k = 3 OR untimed, CASE WHEN untimed AND last THEN CASE WHEN at % 2 = 0 THEN 'running' ELSE 'requested' END END,
      filed_at, '2026-05-01', CASE WHEN k = 3 THEN '2026-05-20'::date END,
      CASE WHEN untimed AND at % 2 = 0 THEN '2026-06-01'::date + (at % 40)::int END, 0, CASE WHEN last THEN NULL ELSE filed_at END,
      CASE WHEN last THEN NULL WHEN at % 97 = 0 THEN '${userId}'::uuid ELSE md5((at % 300)::text)::uuid END, 'pass'
    FROM (SELECT c.*, k, extract(epoch FROM filed_at)::bigint / 10 AS at, k = 4 AND c.status = 'open' AS last,
        k = 4 AND c.status = 'open' AND extract(epoch FROM filed_at)::bigint % 10 = 0 AS untimed
      FROM case_row c, generate_series(1, 4) k) s`,
  ...tasksAndViewers,
  `UPDATE case_task SET matters = '{withdrawal}' WHERE hashtext(case_id::text) % 400 = 0`,
  `INSERT INTO case_text SELECT case_id, applicant, '申请人' FROM case_row`,
  // The words of '沈阳供水第<n>有限公司', of a place in the form and of a number, as the trigger would write them.
  `INSERT INTO case_find SELECT case_id, ARRAY(SELECT department_id || '|' || w FROM (
      SELECT substr(t, i, 2) FROM unnest(ARRAY[name, place]) t, generate_series(1, length(t) - 1) i UNION SELECT '=' || name UNION SELECT '=' || place
      UNION SELECT '=' || right(case_no, 8) || '9138' UNION SELECT '~9138') words (w))
    FROM (SELECT *, '沈阳供水第' || right(case_no, 5) || '有限公司' AS name, '浑南区东陵路' || right(case_no, 4) || '号院取水口' AS place FROM case_row) c`,
  `INSERT INTO document_number (op_id, department_id, kind, year, text, state, case_id, at)
    SELECT md5('number' || case_no)::uuid, department_id, 'acceptanceNotice', 2026, '水许受' || department_id || '〔2026〕' || right(case_no, 8)::int || '号',
      'used', case_id, filed_at FROM case_row`,
  `INSERT INTO case_opened SELECT DISTINCT md5((at % 300)::text)::uuid, case_id, filed_at
    FROM (SELECT *, abs(hashtext(case_no)) AS at FROM case_row LIMIT 3000) c`,
  `INSERT INTO case_opened SELECT '${userId}', case_id, filed_at FROM case_row WHERE department_id = 'd-007' LIMIT 10`,
  `INSERT INTO case_clock (case_id, clock, kind, started_on, limit_count, limit_unit, extension, stops, due_on, provisional)
    SELECT case_id, clock, clock, '2026-05-01', 20, 'workday', 0, '[]', due_on, false FROM case_row, (VALUES ('statutory'), ('promised')) v (clock)`,
  `INSERT INTO case_head SELECT case_id, 20, 'hash', '{}' FROM case_row`,
  `INSERT INTO case_event (case_id, seq, at, recorded_at, request_id, body, hash)
    SELECT case_id, n, filed_at, filed_at, 'tick', '{"type": "StepOpened", "stepId": "step-1"}', md5(n::text)
    FROM (SELECT * FROM case_row LIMIT 20000) c, generate_series(1, 20) n`,
  `INSERT INTO warning (warning_id, case_id, seq, clock, epoch, rung, level, to_roles, department_id, region_code, on_day, at,
      recorded_at, late, acknowledged_at, acknowledged_as, to_people)
    SELECT case_id || ':' || k, case_id, k, 'statutory', 1, 'R1', (ARRAY['notice', 'yellow', 'red'])[k],
      CASE k WHEN 3 THEN ARRAY['caseOfficer', 'supervisor'] ELSE ARRAY['caseOfficer', 'windowLead'] END, department_id, region_code,
      '2026-06-01', filed_at, filed_at, false, CASE WHEN status = 'closed' THEN filed_at END,
      CASE WHEN status = 'closed' THEN (ARRAY['responsible', 'supervisor'])[abs(hashtext(case_no)) % 8 / 4 + 1] END,
      CASE WHEN hashtext(case_no) % 40 = 0 THEN ARRAY['${userId}'::uuid] ELSE '{}' END
    FROM case_row, generate_series(1, 3) k WHERE hashtext(case_no) % 4 = 0`,
  `INSERT INTO warning_seen SELECT case_id, warning_id, '${userId}', at FROM warning WHERE hashtext(warning_id) % 7 = 0`,
  `INSERT INTO message SELECT warning_id || role, case_id, seq, role, department_id, region_code, 'warning', level, warning_id, at
    FROM warning, unnest(to_roles) role`,
  `INSERT INTO message SELECT warning_id || person, case_id, seq, NULL, department_id, region_code, 'warning', level, warning_id, at, person
    FROM warning, unnest(to_people) person`,
  `INSERT INTO message_read SELECT message_id, '${userId}', at FROM message WHERE at < '2026-05-03'`,
];

/** As many audit entries as steps, over a year, of 300 people in all departments; one kind is rare, one entry in 50 is of nobody's. */
const audit = `INSERT INTO audit_entry (at, who, kind, details, address, department_id, region_code)
  SELECT '2025-06-15'::timestamptz + n * interval '365 days' / $1::int, md5((n % 300)::text)::uuid,
    CASE WHEN n % 1009 = 0 THEN 'regionMade' ELSE (ARRAY['signedIn', 'signedOut', 'unmaskedViewed', 'listExported'])[n % 4 + 1] END, '{}', '10.0.0.1',
    CASE WHEN n % 50 = 0 THEN '' ELSE d.id END, CASE WHEN n % 50 = 0 THEN '' ELSE d.region_code END
  FROM generate_series(1, $1::int) n
  JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS at, count(*) OVER () AS all FROM department) d ON d.at = n % d.all`;

/** Fills a scratch database with a number of steps, tasks and viewers (a quarter as many cases) by INSERT .. SELECT, and gathers statistics. */
export async function fillPlans(db: Db, steps: number): Promise<Filled> {
  const from = performance.now();
  for (const statement of ground) await db.query(statement);
  await db.query(cases, [Math.ceil(steps / 4)]);
  for (const statement of rest) await db.query(statement);
  await db.query(audit, [steps]);
  await db.query('VACUUM ANALYZE');
  const counted = await db.query<Pick<Filled, 'cases' | 'steps' | 'open' | 'tasks' | 'seen'>>(
    `SELECT (SELECT count(*) FROM case_row) AS cases, count(*) AS steps, count(*) FILTER (WHERE open) AS open,
      (SELECT count(*) FROM case_task) AS tasks, (SELECT count(*) FROM case_seen) AS seen FROM case_step`,
  );
  const asked = await db.query<{ caseId: string; caseNo: string }>(
    `SELECT case_id AS "caseId", case_no AS "caseNo" FROM case_row WHERE department_id = 'd-007' AND status = 'open'
      AND case_id IN (SELECT case_id FROM case_event) LIMIT 1`,
  );
  const [count] = counted.rows;
  const [one] = asked.rows;
  if (count === undefined || one === undefined)
    throw new Error('expected a filled database, but it has no case to ask for');
  return { ...count, ...one, userId, seconds: (performance.now() - from) / 1000 };
}
