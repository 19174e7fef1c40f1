import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, boardCases } from '../../../db/views/board.ts';
import type { Shine } from '../../../domain/case/lights.ts';
import { covers, isSupervising } from '../../../domain/people/roles.ts';
import type { Actor } from '../../../domain/people/roles.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { day } from '../../support/scene.ts';
import { actorWith, isInScope, viewers, walk } from './pages.ts';
import { writeRandomCases } from './random-cases.ts';
import type { CaseRecord, RandomCases, TaskRecord, WarningRecord } from './random-cases.ts';

let base: TestDatabase;
let data: RandomCases;
const today = day('2026-03-10');
const dueOn = new Map<string, string>();
const shining = { yellow: new Map<string, string>(), red: new Map<string, string>() };
/** Levels of the warnings that wait for the department, and for who watches it. */
const levels = { own: new Map<string, string[]>(), above: new Map<string, string[]>() };
const lights = ['red', 'yellow', 'green'] as const;

beforeAll(async () => {
  base = await openTestDatabase();
  data = await writeRandomCases(base.app, { seed: 23, count: 400 });
  reckon(data);
  await base.admin
    .query(`UPDATE case_row c SET sort_due_on = nullif(t.due, 'infinity'), yellow_key = t.yellow, red_key = t.red
    FROM (SELECT case_id, min(due_key) AS due, min(yellow_key) AS yellow, min(red_key) AS red FROM case_task GROUP BY case_id) t
    WHERE t.case_id = c.case_id`);
});
afterAll(() => base.close());

/** The earliest dates of the tasks of each case, and the levels of its unanswered warnings, as they were written. */
function reckon(rows: RandomCases): void {
  for (const { caseId, dueKey, yellowKey, redKey } of rows.tasks) {
    keepLeast(dueOn, caseId, dueKey);
    keepLeast(shining.yellow, caseId, yellowKey);
    keepLeast(shining.red, caseId, redKey);
  }
  const add = (to: Map<string, string[]>, { caseId, level }: WarningRecord) =>
    to.set(caseId, [...(to.get(caseId) ?? []), level]);
  for (const one of rows.warnings.filter(({ annulledAt }) => annulledAt === null)) {
    if (one.acknowledgedAt === null) add(levels.own, one);
    if (one.acknowledgedAt === null || (one.level === 'red' && one.acknowledgedAs === 'responsible'))
      add(levels.above, one);
  }
}

function keepLeast(least: Map<string, string>, caseId: string, date = 'infinity'): void {
  const before = least.get(caseId) ?? 'infinity';
  if (date < before) least.set(caseId, date);
}

/** What waits for the viewer in a case: more for who watches its region. */
function levelsFor(actor: Actor, { caseId, regionCode }: CaseRecord): readonly string[] {
  const isAbove = actor.posts.some(({ role, regionCode: at }) => isSupervising(role) && covers(at, regionCode));
  return levels[isAbove ? 'above' : 'own'].get(caseId) ?? [];
}

/** Days alone make a light: no acknowledgement hides anything. */
function lightOf({ caseId }: CaseRecord): Shine {
  if ((shining.red.get(caseId) ?? 'never') <= today) return 'red';
  return (shining.yellow.get(caseId) ?? 'never') <= today ? 'yellow' : 'green';
}

function openCasesOf(actor: Actor): CaseRecord[] {
  return data.cases.filter((one) => one.status === 'open' && isInScope(actor, one));
}

describe.each(Object.entries(viewers))('the board of %s', (_, actor) => {
  it('counts every open case of the scope once, under its department, item and light', async () => {
    const counted = new Map<string, number>();
    for (const one of openCasesOf(actor)) {
      const key = `${one.departmentId} ${one.itemCode} ${lightOf(one)}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
    const rows = await board(base.app, { actor, today });
    const shown = rows.flatMap((row) =>
      lights.flatMap((light) => (row[light] > 0 ? [[`${row.departmentId} ${row.itemCode} ${light}`, row[light]]] : [])),
    );
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(counted));
  });

  it.each(lights)('shows behind its %s counts exactly the cases it counted, due first', async (light) => {
    const shown = await walk((cursor) => boardCases(base.app, { actor, today, light, limit: 7, cursor }));
    const wanted = openCasesOf(actor).filter((one) => lightOf(one) === light);
    const key = (one: CaseRecord) => `${dueOn.get(one.caseId) ?? 'never'} ${one.caseId}`;
    expect(shown.map(({ caseId }) => caseId)).toEqual(
      wanted.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ caseId }) => caseId),
    );
  });
});

describe('the cases behind one count', () => {
  it('are those of its department and item', async () => {
    const actor = actorWith('supervisionLead@s-province');
    const rows = await board(base.app, { actor, today });
    for (const { departmentId, itemCode, red } of rows) {
      const asked = { actor, today, light: 'red' as const, departmentId, itemCode, limit: 50 };
      const shown = await walk((cursor) => boardCases(base.app, { ...asked, cursor }));
      expect(shown.length).toBe(red);
    }
  });

  it('fault A1: tell the warnings that wait for the viewer: a department’s own mark hides no red from the supervisor', async () => {
    const redOf = async (actor: Actor) => {
      const shown = await walk((cursor) => boardCases(base.app, { actor, today, limit: 50, cursor }));
      for (const { caseId, redWarnings } of shown) {
        const one = data.cases.find((each) => each.caseId === caseId);
        const wanted = one === undefined ? [] : levelsFor(actor, one).filter((level) => level === 'red');
        expect(redWarnings).toBe(wanted.length);
      }
      return shown.filter(({ departmentName }) => departmentName === '部门d-heping').map((row) => row.redWarnings);
    };
    const sum = (reds: readonly number[]) => reds.reduce((a, b) => a + b, 0);
    const own = await redOf(actorWith('deputyHead@d-heping'));
    expect(sum(await redOf(actorWith('supervisionLead@s-province')))).toBeGreaterThan(sum(own));
  });

  it('name who holds the task that is due first', async () => {
    const actor = actorWith('supervisionLead@s-province');
    const shown = await walk((cursor) => boardCases(base.app, { actor, today, limit: 50, cursor }));
    for (const { caseId, handler } of shown) {
      const key = ({ dueKey, taskId }: TaskRecord) => `${dueKey} ${taskId}`;
      const tasks = data.tasks.filter((task) => task.caseId === caseId && task.origin !== 'extension');
      const [first] = tasks.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
      expect(handler?.id ?? null).toBe(first?.assignee ?? null);
    }
    expect(new Set(shown.map(({ handler }) => handler?.name))).toEqual(new Set(['wang', 'li', undefined]));
  });

  it('refuse a cursor of another list', async () => {
    const actor = actorWith('supervisor@s-shenyang');
    const page = await boardCases(base.app, { actor, today, limit: 5, cursor: 'bm90IGEgY3Vyc29y' });
    expect(page).toMatchObject({ refused: true, code: 'bad-cursor' });
  });
});
