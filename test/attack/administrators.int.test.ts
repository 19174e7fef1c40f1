import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeList } from '../../contract/routes.ts';
import { createToken } from '../../db/people/tokens.ts';
import { setDisabled } from '../../db/people/users.ts';
import { administrators } from '../../domain/people/roles.ts';
import type { Administrator, Role } from '../../domain/people/roles.ts';
import { addPerson, openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => api.close());

/** Written from the row D9: which routes with a policy of roles each kind may call; every other one refuses it. */
const may: Readonly<Record<Administrator, readonly string[]>> = {
  systemAdmin: ['createRegion', 'createDepartment', 'listUsers', 'createUser', 'changeUser', 'advanceBusinessClock'],
  securityAdmin: ['listUsers', 'setPosts'],
  auditAdmin: ['listAudit', 'auditCsv'],
};

describe.each(administrators)('fault D9: a %s', (kind) => {
  it('calls the routes of its kind and no other that asks for a role', async () => {
    for (const { name, method, url, policy } of routeList) {
      if (typeof policy === 'string') continue;
      const path = url.replaceAll(/:\w+/g, '0192f000-0000-7000-8000-00000000abcd');
      const more = method === 'GET' ? {} : { body: {}, headers: { 'idempotency-key': 'attack-0001' } };
      const answer = await api.send(kind, method, path, more);
      // What asks for a person refuses the token first.
      const refused = answer.statusCode === 403 && /^(token-)?not-allowed$/.test(answer.json().code);
      expect([name, refused]).toEqual([name, !may[kind].includes(name)]);
    }
  });

  it('sees no case, whatever list is asked', async () => {
    for (const url of [
      '/worklists/department',
      '/worklists/closed',
      '/warnings',
      '/ledger',
      '/board',
      '/board/cases?light=red',
    ])
      expect([url, (await api.send(kind, 'GET', url)).json()]).toMatchObject([
        url,
        expect.not.objectContaining({ caseId: expect.anything() }),
      ]);
  });
});

/** Sends as somebody who was made for this. */
async function seated(login: string, role: Role, departmentId: string) {
  const id = await addPerson(api.database, login, [{ role, departmentId }]);
  const { token } = await createToken(api.database.app, { userId: id, title: 't', expiresAt: Date.now() + 3_600_000 });
  const headers = { authorization: `Bearer ${token}` };
  const send = async (method: InjectOptions['method'], url: string, body?: unknown) =>
    api.send(null, method, url, { headers, ...(body !== undefined && { body }) });
  return { id, send };
}

const user = (login: string, departmentId: string) => ({
  login,
  name: '新人',
  password: 'a long pass word',
  departmentId,
});

describe('fault D9: an administrator of a city', () => {
  it('sees the accounts of the city and below, and of the others not even whether they are there', async () => {
    const { send } = await seated('city-system', 'systemAdmin', 'sy-biz');
    const { items } = (await send('GET', '/users')).json<{ items: { posts: { regionCode: string }[] }[] }>();
    expect(items.length).toBeGreaterThan(20);
    expect(items.every(({ posts }) => posts.some(({ regionCode }) => regionCode.startsWith('2101')))).toBe(true);
    const all = (await api.send('systemAdmin', 'GET', '/users')).json<{ items: unknown[] }>().items;
    expect(all.length).toBeGreaterThan(items.length + 50);
    const far = api.personOf('supervisor').id;
    const nobody = '0192f000-0000-7000-8000-00000000abcd';
    const answers = [
      await send('PATCH', `/users/${far}`, { disabled: false }),
      await send('PATCH', `/users/${nobody}`, { disabled: false }),
    ];
    const [one, other] = answers.map((answer) => {
      const { instance: _instance, ...rest } = answer.json<Record<string, unknown>>();
      return rest;
    });
    expect([one?.['code'], other]).toEqual(['not-found', one]);
  });

  it('does not enable the province, nor make accounts, departments or regions elsewhere', async () => {
    const { send } = await seated('city-maker', 'systemAdmin', 'sy-biz');
    const gone = await addPerson(api.database, 'of-the-province', [{ role: 'supervisor', departmentId: 'ln-biz' }]);
    await setDisabled(api.database.app, { userId: gone, disabled: true, at: Date.now() });
    const department = { id: 'd9-new', uscc: '11211500MB0000000Q', name: '新局', kind: 'department' };
    for (const [url, body] of [
      ['/users', user('puppet', 'ln-biz')],
      ['/departments', { ...department, regionCode: '210200' }],
      ['/departments', { ...department, regionCode: '210000' }],
      ['/regions', { code: '211500', name: '测试市' }],
    ] as const)
      expect([url, (await send('POST', url, body)).json().code]).toEqual([url, 'not-found']);
    expect((await send('PATCH', `/users/${gone}`, { disabled: false })).json().code).toBe('not-found');
    const { rows } = await api.database.app.query('SELECT disabled FROM app_user WHERE id = $1', [gone]);
    expect(rows).toEqual([{ disabled: true }]);
    expect((await send('POST', '/users', user('of-the-city', 'sy-water'))).statusCode).toBe(201);
    expect((await send('POST', '/regions', { code: '210199', name: '测试区' })).statusCode).toBe(201);
  });

  it('makes nobody who can do something: posts are of another kind and of the same reach', async () => {
    const system = await seated('half-a-puppet', 'systemAdmin', 'sy-biz');
    const security = await seated('other-half', 'securityAdmin', 'sy-biz');
    const withPosts = { ...user('whole-puppet', 'sy-water'), posts: [{ role: 'approver', departmentId: 'sy-water' }] };
    expect((await system.send('POST', '/users', withPosts)).json().code).toBe('bad-request');
    const { id } = (await system.send('POST', '/users', user('half-made', 'sy-water'))).json<{ id: string }>();
    const give = async (by: typeof system, departmentId: string, whom = id) => {
      const answer = await by.send('PUT', `/users/${whom}/posts`, { posts: [{ role: 'approver', departmentId }] });
      return answer.json().code ?? answer.statusCode;
    };
    expect(await give(system, 'sy-water')).toBe('not-allowed');
    expect(await give(security, 'ln-biz')).toBe('not-found');
    expect(await give(security, 'sy-water', security.id)).toBe('four-eyes');
    expect(await give(security, 'sy-water')).toBe(200);
    const both = await addPerson(api.database, 'of-both', [
      { role: 'windowClerk', departmentId: 'sy-water' },
      { role: 'windowClerk', departmentId: 'ln-water' },
    ]);
    expect(await give(security, 'sy-water', both)).toBe('beyond-reach');
    expect((await system.send('PATCH', `/users/${both}`, { disabled: true })).json().code).toBe('beyond-reach');
  });

  it('resets no password of the other two kinds, which would make one hand of two', async () => {
    const { send } = await seated('resetter', 'systemAdmin', 'sy-biz');
    for (const kind of ['securityAdmin', 'auditAdmin'] as const) {
      const { id } = await seated(`reset-${kind.toLowerCase()}`, kind, 'sy-biz');
      expect((await send('PATCH', `/users/${id}`, { password: 'chosen by another' })).json().code).toBe(
        'other-administrator',
      );
    }
  });
});

describe('fault D9: an administrator of a department', () => {
  it('reaches that department alone', async () => {
    const { send } = await seated('water-system', 'systemAdmin', 'sy-water');
    const { items } = (await send('GET', '/users')).json<{
      items: { home: { departmentId: string }; posts: { departmentId: string }[] }[];
    }>();
    expect(
      items.every(({ home, posts }) => [home, ...posts].some(({ departmentId }) => departmentId === 'sy-water')),
    ).toBe(true);
    expect((await send('POST', '/users', user('of-the-water', 'sy-water'))).statusCode).toBe(201);
    expect((await send('POST', '/users', user('of-the-health', 'sy-health'))).json().code).toBe('not-found');
    expect((await send('POST', '/regions', { code: '210198', name: '测试区' })).json().code).toBe('not-found');
  });
});
