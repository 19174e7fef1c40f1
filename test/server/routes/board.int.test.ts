import { drizzle } from 'drizzle-orm/node-postgres';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseRow } from '../../../db/schema/index.ts';
import { itemSeeds } from '../../../db/seed/items/index.ts';
import { openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';

let api: TestApi;
const water = itemSeeds.find(({ item }) => item.departmentId === 'sy-water')?.item;
const elsewhere = itemSeeds.find(({ item }) => item.departmentId !== 'sy-water')?.item;

beforeAll(async () => {
  api = await openTestApi();
  await openCase(water, '2020-01-02');
  await openCase(water, null);
  await openCase(elsewhere, null);
});
afterAll(async () => api.close());

async function openCase(item: typeof water, sortDueOn: string | null): Promise<void> {
  if (item === undefined) throw new Error('expected an item of the seed, but there is none');
  const place = await api.database.app.query<{ regionCode: string }>(
    'SELECT region_code AS "regionCode" FROM department WHERE id = $1',
    [item.departmentId],
  );
  const caseId = newId();
  await drizzle(api.database.app)
    .insert(caseRow)
    .values({
      caseId,
      caseNo: caseId,
      itemCode: item.code,
      departmentId: item.departmentId,
      regionCode: place.rows[0]?.regionCode ?? '',
      definition: 'sha',
      applicant: 'digest',
      seq: 1,
      status: 'open',
      receivedOn: '2020-01-01',
      filedAt: new Date(0),
      provisional: false,
      sortDueOn,
      redKey: sortDueOn ?? 'infinity',
    });
}

describe('GET /board', () => {
  it('shows the supervisor of the province all departments, the overdue red, a stopped clock green', async () => {
    const answer = await api.send('supervisor', 'GET', '/board');
    const { rows, ledger } = answer.json();
    expect(rows).toContainEqual(
      expect.objectContaining({
        departmentId: 'sy-water',
        itemCode: water?.code,
        red: 1,
        yellow: 0,
        green: 1,
      }),
    );
    expect(rows).toHaveLength(2);
    expect(ledger).toEqual({ open: 0, overdue: 0 });
  });

  it('shows a department its own cases only, and an administrator none', async () => {
    const own = (await api.send('windowClerk', 'GET', '/board')).json();
    expect(own.rows.map(({ departmentId }: { departmentId: string }) => departmentId)).toEqual(['sy-water']);
    expect((await api.send('systemAdmin', 'GET', '/board')).json().rows).toEqual([]);
  });

  it('is for people who are signed in', async () => {
    expect((await api.send(null, 'GET', '/board')).statusCode).toBe(401);
    expect((await api.send(null, 'GET', '/board/cases')).statusCode).toBe(401);
  });

  it('refuses an unknown light and a broken cursor with a problem', async () => {
    const light = await api.send('supervisor', 'GET', '/board/cases?light=blue');
    expect([light.statusCode, light.json().code]).toEqual([400, 'bad-request']);
    const cursor = await api.send('supervisor', 'GET', '/board/cases?cursor=nonsense');
    expect([cursor.statusCode, cursor.json().code]).toEqual([400, 'bad-cursor']);
  });
});
