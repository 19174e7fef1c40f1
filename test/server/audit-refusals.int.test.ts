import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditKind } from '../../domain/people/audit.ts';
import type { Role } from '../../domain/people/roles.ts';
import { addPerson, openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { openBrowser, trySignIn } from '../support/sign-in.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => api.close());

/** The newest entries of a kind. */
async function entries(kind: AuditKind) {
  const text = 'SELECT who, account, details, address FROM audit_entry WHERE kind = $1 ORDER BY at DESC';
  return (await api.database.audit.query(text, [kind])).rows;
}

async function ask(who: Role, method: InjectOptions['method'], url: string, body: unknown) {
  return api.send(who, method, url, { body });
}

const idOf = (role: Role): string => api.personOf(role).id;

describe('what is refused and audited', () => {
  it('fault: is a lock-out, and once an hour that somebody goes on while locked', async () => {
    const id = await addPerson(api.database, 'locked-out', []);
    const of = async () => (await entries('signInRefused')).filter(({ account }) => account === id);
    for (let n = 0; n < 5; n += 1) await trySignIn(api, 'locked-out', 'wrong');
    expect(await of()).toHaveLength(5);
    for (let n = 0; n < 4; n += 1) expect((await trySignIn(api, 'locked-out')).json().code).toBe('locked');
    const found = await of();
    expect(found).toHaveLength(6);
    expect(found[0]).toMatchObject({ who: null, address: '127.0.0.1', details: { locked: true } });
  });

  it('fault: is a request of administration that was refused, and any that was refused to an administrator', async () => {
    const id = await addPerson(api.database, 'refused-about', []);
    const refused = async (n: number) => (await entries('requestRefused')).slice(0, n);
    await ask('systemAdmin', 'PUT', `/users/${id}/posts`, { posts: [] });
    await ask('securityAdmin', 'PUT', `/users/${idOf('securityAdmin')}/posts`, { posts: [] });
    await ask('caseOfficer', 'POST', '/departments', {});
    await ask('auditAdmin', 'POST', '/cases', {});
    expect(await refused(4)).toMatchObject([
      { who: idOf('auditAdmin'), details: { route: 'fileCase', refusal: 'not-allowed' } },
      { who: idOf('caseOfficer'), details: { route: 'createDepartment', refusal: 'not-allowed' } },
      {
        who: idOf('securityAdmin'),
        account: idOf('securityAdmin'),
        details: { route: 'setPosts', refusal: 'four-eyes' },
      },
      { who: idOf('systemAdmin'), account: id, details: { route: 'setPosts', refusal: 'not-allowed' } },
    ]);
    const before = (await entries('requestRefused')).length;
    await ask('caseOfficer', 'POST', '/cases', {});
    await ask('caseOfficer', 'POST', '/departments', {});
    expect((await entries('requestRefused')).length).toBe(before);
  });

  it('fault: is bounded: one person leaves twenty refused requests an hour', async () => {
    const id = await addPerson(api.database, 'floods', []);
    const { headers } = await openBrowser(api, 'floods');
    for (let n = 0; n < 30; n += 1)
      await api.send(null, 'PUT', `/users/${crypto.randomUUID()}/posts`, { headers, body: { posts: [] } });
    expect((await entries('requestRefused')).filter(({ who }) => who === id)).toHaveLength(20);
  });
});
