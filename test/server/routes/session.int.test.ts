import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, openTestApi, password } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';
import { openBrowser, trySignIn } from '../../support/sign-in.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => api.close());

const signIn = async (login: string, word = password) => trySignIn(api, login, word);

async function browser(login: string) {
  const { cookie, headers } = await openBrowser(api, login);
  return { cookie, csrf: headers['x-csrf-token'] };
}

describe('a session', () => {
  it('begins with the right password, in a cookie that works over plain HTTP', async () => {
    const { login, name } = api.personOf('caseOfficer');
    const answer = await signIn(login);
    expect(answer.json()).toMatchObject({ login, name, posts: [{ role: 'caseOfficer', roleTitle: '承办人' }] });
    for (const name of ['sid', 'device']) {
      const cookie = answer.cookies.find((one) => one.name === name);
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
      expect(cookie).not.toHaveProperty('secure');
    }
  });

  it('lets a cookie read, and change only with its CSRF token', async () => {
    const { cookie, csrf } = await browser(api.personOf('reviewer').login);
    const me = await api.send(null, 'GET', '/me', { headers: { cookie } });
    expect(me.statusCode).toBe(200);
    const body = { title: 't', days: 1 };
    const without = await api.send(null, 'POST', '/tokens', { body, headers: { cookie } });
    expect([without.statusCode, without.json().code]).toEqual([403, 'bad-csrf']);
    const wrong = await api.send(null, 'POST', '/tokens', { body, headers: { cookie, 'x-csrf-token': 'wrong' } });
    expect(wrong.json().code).toBe('bad-csrf');
    const right = await api.send(null, 'POST', '/tokens', { body, headers: { cookie, 'x-csrf-token': csrf } });
    expect(right.statusCode).toBe(201);
  });

  it('ends at sign-out', async () => {
    const { cookie, csrf } = await browser(api.personOf('approver').login);
    const out = await api.send(null, 'DELETE', '/session', { headers: { cookie, 'x-csrf-token': csrf } });
    expect(out.statusCode).toBe(204);
    const me = await api.send(null, 'GET', '/me', { headers: { cookie } });
    expect([me.statusCode, me.json().code]).toEqual([401, 'not-signed-in']);
  });

  it('ends after twelve hours however much it is used', async () => {
    const { cookie } = await browser(api.personOf('agencyHead').login);
    await api.database.admin.query(
      `UPDATE session SET data = jsonb_set(data, '{signedInAt}', to_jsonb($1::bigint)) WHERE user_id = $2`,
      [Date.now() - 12 * 3_600_000 - 1, api.personOf('agencyHead').id],
    );
    const me = await api.send(null, 'GET', '/me', { headers: { cookie } });
    expect(me.json().code).toBe('not-signed-in');
  });

  it('ends with the account', async () => {
    const id = await addPerson(api.database, 'leaver', [{ role: 'caseOfficer', departmentId: 'sy-water' }]);
    const { cookie } = await browser('leaver');
    const done = await api.send('systemAdmin', 'PATCH', `/users/${id}`, { body: { disabled: true } });
    expect(done.json()).toMatchObject({ disabled: true });
    expect((await api.send(null, 'GET', '/me', { headers: { cookie } })).statusCode).toBe(401);
    expect((await signIn('leaver')).json().code).toBe('account-disabled');
    expect((await signIn('leaver', 'not its password')).json().code).toBe('sign-in-failed');
  });

  it('carries Secure and the __Host- prefix where people come by TLS', async () => {
    const secure = await openTestApi({ https: true, trustedProxies: ['127.0.0.1'] });
    const answer = await secure.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'x-forwarded-proto': 'https' },
      payload: { login: secure.personOf('caseOfficer').login, password },
    });
    for (const name of ['__Host-sid', '__Host-device']) {
      expect(answer.cookies).toContainEqual(expect.objectContaining({ name, secure: true, httpOnly: true }));
    }
    // Without the header of the proxy the cookie would be left out, and a sign-in be answered as if it had gone well.
    const plain = await secure.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login: secure.personOf('caseOfficer').login, password },
    });
    expect(plain.json()).toMatchObject({ code: 'not-over-tls', reason: expect.stringContaining('X-Forwarded-Proto') });
    expect([plain.statusCode, plain.cookies]).toEqual([400, []]);
    await secure.close();
  });
});

describe('the post in use', () => {
  const clerk = { role: 'caseOfficer', departmentId: 'sy-water' } as const;
  const administrator = { role: 'systemAdmin', departmentId: 'ln-biz' } as const;

  /** A browser of a person with both posts: what it asks, and how it switches. */
  async function withBoth(login: string) {
    const id = await addPerson(api.database, login, [clerk, administrator]);
    const { cookie, csrf } = await browser(login);
    const headers = { cookie, 'x-csrf-token': csrf };
    const ask = async (url: string) => api.send(null, 'GET', url, { headers: { cookie } });
    return {
      id,
      cookie,
      ask,
      choose: async (post: unknown) => api.send(null, 'PUT', '/me/post', { body: { post }, headers }),
      posts: async () => (await ask('/me')).json<{ posts: unknown[]; held: unknown[] }>(),
    };
  }

  it('is the only one whose rights its holder has, until all are taken again', async () => {
    const { ask, choose, posts } = await withBoth('two-posts');
    expect((await ask('/users')).statusCode).toBe(200);
    const chosen = await choose(clerk);
    expect(chosen.json()).toMatchObject({ posts: [{ ...clerk, roleTitle: '承办人' }], held: [administrator, clerk] });
    expect([(await ask('/users')).json().code, (await posts()).posts.length]).toEqual(['not-allowed', 1]);
    expect((await choose(administrator)).json()).toMatchObject({ posts: [administrator] });
    expect((await ask('/users')).statusCode).toBe(200);
    expect((await choose(null)).json()).toMatchObject({ posts: [administrator, clerk] });
  });

  it('stays in use at the next sign-in, and does not bind bearer tokens', async () => {
    const { choose, cookie, posts } = await withBoth('two-posts-again');
    const csrf = (await posts()) as unknown as { csrfToken: string };
    const made = await api.send(null, 'POST', '/tokens', {
      body: { title: '脚本', days: 1 },
      headers: { cookie, 'x-csrf-token': csrf.csrfToken },
    });
    await choose(clerk);
    expect((await signIn('two-posts-again')).json()).toMatchObject({ posts: [clerk] });
    const headers = { authorization: `Bearer ${made.json<{ token: string }>().token}` };
    expect((await api.send(null, 'GET', '/me', { headers })).json()).toMatchObject({ posts: [administrator, clerk] });
  });

  it('must be held: another one, or one with a wrong role, changes nothing', async () => {
    const { choose, posts } = await withBoth('two-posts-strict');
    await choose(clerk);
    expect((await choose({ ...clerk, role: 'approver' })).json().code).toBe('not-found');
    expect((await choose({ ...clerk, departmentId: 'sy-none' })).json().code).toBe('not-found');
    expect((await choose({ ...clerk, role: 'king' })).json()).toMatchObject({
      code: 'bad-request',
      errors: expect.arrayContaining([expect.objectContaining({ pointer: '/post/role' })]),
    });
    expect((await posts()).posts).toMatchObject([clerk]);
  });

  it('ends with the post: whoever loses it works in those that are left', async () => {
    const { id, choose, posts } = await withBoth('two-posts-less');
    await choose(clerk);
    await api.send('securityAdmin', 'PUT', `/users/${id}/posts`, { body: { posts: [administrator] } });
    expect(await posts()).toMatchObject({ posts: [administrator], held: [administrator] });
  });
});

describe('sign-in', () => {
  it('answers an unknown login like a wrong password', async () => {
    const [unknown, wrong] = [await signIn('nobody-here'), await signIn(api.personOf('deputyHead').login, 'wrong')];
    const strip = ({ instance: _instance, ...rest }: Record<string, unknown>) => rest;
    expect(strip(unknown.json())).toEqual(strip(wrong.json()));
    expect(unknown.statusCode).toBe(401);
  });

  it('locks after five wrong passwords, known login or not', async () => {
    await addPerson(api.database, 'locked-one', []);
    for (const login of ['locked-one', 'never-was']) {
      for (let i = 0; i < 5; i += 1) expect((await signIn(login, 'wrong')).statusCode).toBe(401);
      const answer = await signIn(login);
      expect([answer.statusCode, answer.json().code]).toEqual([429, 'locked']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(1_700);
    }
  });

  it('takes a new password that is strong and signs out everywhere else', async () => {
    await addPerson(api.database, 'changer', []);
    const [here, there] = [await browser('changer'), await browser('changer')];
    const headers = { cookie: here.cookie, 'x-csrf-token': here.csrf };
    const change = (current: string, next: string) =>
      api.send(null, 'POST', '/me/password', { body: { current, next }, headers });
    expect((await change('wrong', 'another good one')).json().code).toBe('sign-in-failed');
    expect((await change(password, 'changer-changer')).json()).toMatchObject({
      code: 'weak-password',
      errors: [{ pointer: '/next', message: '包含用户名' }],
    });
    expect((await change(password, 'another good one')).statusCode).toBe(204);
    expect((await api.send(null, 'GET', '/me', { headers: { cookie: there.cookie } })).statusCode).toBe(401);
    expect((await api.send(null, 'GET', '/me', { headers: { cookie: here.cookie } })).statusCode).toBe(200);
    expect((await signIn('changer', 'another good one')).statusCode).toBe(200);
  });
});

describe('a bearer token', () => {
  it('works until it is revoked', async () => {
    const { cookie, csrf } = await browser(api.personOf('caseOfficer').login);
    const signedIn = { cookie, 'x-csrf-token': csrf };
    const made = await api.send(null, 'POST', '/tokens', { body: { title: '脚本', days: 1 }, headers: signedIn });
    const { id, token } = made.json<{ id: string; token: string }>();
    const headers = { authorization: `Bearer ${token}` };
    expect((await api.send(null, 'GET', '/me', { headers })).json()).toMatchObject({ csrfToken: null });
    expect((await api.send('reviewer', 'DELETE', `/tokens/${id}`)).statusCode).toBe(404);
    expect((await api.send('caseOfficer', 'DELETE', `/tokens/${id}`)).statusCode).toBe(204);
    expect((await api.send(null, 'GET', '/me', { headers })).json().code).toBe('not-signed-in');
    const { items } = (await api.send('caseOfficer', 'GET', '/tokens')).json<{ items: { id: string }[] }>();
    expect(items.find((item) => item.id === id)).toMatchObject({ revokedAt: expect.any(String), scope: 'full' });
  });
});
