import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPage } from '../../../db/views/audit.ts';
import { closedCases } from '../../../db/views/finished.ts';
import { messages } from '../../../db/views/messages.ts';
import { documentNumbers } from '../../../db/views/numbers.ts';
import { openLists } from '../../../db/views/open-tasks.ts';
import { warnings } from '../../../db/views/warnings.ts';
import type { WorkRow } from '../../../db/views/work-row.ts';
import { worklist } from '../../../db/views/worklist.ts';
import type { TaskSort } from '../../../domain/words/sorts.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { uuidOf } from '../../support/played-case.ts';
import { day } from '../../support/scene.ts';
import { actorWith, viewers, walk } from './pages.ts';
import { writeRandomCases } from './random-cases.ts';
import type { RandomCases } from './random-cases.ts';

let base: TestDatabase;
let data: RandomCases;
const today = day('2026-03-10');

beforeAll(async () => {
  base = await openTestDatabase();
  data = await writeRandomCases(base.app, { seed: 5, count: 300 });
});
afterAll(() => base.close());

type Key = (row: WorkRow) => string;
const dueOf: Key = (row) =>
  data.tasks.find((one) => one.caseId === row.caseId && one.taskId === row.taskId)?.dueKey ?? '';
const orders: readonly (readonly [TaskSort, Key, 1 | -1])[] = [
  ['dueLast', dueOf, -1],
  ['received', ({ receivedOn }) => receivedOn, -1],
  ['receivedFirst', ({ receivedOn }) => receivedOn, 1],
  ['caseNo', ({ caseNo }) => caseNo, 1],
  ['caseNoLast', ({ caseNo }) => caseNo, -1],
];

describe.each(Object.entries(viewers))('for %s', (_, actor) => {
  it.each(orders)('each list of open tasks has the rows it has, in the order %s', async (sort, key, direction) => {
    for (const list of openLists) {
      const ask = (o: { sort?: TaskSort }) => (cursor: string | undefined) =>
        worklist(base.app, { actor, list, today, limit: 7, cursor, ...o });
      const [shown, all] = [await walk(ask({ sort })), await walk(ask({}))];
      const place: Key = (row) => `${key(row)} ${row.caseId} ${row.taskId}`;
      // The outlet has no due dates to go by: it stays as it is.
      const isOwn = list === 'outlet' && sort === 'dueLast';
      const wanted = all.toSorted((a, b) => (place(a) < place(b) ? -direction : direction));
      expect([list, shown.map(place)]).toEqual([list, (isOwn ? all : wanted).map(place)]);
    }
  });

  it('an order holds also where the list is narrowed', async () => {
    const filters = { light: 'green', receivedFrom: day('2026-01-15'), receivedTo: day('2026-01-25') } as const;
    const shown = await walk((cursor) =>
      worklist(base.app, { actor, list: 'department', today, limit: 7, cursor, filters, sort: 'caseNo' }),
    );
    const all = await walk((cursor) =>
      worklist(base.app, { actor, list: 'department', today, limit: 50, cursor, filters }),
    );
    expect(shown.map(({ caseNo }) => caseNo)).toEqual(all.map(({ caseNo }) => caseNo).toSorted());
  });

  it('what happened is listed from its beginning on as well: the same rows, backwards', async () => {
    const both = async <Row>(
      ask: (o: { sort?: 'oldest'; cursor?: string | undefined }) => Parameters<typeof walk<Row>>[0],
    ) => {
      const [newest, oldest] = [await walk(ask({})), await walk(ask({ sort: 'oldest' }))];
      expect(oldest).toEqual(newest.toReversed());
      return newest.length;
    };
    await both((o) => (cursor) => worklist(base.app, { actor, list: 'finished', today, limit: 7, ...o, cursor }));
    await both((o) => (cursor) => closedCases(base.app, { actor, limit: 7, ...o, cursor }));
    await both((o) => (cursor) => messages(base.app, { actor, now: 1_780_000_000_000, limit: 7, ...o, cursor }));
  });

  it('warnings that wait for the viewer stay in front, whichever way each part goes', async () => {
    for (const answer of [undefined, 'waits', 'given'] as const) {
      const ask = (sort?: 'oldest') => (cursor: string | undefined) =>
        warnings(base.app, { actor, to: 'scope', answer, limit: 7, sort, cursor });
      const [newest, oldest] = [await walk(ask()), await walk(ask('oldest'))];
      const parts = [true, false].map((open) => newest.filter((one) => one.open === open).toReversed());
      expect(oldest.map(({ warningId }) => warningId)).toEqual(parts.flat().map(({ warningId }) => warningId));
    }
  });
});

it('a cursor of one order is none of another', async () => {
  const asked = { actor: actorWith('caseOfficer@d-heping'), list: 'department', today, limit: 5 } as const;
  const first = await worklist(base.app, { ...asked, sort: 'caseNo' });
  const cursor = 'items' in first ? (first.nextCursor ?? '') : '';
  expect(await worklist(base.app, { ...asked, sort: 'caseNo', cursor })).toHaveProperty('items');
  for (const sort of [undefined, 'caseNoLast', 'received'] as const)
    expect(await worklist(base.app, { ...asked, sort, cursor })).toMatchObject({ code: 'bad-cursor' });
});

it('the register and the audit are read from their beginning on, the audit between its days', async () => {
  const at = (n: number) => Date.UTC(2026, 2, 1 + n);
  for (const n of [0, 1, 2, 3, 4]) {
    const when = new Date(at(n)).toISOString();
    await base.admin.query(
      `INSERT INTO document_number (op_id, department_id, kind, year, text, state, case_id, at)
        VALUES ($1, 'd-heping', 'acceptanceNotice', 2026, $2, 'used', $1, $3)`,
      [uuidOf(`number ${n}`), `${n}号`, when],
    );
    await base.admin.query(
      `INSERT INTO audit_entry (at, kind, details, department_id, region_code) VALUES ($1, 'signedIn', '{}', 'd-heping', '210102')`,
      [when],
    );
  }
  const actor = actorWith('caseOfficer@d-heping');
  const numbers = await walk((cursor) => documentNumbers(base.app, { actor, limit: 2, cursor, sort: 'oldest' }));
  expect(numbers.map(({ text }) => text)).toEqual(['0号', '1号', '2号', '3号', '4号']);
  const scope = { departments: ['d-heping'], regionCodes: [] };
  const between = { from: at(1), to: at(4), scope, limit: 2 };
  for (const sort of ['oldest', 'newest'] as const) {
    const entries = await walk((cursor) => auditPage(base.audit, { ...between, cursor, sort }));
    const wanted = [at(1), at(2), at(3)];
    expect(entries.map((one) => one.at)).toEqual(sort === 'oldest' ? wanted : wanted.toReversed());
  }
});
