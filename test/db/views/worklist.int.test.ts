import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counters } from '../../../db/views/counters.ts';
import { closedCases } from '../../../db/views/finished.ts';
import type { Filters } from '../../../db/views/filters.ts';
import { openLists } from '../../../db/views/open-tasks.ts';
import type { OpenList } from '../../../db/views/open-tasks.ts';
import { worklist } from '../../../db/views/worklist.ts';
import type { List } from '../../../db/views/worklist.ts';
import { parseCivilDate } from '../../../domain/clock/civil-date.ts';
import type { Matter } from '../../../domain/words/matters.ts';
import type { Actor } from '../../../domain/people/roles.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { actorWith, isInScope, sees, viewers, walk } from './pages.ts';
import { people, writeRandomCases } from './random-cases.ts';
import type { RandomCases, StepRecord, TaskRecord } from './random-cases.ts';

let base: TestDatabase;
let data: RandomCases;
const today = dayOf('2026-03-10');

beforeAll(async () => {
  base = await openTestDatabase();
  data = await writeRandomCases(base.app, { seed: 7, count: 400 });
});
afterAll(() => base.close());

describe.each(Object.entries(viewers))('the worklists of %s', (_, actor) => {
  it.each([...openLists, 'finished'] as const)(
    '%s shows exactly the tasks that belong there, in order',
    async (list) => {
      const shown = await walk((cursor) => worklist(base.app, { actor, list, today, limit: 7, cursor }));
      expect(shown.map(idOf)).toEqual(expected(list, actor).map(idOf));
    },
  );

  it('have counters that equal the pages', async () => {
    const counted = await counters(base.app, { actor, today });
    const lists = [...openLists, 'finished'] as const;
    const inLists = Object.fromEntries(lists.map((list) => [list, expected(list, actor).length]));
    const waiting = (matter: Matter) => expected('department', actor).filter((one) => hasMatter(one, matter)).length;
    expect(counted).toEqual({ ...inLists, withdrawal: waiting('withdrawal'), identity: waiting('identity') });
  });

  it('have the closed cases of the same scope, newest first', async () => {
    const shown = await walk((cursor) => closedCases(base.app, { actor, limit: 7, cursor }));
    const wanted = data.cases.filter((one) => one.status === 'closed' && sees(data, actor, one));
    const key = (one: { closedAt?: Date | null | undefined; caseId: string }) =>
      `${one.closedAt?.getTime()} ${one.caseId}`;
    expect(shown.map(({ caseId }) => caseId)).toEqual(
      wanted.toSorted((a, b) => (key(a) < key(b) ? 1 : -1)).map(({ caseId }) => caseId),
    );
  });

  it('have the closed cases that were received between days, newest first', async () => {
    const days = data.cases.map((one) => one.receivedOn).toSorted();
    const [receivedFrom, receivedTo] = [0.3, 0.6].map((part) => dayOf(days[Math.floor(days.length * part)] ?? ''));
    const filters = { receivedFrom, receivedTo };
    const shown = await walk((cursor) => closedCases(base.app, { actor, limit: 7, cursor, filters }));
    const all = await walk((cursor) => closedCases(base.app, { actor, limit: 7, cursor }));
    const wanted = all.filter((one) => one.receivedOn >= String(receivedFrom) && one.receivedOn <= String(receivedTo));
    expect(shown).toEqual(wanted);
  });

  it('can be narrowed to an item and to the beginning of a case number', async () => {
    const narrow = [{ itemCode: 'd-heping-item-1' }, { caseNo: 'd-heping-item-1-20260302' }, { caseNo: 'd_heping' }];
    const lists = ['department', 'waitingApproval'] as const;
    for (const { list, filters } of lists.flatMap((list) => narrow.map((filters) => ({ list, filters })))) {
      const shown = await walk((cursor) => worklist(base.app, { actor, list, today, limit: 7, cursor, filters }));
      const wanted = expected(list, actor).filter((one) => fits(one, filters));
      expect(shown.map(idOf)).toEqual(wanted.map(idOf));
    }
  });
});

describe.each(Object.entries(viewers))('the narrowed worklists of %s', (_, actor) => {
  const ask = (list: List, filters: Filters, sort?: 'received') =>
    walk((cursor) => worklist(base.app, { actor, list, today, limit: 7, cursor, filters, sort }));

  it.each([...openLists, 'finished'] as const)(
    '%s can be narrowed to a department, also one out of scope',
    async (list) => {
      for (const departmentId of ['d-heping', 'd-dalian', 'd-shenhe', 'nowhere']) {
        const wanted = expected(list, actor).filter((one) => one.departmentId === departmentId);
        expect((await ask(list, { departmentId })).map(idOf)).toEqual(wanted.map(idOf));
      }
    },
  );

  it('can be narrowed to a light, also in the order of receipt; what is over shines nothing', async () => {
    const lists = ['mine', 'claimable', 'department', 'waitingApproval'] as const;
    for (const list of lists) {
      for (const light of ['red', 'yellow', 'green'] as const) {
        const wanted = expected(list, actor).filter((one) => lightOf(one) === light);
        expect((await ask(list, { light })).map(idOf)).toEqual(wanted.map(idOf));
        const byReceipt = (await ask(list, { light }, 'received')).map(idOf);
        expect(byReceipt.toSorted()).toEqual(wanted.map(idOf).toSorted());
      }
    }
    expect(await ask('finished', { light: 'green' })).toEqual([]);
  });

  it('can be narrowed to what the window has to see to', async () => {
    for (const list of openLists) {
      for (const matter of ['withdrawal', 'identity'] as const) {
        const wanted = expected(list, actor).filter((one) => hasMatter(one, matter));
        expect((await ask(list, { matter })).map(idOf)).toEqual(wanted.map(idOf));
      }
    }
    expect(await ask('finished', { matter: 'identity' })).toEqual([]);
  });

  it('have the closed cases of a department', async () => {
    const all = await walk((cursor) => closedCases(base.app, { actor, limit: 7, cursor }));
    for (const departmentId of ['d-heping', 'd-dalian', 'd-shenhe']) {
      const filters = { departmentId };
      const shown = await walk((cursor) => closedCases(base.app, { actor, limit: 7, cursor, filters }));
      expect(shown).toEqual(all.filter((one) => one.departmentId === departmentId));
    }
  });
});

describe('a worklist', () => {
  const actor = actorWith('caseOfficer@d-heping');
  const ask = (o: { list?: List; cursor?: string; limit?: number }) =>
    worklist(base.app, { actor, list: 'department', today, limit: 5, ...o });

  it('shows what a row of it needs', async () => {
    const page = await ask({ list: 'mine', limit: 1 });
    const [row] = 'items' in page ? page.items : [];
    const step = data.steps.find((one) => one.caseId === row?.caseId && one.stepId === row.stepId);
    const task = data.tasks.find((one) => one.caseId === row?.caseId && one.taskId === row.taskId);
    expect(row).toMatchObject({
      itemName: '取水许可',
      departmentName: '部门d-heping',
      applicant: '张三丰',
      status: 'open',
      kind: step?.kind,
      phase: step?.phase,
      nextRole: 'caseOfficer',
      origin: 'step',
      handler: { id: people.wang, name: 'wang' },
      postHolders: null,
      dueOn: task?.dueKey,
      finishedAt: null,
    });
  });

  it('shows a finished step of a department that the person has left only where the case is still seen', async () => {
    const left: Actor = { id: people.wang, posts: actorWith('caseOfficer@d-dalian').posts };
    const shown = await walk((cursor) =>
      worklist(base.app, { actor: left, list: 'finished', today, limit: 50, cursor }),
    );
    expect(shown.length).toBeLessThan(data.steps.filter(({ finishedBy }) => finishedBy === people.wang).length);
    expect(shown.every((row) => sees(data, left, row))).toBe(true);
    expect(new Set(shown.map(({ departmentId }) => departmentId)).size).toBeGreaterThan(1);
  });

  it('shows nothing to who only keeps the system, whatever they held before', async () => {
    const keeper = actorWith('systemAdmin@d-heping');
    const lists = [...openLists, 'finished'] as const;
    for (const list of lists) expect(await worklistOf(keeper, list), list).toEqual([]);
    expect(await walk((cursor) => closedCases(base.app, { actor: keeper, limit: 5, cursor }))).toEqual([]);
  });

  it('keeps apart what is mine, what is another’s and what can be claimed', async () => {
    const [mine, claimable, department] = await Promise.all(
      (['mine', 'claimable', 'department'] as const).map((list) => worklistOf(actor, list)),
    );
    const holders = (rows: typeof mine = []) =>
      new Set(rows.map(({ origin, handler }) => `${origin} ${handler?.name}`));
    expect(holders(mine)).toEqual(new Set(['step wang', 'start undefined', 'extension undefined']));
    expect(holders(claimable)).toEqual(new Set(['step undefined']));
    expect(holders(department)).toEqual(new Set(['step wang', 'step li', 'step undefined', 'start undefined']));
  });

  it('refuses a cursor that it did not give', async () => {
    const first = await ask({});
    const given = 'items' in first ? first.nextCursor : null;
    const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const id = '00000000-0000-7000-8000-000000000000';
    const bad = [
      '',
      'x',
      '💥',
      `${given}x`.slice(3),
      forged(['department', 'tomorrow', id, 'a']),
      forged(['department', '2026-02-30', id, 'a']),
      forged(['department', '2026-03-01', "'; DROP TABLE item", 'a']),
      forged(['department', '2026-03-01', id, 'a\u0000']),
      forged(['department', '2026-03-01', id]),
      forged(['department', 1, id, 'a']),
    ];
    for (const cursor of bad) expect(await ask({ cursor }), cursor).toMatchObject({ code: 'bad-cursor' });
    expect(await ask({ list: 'near', cursor: given ?? '' })).toMatchObject({ code: 'bad-cursor' });
    expect(await ask({ cursor: given ?? '' })).toHaveProperty('items');
  });

  it('does not go back behind its first day with a cursor of yesterday', async () => {
    const cursor = Buffer.from(JSON.stringify(['near', '2026-03-01', people.wang, 'a'])).toString('base64url');
    expect(await ask({ list: 'near', cursor })).toEqual(await ask({ list: 'near' }));
  });
});

function worklistOf(actor: Actor, list: List) {
  return walk((cursor) => worklist(base.app, { actor, list, today, limit: 50, cursor }));
}

/** A row of a list, with what it is sorted by. */
type Shown = (TaskRecord | (StepRecord & { taskId?: never })) & { key: string };

/** What a list has to show, reckoned from the written rows and from `canSee` alone. */
function expected(list: List, actor: Actor): Shown[] {
  if (list === 'finished') {
    const finished = data.steps.filter((step) => step.finishedBy === actor.id && sees(data, actor, step));
    return finished
      .map((step) => ({ ...step, key: `${step.finishedAt?.getTime()} ${idOf(step)}` }))
      .toSorted(descending);
  }
  return data.tasks
    .filter((task) => belongs(list, task, actor))
    .map((task) => ({ ...task, key: `${list === 'outlet' ? task.servingOn : task.dueKey} ${idOf(task)}` }))
    .toSorted((a, b) => descending(b, a));
}

function descending(a: Shown, b: Shown): number {
  return a.key < b.key ? 1 : -1;
}

function belongs(list: OpenList, task: TaskRecord, actor: Actor): boolean {
  const { yellowKey = '', redKey = '', origin, assignee = null } = task;
  const isHeld = actor.posts.some(({ role, departmentId }) => role === task.role && departmentId === task.departmentId);
  const isShown = origin !== 'extension' && isInScope(actor, task);
  switch (list) {
    case 'mine':
      return isHeld && (origin === 'step' ? assignee === actor.id : true);
    case 'claimable':
      return isHeld && origin === 'step' && assignee === null;
    case 'department':
      return isShown;
    case 'near':
      return isShown && yellowKey <= today && redKey > today;
    case 'overdue':
      return isShown && redKey <= today;
    case 'waitingApproval':
      return isHeld && origin !== 'step';
    case 'outlet':
      return isHeld && (task.servingOn ?? null) !== null && (assignee === null || assignee === actor.id);
    default:
      return list satisfies never;
  }
}

function hasMatter(one: Shown, matter: Matter): boolean {
  return 'matters' in one && one.matters?.includes(matter) === true;
}

/** What a row of the list shines; a finished step nothing. */
function lightOf(one: Shown): string {
  const { yellowKey = '', redKey = '' } = 'yellowKey' in one ? one : {};
  if (redKey <= today) return 'red';
  return yellowKey <= today ? 'yellow' : 'green';
}

function fits(row: Shown, filters: { itemCode?: string; caseNo?: string }): boolean {
  const caseNo = data.cases.find(({ caseId }) => caseId === row.caseId)?.caseNo ?? '';
  return row.itemCode === (filters.itemCode ?? row.itemCode) && caseNo.startsWith(filters.caseNo ?? '');
}

function idOf(row: { caseId: string; stepId: string; taskId?: string | null | undefined }): string {
  return `${row.caseId} ${row.taskId ?? row.stepId}`;
}

function dayOf(text: string) {
  const day = parseCivilDate(text);
  if (day === undefined) throw new Error(`expected a day, but got ${text}`);
  return day;
}
