import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorlds } from '../../../db/journal/worlds.ts';
import { migrateDb } from '../../../db/migrate.ts';
import { changedRows } from '../../../db/projections/rows.ts';
import type { ReadRows } from '../../../db/projections/rows.ts';
import { rebuildAll } from '../../../db/rebuild.ts';
import { caseClock, caseEvent, caseRow, finding, warning } from '../../../db/schema/index.ts';
import { fold } from '../../../domain/case/apply.ts';
import type { Fact } from '../../../domain/case/facts/index.ts';
import { noHash, seal } from '../../../domain/case/seal.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { longStory, publishTestFlow, stored, uuidOf } from '../../support/played-case.ts';
import type { PlayedCase } from '../../support/played-case.ts';
import { person, Scene } from '../../support/scene.ts';

/** The last migration before the one in question. */
const before = '0009_calendar_regions';
const review = { stepId: 'review' } as const;
const [wang, li] = [uuidOf('wang'), uuidOf('li')];

let base: TestDatabase;

beforeAll(async () => {
  base = await openTestDatabase({ migrated: false });
  await migrateTo(before);
  await publishTestFlow(base.admin);
  for (const one of [...old, ...young]) await store(one);
  await migrateDb(base.adminUrl, { appPassword: 'shixian-app-of-the-tests' });
});
afterAll(() => base.close());

const accepted = (): Scene => new Scene('2026-03-02').accepted('2026-03-03');
const old = [
  longStory(),
  accepted(),
  given(longStory(), '2026-03-25', 'windowClerk', { type: 'withdraw', statement: 's' }),
  given(accepted(), '2026-03-04', 'caseOfficer', { type: 'requestExtension', count: 5, reason: 'r' }),
  given(new Scene('2026-03-02').reviewed('2026-03-03'), '2026-03-04', 'caseOfficer', {
    type: 'requestUntimedStep',
    stepId: 'experts',
    reason: 'r',
  }),
].map((scene, n) => asOfRules2(stored(scene, `old-${n}`)));
const young = [handled(), acknowledged()].map((scene, n) => stored(scene, `young-${n}`));

function given(
  scene: Scene,
  on: string,
  ...[role, order]: [Parameters<Scene['must']>[1], Parameters<Scene['must']>[2]]
) {
  scene.must(on, role, order);
  return scene;
}

/** Claimed, handed over, given back, reassigned. */
function handled(): Scene {
  const scene = accepted();
  scene.give('2026-03-04', person('caseOfficer', wang), { type: 'claimTask', ...review });
  scene.give('2026-03-04', person('caseOfficer', wang), { type: 'handOverTask', ...review, to: li, reason: 'r' });
  scene.give('2026-03-04', person('caseOfficer', li), { type: 'releaseTask', ...review, reason: 'r' });
  return given(scene, '2026-03-04', 'sectionChief', { type: 'reassignTask', ...review, to: wang, reason: 'r' });
}

function acknowledged(): Scene {
  const scene = accepted();
  scene.pass('2026-03-10');
  const told = scene.all('WarningRaised').find(({ to }) => to.includes('caseOfficer'));
  return given(scene, '2026-03-10', 'caseOfficer', {
    type: 'acknowledge',
    warningId: told?.warningId ?? '',
    note: 'n',
  });
}

/** The same case as rules 2 recorded it: steps that do not say what they are, and warnings that nobody remembers the people of. */
function asOfRules2({ caseId, world, facts: played }: PlayedCase): PlayedCase {
  const facts: Fact[] = [];
  for (const { body, ...stamp } of played) {
    facts.push(seal(facts.at(-1) ?? { seq: 0, hash: noHash }, stamp, older(body)));
  }
  return { caseId, world, facts, state: fold(caseId, facts) };
}

function older(body: Fact['body']): Fact['body'] {
  if (body.type === 'CaseFiled') return { ...body, rules: 2 };
  if (body.type !== 'StepOpened') return body;
  const { type, stepId, on, untimed } = body;
  return { type, stepId, on, untimed };
}

async function migrateTo(last: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  cpSync(join(import.meta.dirname, '../../../db/migrations'), folder, { recursive: true });
  const path = join(folder, 'meta/_journal.json');
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(path, 'utf8'));
  const end = journal.entries.findIndex(({ tag }) => tag === last);
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end + 1) }));
  await migrate(drizzle(base.admin), { migrationsFolder: folder });
  rmSync(folder, { recursive: true });
}

/** Journal, head and read rows as the version before wrote them. */
async function store({ caseId, world, state, facts }: PlayedCase): Promise<void> {
  const rows = changedRows(null, { world, state }, facts);
  const events = facts.map((fact) => ({
    onBehalfOf: null,
    ...fact,
    caseId,
    at: new Date(fact.at),
    recordedAt: new Date(fact.recordedAt),
  }));
  const lists = [
    [caseEvent, events],
    [caseRow, rows.cases],
    [caseClock, rows.clocks],
    [warning, rows.warnings],
    [finding, rows.findings],
  ] as const;
  for (const [table, list] of lists) {
    await base.admin.query(asItWas(getTableName(table)), [JSON.stringify(list.map((row) => named(table, row)))]);
  }
  await base.admin.query('INSERT INTO case_head (case_id, seq, hash, state) VALUES ($1, $2, $3, $4)', [
    caseId,
    state.seq,
    state.hash,
    JSON.stringify(state),
  ]);
  for (const step of oldSteps(rows)) {
    const [names, values] = [Object.keys(step).join(', '), Object.values(step)];
    const places = values.map((_, at) => `$${at + 1}`).join(', ');
    await base.admin.query(`INSERT INTO case_step (${names}) VALUES (${places})`, values);
  }
}

/** Columns that the table of those days had not yet are left out. */
function asItWas(table: string): string {
  return `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`;
}

/** A row by the names of its columns. */
function named(table: PgTable, row: object): Readonly<Record<string, unknown>> {
  const columns = getTableColumns(table);
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [columns[key]?.name ?? key, value]));
}

/** The rows of case_step while they still said who acts next, who is asked for an extension, and what is due first. */
function oldSteps({ steps, tasks }: ReadRows): Readonly<Record<string, unknown>>[] {
  return steps.map((step) => {
    const ofStep = tasks.filter(({ stepId }) => stepId === step.stepId);
    const task = ofStep.find(({ origin }) => origin !== 'extension');
    return {
      case_id: step.caseId,
      step_id: step.stepId,
      kind: step.kind,
      role: step.role,
      department_id: step.departmentId,
      region_code: step.regionCode,
      item_code: step.itemCode,
      open: step.open,
      untimed: step.untimed,
      phase: step.phase,
      next_role: task?.role ?? step.role,
      extension_approver: ofStep.find(({ origin }) => origin === 'extension')?.role ?? null,
      opened_at: step.openedAt,
      opened_on: step.openedOn,
      started_on: step.startedOn,
      promise_due_on: step.promiseDueOn,
      sort_due_on: task === undefined || task.dueKey === 'infinity' ? null : task.dueKey,
      sort_clock: task?.sortClock ?? null,
      reminders: step.reminders,
      finished_at: step.finishedAt,
      finished_by: step.finishedBy,
      outcome: step.outcome,
    };
  });
}

/**
 * Every read table; which rungs are still to come, so that a row will shine yellow, only a rebuild knows, and in those days no clock
 * watched the wait for a start.
 */
async function readTables(): Promise<Readonly<Record<string, unknown>>> {
  const tables = ['case_row', 'case_clock', 'case_step', 'case_task', 'case_seen', 'warning', 'warning_seen'];
  const rows = tables.map(
    (table) => `(SELECT json_agg(r ORDER BY r::text)
    FROM (SELECT to_jsonb(t) - '{yellow_key,start_due_on,promise_key}'::text[] AS r FROM ${table} t) s) AS ${table}`,
  );
  return (await base.admin.query<Readonly<Record<string, unknown>>>(`SELECT ${rows.join(', ')}`)).rows[0] ?? {};
}

describe('tasks and viewers of cases that were there before', () => {
  it('are filled as a rebuild writes them', async () => {
    const count = `SELECT (SELECT json_object_agg(origin, n) FROM (SELECT origin, count(*) AS n FROM case_task GROUP BY 1) t) AS tasks,
      (SELECT json_object_agg(kind, n) FROM (SELECT kind, count(*) AS n FROM case_seen GROUP BY 1) t) AS seen,
      (SELECT count(*) FROM case_task WHERE assignee IS NOT NULL) AS held, (SELECT count(*) FROM warning_seen) AS marks`;
    const [filled] = (await base.admin.query(count)).rows;
    expect(filled).toEqual({
      tasks: { step: 7, start: 1, extension: 1 },
      seen: { department: 7, person: 2 },
      held: 1,
      marks: 1,
    });
    const before = await readTables();
    const done = await rebuildAll(base.admin, createWorlds(base.admin));
    expect(done).toMatchObject({ cases: old.length + young.length, broken: [] });
    expect(await readTables()).toEqual(before);
  });
});
