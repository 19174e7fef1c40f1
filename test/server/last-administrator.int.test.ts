import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createToken } from '../../db/people/tokens.ts';
import { setPosts } from '../../db/people/users.ts';
import { administrators } from '../../domain/people/roles.ts';
import type { Administrator } from '../../domain/people/roles.ts';
import { addPerson, openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';

/** Two administrators of each kind at the 营商局 of the province, and nobody else with their reach. */
let api: TestApi;
const second = new Map<Administrator, string>();
let turn = 0;

beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => api.close());
beforeEach(async () => {
  turn += 1;
  for (const kind of administrators) {
    const old = second.get(kind);
    if (old !== undefined) await setPosts(api.database.app, old, []);
    await setPosts(api.database.app, api.personOf(kind).id, [{ role: kind, departmentId: 'ln-biz' }]);
    await api.database.app.query('UPDATE app_user SET disabled = false WHERE id = $1', [api.personOf(kind).id]);
    second.set(
      kind,
      await addPerson(api.database, `${kind.toLowerCase()}-${turn}`, [{ role: kind, departmentId: 'ln-biz' }]),
    );
  }
});

const first = (kind: Administrator): string => api.personOf(kind).id;
const other = (kind: Administrator): string => second.get(kind) ?? '';

async function sendAs(userId: string, method: 'PATCH' | 'PUT', url: string, body: unknown) {
  const { token } = await createToken(api.database.app, { userId, title: 't', expiresAt: Date.now() + 3_600_000 });
  const answer = await api.send(null, method, url, { body, headers: { authorization: `Bearer ${token}` } });
  return String(answer.json().code ?? answer.statusCode);
}
const disable = async (by: string, whom: string) => sendAs(by, 'PATCH', `/users/${whom}`, { disabled: true });
const strip = async (by: string, whom: string) => sendAs(by, 'PUT', `/users/${whom}/posts`, { posts: [] });

const enabled = async (kind: Administrator): Promise<number> => {
  const text = `SELECT count(*)::int AS n FROM post p JOIN app_user u ON u.id = p.user_id
    WHERE p.role = $1 AND p.department_id = 'ln-biz' AND NOT u.disabled`;
  return (await api.database.app.query<{ n: number }>(text, [kind])).rows[0]?.n ?? 0;
};

describe('fault D9: the last administrator', () => {
  it.each(administrators)('of a kind is neither disabled nor loses the post: %s', async (kind) => {
    expect(await disable(first('systemAdmin'), kind === 'systemAdmin' ? other(kind) : first(kind))).toBe('200');
    const left = kind === 'systemAdmin' ? first(kind) : other(kind);
    if (kind !== 'systemAdmin') expect(await disable(first('systemAdmin'), left)).toBe('last-administrator');
    if (kind !== 'securityAdmin') expect(await strip(first('securityAdmin'), left)).toBe('last-administrator');
    expect(await enabled(kind)).toBe(1);
  });

  it('of a city is not the last while the province reaches it, and the other way it is', async () => {
    expect(await strip(first('securityAdmin'), other('systemAdmin'))).toBe('200');
    expect(await strip(first('securityAdmin'), first('systemAdmin'))).toBe('last-administrator');
    const city = await addPerson(api.database, `city-${turn}`, [{ role: 'systemAdmin', departmentId: 'sy-biz' }]);
    expect(await strip(first('securityAdmin'), first('systemAdmin'))).toBe('last-administrator');
    expect(await disable(first('systemAdmin'), city)).toBe('200');
  });

  it('is not who changes the own account: neither disabled, nor moved, nor with a password without the old one', async () => {
    const self = first('systemAdmin');
    expect(await disable(self, self)).toBe('four-eyes');
    for (const body of [{ password: 'set without the old' }, { departmentId: 'sy-water' }])
      expect(await sendAs(self, 'PATCH', `/users/${self}`, body)).toBe('four-eyes');
  });

  it('stays when two disable each other in the same moment, and when two are stripped of their posts', async () => {
    for (let n = 0; n < 5; n += 1) {
      const [one, two] = [first('systemAdmin'), other('systemAdmin')];
      await api.database.app.query('UPDATE app_user SET disabled = false WHERE id = ANY ($1::uuid[])', [[one, two]]);
      const answers = await Promise.all([disable(one, two), disable(two, one)]);
      expect(answers.filter((answer) => answer === '200')).toHaveLength(1);
      expect(await enabled('systemAdmin')).toBe(1);
    }
    const stripped = await Promise.all(
      [first('auditAdmin'), other('auditAdmin')].map((id) => strip(first('securityAdmin'), id)),
    );
    expect(stripped.toSorted()).toEqual(['200', 'last-administrator']);
    expect(await enabled('auditAdmin')).toBe(1);
  });
});

describe('fault D9: posts that nobody holds together', () => {
  it.each(administrators)('%s and any other, and the sentence says which two', async (kind) => {
    const id = await addPerson(api.database, `mixed-${kind.toLowerCase()}`, []);
    const give = async (...roles: string[]) => {
      const body = { posts: roles.map((role) => ({ role, departmentId: 'sy-biz' })) };
      return (await api.send('securityAdmin', 'PUT', `/users/${id}/posts`, { body })).json();
    };
    for (const beside of ['caseOfficer', 'catalogueAdmin', ...administrators.filter((one) => one !== kind)]) {
      expect(await give(beside, kind)).toMatchObject({ code: 'posts-incompatible', status: 422 });
    }
    expect((await give('reviewer', kind)).errors[0].message).toMatch(/^(系统|安全|审计)管理员不能同时担任审核人$/);
    expect((await give(kind)).posts).toHaveLength(1);
  });
});
