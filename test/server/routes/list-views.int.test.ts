import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../../contract/routes.ts';
import type { ViewList } from '../../../contract/routes/list-views.ts';
import { mostViews } from '../../../db/people/list-views.ts';
import type { Role } from '../../../domain/people/roles.ts';
import { openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => api.close());

const keep = async (who: Role, body: object) => api.send(who, 'POST', '/list-views', { body });
const rename = async (who: Role, id: string, title: string) =>
  api.send(who, 'PUT', `/list-views/${id}`, { body: { title } });
const drop = async (who: Role, id: string) => api.send(who, 'DELETE', `/list-views/${id}`);
async function viewsOf(who: Role, list: ViewList) {
  return (await api.send(who, 'GET', `/list-views?list=${list}`)).json<OkOf<'listViews'>>().items;
}
const red = { list: 'department', title: '红的', query: { light: 'red', sort: 'received' } };

describe('a saved view', () => {
  it('is kept with its filter, and belongs to one person and one list', async () => {
    const kept = await keep('caseOfficer', red);
    expect([kept.statusCode, kept.json()]).toEqual([201, { id: expect.any(String), title: '红的', query: red.query }]);
    expect(await viewsOf('caseOfficer', 'department')).toEqual([kept.json()]);
    expect([await viewsOf('caseOfficer', 'mine'), await viewsOf('reviewer', 'department')]).toEqual([[], []]);
    expect((await api.send(null, 'GET', '/list-views?list=mine')).statusCode).toBe(401);
  });

  it('has a name that no other of the list has, cut of its outer blanks', async () => {
    expect((await keep('caseOfficer', { ...red, title: ' 红的 ' })).json()).toMatchObject({ code: 'view-title-taken' });
    expect((await keep('caseOfficer', { ...red, list: 'mine' })).statusCode).toBe(201);
    const other = (await keep('caseOfficer', { ...red, title: '另一个' })).json<{ id: string }>();
    expect((await rename('caseOfficer', other.id, '红的')).json()).toMatchObject({ code: 'view-title-taken' });
    expect((await rename('caseOfficer', other.id, '另一个')).statusCode).toBe(204);
    expect((await rename('caseOfficer', other.id, '新名')).statusCode).toBe(204);
    expect((await viewsOf('caseOfficer', 'department')).map(({ title }) => title)).toEqual(['红的', '新名']);
    expect((await drop('caseOfficer', other.id)).statusCode).toBe(204);
  });

  it('is nobody else’s to rename or delete: to them there is none', async () => {
    const [own] = await viewsOf('caseOfficer', 'department');
    const id = own?.id ?? '';
    expect([(await rename('reviewer', id, 'x')).statusCode, (await drop('reviewer', id)).statusCode]).toEqual([
      404, 404,
    ]);
    expect(await viewsOf('caseOfficer', 'department')).toEqual([own]);
    expect([(await drop('caseOfficer', id)).statusCode, await viewsOf('caseOfficer', 'department')]).toEqual([204, []]);
    expect((await drop('caseOfficer', id)).json()).toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['whom somebody seeks', { ...red, query: { find: '张三' } }],
    ['what another list is narrowed by', { ...red, query: { phase: 'running' } }],
    ['a value that there is not', { ...red, query: { light: 'purple' } }],
    ['nothing at all', { ...red, query: {} }],
    ['an unknown list', { ...red, list: 'everything' }],
    ['a name that shows nothing', { ...red, title: '  ' }],
    ['a long name', { ...red, title: '名'.repeat(21) }],
  ])('does not keep %s', async (_, body) => {
    expect((await keep('approver', body)).statusCode).toBe(400);
    expect(await viewsOf('approver', 'department')).toEqual([]);
  });

  it(`is one of ${mostViews} at most, and one that goes makes room`, async () => {
    const titles = Array.from({ length: mostViews }, (_, at) => `第${at + 1}个`);
    const kept = [];
    for (const title of titles) kept.push(await keep('reviewer', { ...red, title }));
    expect(kept.map(({ statusCode }) => statusCode)).toEqual(titles.map(() => 201));
    expect((await keep('reviewer', { ...red, title: '多的' })).json()).toMatchObject({ code: 'too-many-views' });
    expect((await keep('reviewer', { ...red, title: '第1个' })).json()).toMatchObject({ code: 'view-title-taken' });
    await drop('reviewer', kept[0]?.json<{ id: string }>().id ?? '');
    expect((await keep('reviewer', { ...red, title: '多的' })).statusCode).toBe(201);
    expect((await viewsOf('reviewer', 'department')).map(({ title }) => title)).toEqual([...titles.slice(1), '多的']);
  });
});
