import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, boardCases } from '../../../db/views/board.ts';
import type { BoardLight } from '../../../db/views/board.ts';
import { canSee } from '../../../domain/people/can.ts';
import type { Actor } from '../../../domain/people/roles.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { day } from '../../support/scene.ts';
import { actorWith, viewers, walk } from './pages.ts';
import { writeRandomCases } from './random-cases.ts';
import type { CaseRecord, RandomCases } from './random-cases.ts';

let base: TestDatabase;
let data: RandomCases;
const today = day('2026-03-10');
const nearOn = day('2026-03-12');
const dueOn = new Map<string, string>();
const levels = new Map<string, string[]>();
const lights = ['red', 'yellow', 'green'] as const;

beforeAll(async () => {
  base = await openTestDatabase();
  data = await writeRandomCases(base.app, { seed: 23, count: 400 });
  reckon(data);
  await base.admin.query(`UPDATE case_row c SET sort_due_on =
    (SELECT min(s.sort_due_on) FROM case_step s WHERE s.case_id = c.case_id AND s.open)`);
});
afterAll(() => base.close());

/** The earliest due date of a running clock of each case, and the levels of its unanswered warnings, as they were written. */
function reckon(rows: RandomCases): void {
  for (const { caseId, open, sortDueOn } of rows.steps) {
    const before = dueOn.get(caseId) ?? null;
    if (open && typeof sortDueOn === 'string' && (before === null || sortDueOn < before)) dueOn.set(caseId, sortDueOn);
  }
  for (const { caseId, level, acknowledgedAt } of rows.warnings) {
    if (acknowledgedAt === null) levels.set(caseId, [...(levels.get(caseId) ?? []), level]);
  }
}

function lightOf({ caseId }: CaseRecord): BoardLight {
  const due = dueOn.get(caseId) ?? 'never';
  const has = (level: string) => levels.get(caseId)?.includes(level) === true;
  if (due < today || has('red')) return 'red';
  return due <= nearOn || has('yellow') ? 'yellow' : 'green';
}

function openCasesOf(actor: Actor): CaseRecord[] {
  return data.cases.filter((one) => one.status === 'open' && canSee(actor, one));
}

describe.each(Object.entries(viewers))('the board of %s', (_, actor) => {
  it('counts every open case of the scope once, under its department, item and light', async () => {
    const counted = new Map<string, number>();
    for (const one of openCasesOf(actor)) {
      const key = `${one.departmentId} ${one.itemCode} ${lightOf(one)}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
    const rows = await board(base.app, { actor, today, nearOn });
    const shown = rows.flatMap((row) =>
      lights.flatMap((light) => (row[light] > 0 ? [[`${row.departmentId} ${row.itemCode} ${light}`, row[light]]] : [])),
    );
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(counted));
    const overdue = openCasesOf(actor).filter((one) => (dueOn.get(one.caseId) ?? 'never') < today).length;
    expect(rows.reduce((sum, row) => sum + row.overdue, 0)).toBe(overdue);
  });

  it.each(lights)('shows behind its %s counts exactly the cases it counted, due first', async (light) => {
    const shown = await walk((cursor) => boardCases(base.app, { actor, today, nearOn, light, limit: 7, cursor }));
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
    const rows = await board(base.app, { actor, today, nearOn });
    for (const { departmentId, itemCode, red } of rows) {
      const asked = { actor, today, nearOn, light: 'red' as const, departmentId, itemCode, limit: 50 };
      const shown = await walk((cursor) => boardCases(base.app, { ...asked, cursor }));
      expect(shown.length).toBe(red);
    }
  });

  it('tell the warnings nobody has acknowledged', async () => {
    const actor = actorWith('supervisionLead@s-province');
    const shown = await walk((cursor) => boardCases(base.app, { actor, today, nearOn, limit: 50, cursor }));
    for (const { caseId, redWarnings } of shown) {
      const wanted = data.warnings.filter((w) => w.caseId === caseId && w.level === 'red' && w.acknowledgedAt === null);
      expect(redWarnings).toBe(wanted.length);
    }
  });

  it('refuse a cursor of another list', async () => {
    const actor = actorWith('supervisor@s-shenyang');
    const page = await boardCases(base.app, { actor, today, nearOn, limit: 5, cursor: 'bm90IGEgY3Vyc29y' });
    expect(page).toMatchObject({ refused: true, code: 'bad-cursor' });
  });
});
