import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addDepartment,
  addRegion,
  hasDepartment,
  listDepartments,
  listRegions,
  upsertDepartments,
  upsertRegions,
} from '../../../db/people/departments.ts';
import { createSessions, deleteSessions, listSessions, sweepSessions } from '../../../db/people/sessions.ts';
import { storeOf } from '../../../db/people/session-store.ts';
import { actorByToken, createToken, listTokens, revokeToken } from '../../../db/people/tokens.ts';
import {
  actorOf,
  createUser,
  findByLogin,
  findUser,
  listColleagues,
  listUsers,
  setDisabled,
  setPosts,
} from '../../../db/people/users.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

let base: TestDatabase;
let userId = '';
const now = Date.UTC(2026, 2, 10, 1);
const minute = 60_000;
let logins = 0;
const reach = { regions: ['210000'], departments: [] };

beforeAll(async () => {
  base = await openTestDatabase();
  await upsertRegions(base.app, [
    { code: '210000', name: '辽宁省' },
    { code: '210100', name: '沈阳市' },
    { code: '210102', name: '和平区' },
  ]);
  await upsertDepartments(base.app, [
    { id: 'water', uscc: 'u1', name: '水务局', regionCode: '210102', kind: 'department' },
    { id: 'business', uscc: 'u2', name: '营商局', regionCode: '210100', kind: 'supervision' },
  ]);
});
afterAll(() => base.close());
beforeEach(async () => {
  logins += 1;
  userId = await newUser(`user${String(logins).padStart(2, '0')}`);
});

describe('a person', () => {
  it('comes with posts and the region of each department', async () => {
    expect(await actorOf(base.app, userId)).toEqual({
      id: userId,
      login: await loginOf(),
      name: '王芳',
      mustChangePassword: false,
      posts: [{ role: 'caseOfficer', departmentId: 'water', regionCode: '210102' }],
    });
  });

  it('is not made twice with one login, nor with a department that does not exist', async () => {
    const made = { login: await loginOf(), name: '李', passwordHash: 'h', posts: [] };
    expect(await createUser(base.app, made)).toMatchObject({ code: 'already-exists' });
    const posts = [{ role: 'reviewer', departmentId: 'nowhere' } as const];
    expect(await createUser(base.app, { ...made, login: 'li', posts })).toMatchObject({ code: 'not-found' });
    expect(await findByLogin(base.app, 'li')).toBeNull();
  });

  it('gets other posts, all or none', async () => {
    const supervisor = { role: 'supervisor', departmentId: 'business' } as const;
    expect(await setPosts(base.app, userId, [supervisor, supervisor])).toEqual({ id: userId });
    expect((await actorOf(base.app, userId))?.posts).toEqual([{ ...supervisor, regionCode: '210100' }]);
    expect(await setPosts(base.app, userId, [{ ...supervisor, departmentId: 'nowhere' }])).toMatchObject({
      code: 'not-found',
    });
    expect((await actorOf(base.app, userId))?.posts).toHaveLength(1);
    const nobody = '00000000-0000-7000-8000-00000000ffff';
    expect(await setPosts(base.app, nobody, [])).toMatchObject({ code: 'not-found' });
  });

  it('loses sessions and tokens with the account', async () => {
    const sessions = createSessions(base.app, () => now);
    const { token } = await createToken(base.app, { userId, title: 'curl', expiresAt: now + minute });
    await sessions.set('s1', { userId, cookie: {} });
    expect(await setDisabled(base.app, { userId, disabled: true, at: now })).toBe(true);
    expect([
      await actorOf(base.app, userId),
      await actorByToken(base.app, token, now),
      await sessions.get('s1'),
    ]).toEqual([null, null, null]);
    await setDisabled(base.app, { userId, disabled: false, at: now });
    expect(await actorOf(base.app, userId)).not.toBeNull();
    expect(await actorByToken(base.app, token, now)).toBeNull();
  });

  it('is in the list of the administrator, page after page', async () => {
    const logged = await loginOf();
    const before = await listUsers(base.app, { reach, limit: 200 });
    const rest = await listUsers(base.app, { reach, afterLogin: logged, limit: 200 });
    expect(before.find((one) => one.id === userId)).toMatchObject({
      login: logged,
      disabled: false,
      posts: [{ departmentId: 'water' }],
    });
    expect(rest.some((one) => one.id === userId)).toBe(false);
  });
});

describe('people in lists', () => {
  it('are colleagues when they are enabled and hold a post in one of the departments', async () => {
    const [other] = await Promise.all([newUser('other-office', 'business'), newUser('disabled')]);
    const gone = (await findByLogin(base.app, 'disabled'))?.id ?? '';
    await setDisabled(base.app, { userId: gone, disabled: true, at: now });
    const of = async (...ids: string[]) => (await listColleagues(base.app, ids)).map(({ id }) => id);
    expect(await of('water')).toContain(userId);
    expect(await of('water')).not.toContain(gone);
    expect(await of('water')).not.toContain(other);
    expect(await of('business')).toContain(other);
    expect(await of('business')).not.toContain(userId);
    expect(await of('water', 'business')).toEqual(expect.arrayContaining([userId, other]));
    expect(await of()).toEqual([]);
  });

  it('are found by id with the names of their departments', async () => {
    const posts = [{ role: 'caseOfficer', departmentId: 'water', regionCode: '210102', departmentName: '水务局' }];
    const found = await findUser(base.app, userId);
    const home = { departmentId: 'water', departmentName: '水务局', regionCode: '210102' };
    expect(found).toEqual({
      id: userId,
      login: found?.login,
      name: '王芳',
      disabled: false,
      locked: false,
      home,
      posts,
    });
    expect(await findUser(base.app, '00000000-0000-7000-8000-00000000ffff')).toBeNull();
  });
});

describe('a session', () => {
  it('is found by its id until it is over, and never stored under it', async () => {
    let time = now;
    const sessions = createSessions(base.app, () => time);
    await sessions.set('secret-id', { userId, cookie: { expires: new Date(now + minute) } });
    expect(await sessions.get('secret-id')).toMatchObject({ userId });
    const stored = await base.app.query('SELECT 1 FROM session s WHERE s::text LIKE $1', ['%secret-id%']);
    expect(stored.rowCount).toBe(0);
    time = now + minute;
    expect(await sessions.get('secret-id')).toBeNull();
    expect(await sweepSessions(base.app, time)).toBe(1);
  });

  it('lasts 30 minutes from its last write when its cookie says nothing', async () => {
    let time = now;
    const sessions = createSessions(base.app, () => time);
    await sessions.set('idle', { userId, cookie: { expires: null } });
    time = now + 29 * minute;
    await sessions.set('idle', { userId, cookie: { expires: null } });
    time = now + 58 * minute;
    expect(await sessions.get('idle')).not.toBeNull();
    await sessions.destroy('idle');
    expect(await sessions.get('idle')).toBeNull();
  });

  it('ends with all others of the person, or all but the one in use', async () => {
    const sessions = createSessions(base.app, () => now);
    for (const id of ['a', 'b', 'c']) await sessions.set(id, { userId, cookie: {} });
    expect(await listSessions(base.app, userId, now)).toHaveLength(3);
    expect(await deleteSessions(base.app, userId, 'b')).toBe(2);
    expect(await sessions.get('b')).not.toBeNull();
    expect(await deleteSessions(base.app, userId)).toBe(1);
  });

  it('is not brought back by a request that was under way when it ended', async () => {
    const sessions = createSessions(base.app, () => now);
    await sessions.set('ending', { userId, cookie: {} });
    const underWay = await sessions.get('ending');
    await sessions.destroy('ending');
    await sessions.set('ending', { ...underWay, cookie: {} });
    expect(await sessions.get('ending')).toBeNull();
  });

  it('works through the callbacks that the HTTP plugin calls', async () => {
    const store = storeOf(
      createSessions(base.app, () => now),
      (data) => ({ user: data['userId'] }),
    );
    const got = await new Promise((resolve, reject) => {
      store.set('cb', { userId, cookie: {} }, (failed) => {
        if (failed !== undefined) reject(failed);
        else store.get('cb', (error, session) => (error === null ? resolve(session) : reject(error)));
      });
    });
    expect(got).toEqual({ user: userId });
    await new Promise((resolve) => store.destroy('cb', resolve));
    expect(await new Promise((resolve) => store.get('cb', (_, session) => resolve(session)))).toBeNull();
  });
});

describe('a token', () => {
  it('names its person until it is over or revoked, and is stored hashed', async () => {
    const { id, token } = await createToken(base.app, { userId, title: 'curl', expiresAt: now + minute });
    expect(await actorByToken(base.app, token, now)).toMatchObject({ id: userId, name: '王芳' });
    expect(await actorByToken(base.app, token, now + minute)).toBeNull();
    expect(await actorByToken(base.app, `${token}x`, now)).toBeNull();
    const stored = await base.app.query('SELECT 1 FROM api_token t WHERE t::text LIKE $1', [`%${token}%`]);
    expect(stored.rowCount).toBe(0);
    expect(await revokeToken(base.app, { userId: '00000000-0000-7000-8000-00000000ffff', id, at: now })).toBe(false);
    expect(await revokeToken(base.app, { userId, id, at: now })).toBe(true);
    expect(await revokeToken(base.app, { userId, id, at: now + 1 })).toBe(true);
    expect(await actorByToken(base.app, token, now)).toBeNull();
    expect(await listTokens(base.app, userId)).toEqual([
      { id, title: 'curl', scope: 'full', expiresAt: now + minute, revokedAt: now, lastUsedAt: now },
    ]);
  });
});

describe('regions and departments', () => {
  it('are added once, a department in a region that is there', async () => {
    const [region, department] = [
      { code: '211500', name: '测试市' },
      { id: 'new', uscc: 'u9', name: '新局' },
    ];
    const added = { ...department, regionCode: region.code, kind: 'department' } as const;
    expect(await addDepartment(base.app, added)).toMatchObject({ code: 'not-found' });
    expect(await addRegion(base.app, region)).toEqual(region);
    expect(await addRegion(base.app, { ...region, name: '又一市' })).toMatchObject({ code: 'already-exists' });
    expect(await hasDepartment(base.app, 'new')).toBe(false);
    expect(await addDepartment(base.app, added)).toEqual(added);
    expect(await hasDepartment(base.app, 'new')).toBe(true);
    for (const again of [
      { ...added, uscc: 'u10' },
      { ...added, id: 'other' },
    ]) {
      expect(await addDepartment(base.app, again)).toMatchObject({ code: 'already-exists' });
    }
    await base.admin.query(`DELETE FROM department WHERE id = 'new'`);
    await base.admin.query(`DELETE FROM region WHERE code = '211500'`);
  });

  it('are listed in order, and a department keeps its region when it is renamed', async () => {
    expect((await listRegions(base.app)).map(({ name }) => name)).toEqual(['辽宁省', '沈阳市', '和平区']);
    await upsertDepartments(base.app, [
      { id: 'water', uscc: 'u1', name: '水利局', regionCode: '210000', kind: 'department' },
    ]);
    const departments = await listDepartments(base.app);
    expect(departments).toHaveLength(2);
    expect(departments).toContainEqual({
      id: 'water',
      uscc: 'u1',
      name: '水利局',
      regionCode: '210102',
      kind: 'department',
    });
  });
});

async function newUser(login: string, departmentId = 'water'): Promise<string> {
  const posts = [{ role: 'caseOfficer', departmentId } as const];
  const made = await createUser(base.app, { login, name: '王芳', passwordHash: 'hash', posts });
  if (!('id' in made)) throw new Error(made.detail);
  return made.id;
}

async function loginOf(): Promise<string> {
  return (await actorOf(base.app, userId))?.login ?? '';
}
