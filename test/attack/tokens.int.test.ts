import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, openTestApi, password } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { openBrowser } from '../support/sign-in.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => api.close());

const next = 'entirely another one';

/** A new person with a browser and a token. */
async function personWithToken(login: string, more: object = {}) {
  const id = await addPerson(api.database, login, [{ role: 'caseOfficer', departmentId: 'sy-water' }]);
  const { headers } = await openBrowser(api, login);
  const body = { title: '脚本', days: 366, ...more };
  const made = (await api.send(null, 'POST', '/tokens', { body, headers })).json<{ id: string; token: string }>();
  const bearer = { authorization: `Bearer ${made.token}` };
  const me = async () => (await api.send(null, 'GET', '/me', { headers: bearer })).statusCode;
  expect(await me()).toBe(200);
  return { id, headers, bearer, tokenId: made.id, me };
}

describe('a bearer token', () => {
  it('fault D7: ends with the password, when its owner changes it and when an administrator resets it', async () => {
    const changed = await personWithToken('changes-it');
    const change = await api.send(null, 'POST', '/me/password', {
      body: { current: password, next },
      headers: changed.headers,
    });
    expect([change.statusCode, await changed.me()]).toEqual([204, 401]);
    const reset = await personWithToken('is-reset');
    await api.send('systemAdmin', 'PATCH', `/users/${reset.id}`, { body: { password: next } });
    expect(await reset.me()).toBe(401);
  });

  it('fault D7: stays when its owner chooses so', async () => {
    const kept = await personWithToken('keeps-it');
    const body = { current: password, next, keepTokens: true };
    expect((await api.send(null, 'POST', '/me/password', { body, headers: kept.headers })).statusCode).toBe(204);
    expect(await kept.me()).toBe(200);
  });

  it('fault D7: makes no other token', async () => {
    const { bearer } = await personWithToken('no-children');
    const child = await api.send(null, 'POST', '/tokens', { body: { title: 'child', days: 366 }, headers: bearer });
    expect([child.statusCode, child.json().code]).toEqual([403, 'token-not-allowed']);
  });

  it('fault D7: that may only read changes nothing', async () => {
    const { bearer, tokenId } = await personWithToken('reads-only', { scope: 'readOnly' });
    for (const [method, url, body] of [
      ['PUT', '/me/post', { post: null }],
      ['POST', `/cases/${tokenId}/orders`, { type: 'withdraw', statement: 'x' }],
      ['DELETE', `/tokens/${tokenId}`, undefined],
      ['POST', '/me/password', { current: password, next }],
    ] as const) {
      const answer = await api.send(null, method, url, {
        body,
        headers: { 'idempotency-key': 'a-key-of-this', ...bearer },
      });
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 403, 'token-not-allowed']);
    }
    expect((await api.send(null, 'GET', '/worklists/mine', { headers: bearer })).statusCode).toBe(200);
  });

  it('fault D7: is listed with what it may do and when it was last used', async () => {
    const { headers, tokenId } = await personWithToken('lists-them', { scope: 'readOnly' });
    const { items } = (await api.send(null, 'GET', '/tokens', { headers })).json<{ items: { id: string }[] }>();
    expect(items.find(({ id }) => id === tokenId)).toMatchObject({
      scope: 'readOnly',
      lastUsedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      revokedAt: null,
    });
  });
});

describe('a password', () => {
  it('fault D16: that guessers try first is taken from nobody', async () => {
    const { headers } = await personWithToken('weak-one');
    for (const weak of [
      '1234567890',
      'password12',
      'Password123',
      'qwertyuiop',
      'a123456789',
      'P@ssw0rd123',
      'weak-one-weak',
    ]) {
      const answers = [
        await api.send(null, 'POST', '/me/password', { body: { current: password, next: weak }, headers }),
        await api.send('systemAdmin', 'POST', '/users', {
          body: { login: 'weak-one', name: '新', password: weak, departmentId: 'sy-water' },
        }),
      ];
      expect([weak, ...answers.map((answer) => answer.json().code)]).toEqual([weak, 'weak-password', 'weak-password']);
    }
  });

  it('fault D16: that an administrator chose must be changed before anything else', async () => {
    const made = await api.send('systemAdmin', 'POST', '/users', {
      body: {
        login: 'newcomer',
        name: '新人',
        password: next,
        departmentId: 'sy-water',
      },
    });
    const { id } = made.json<{ id: string }>();
    const posts = [{ role: 'reviewer', departmentId: 'sy-water' }];
    expect((await api.send('securityAdmin', 'PUT', `/users/${id}/posts`, { body: { posts } })).statusCode).toBe(200);
    let chosen = next;
    for (const own of ['my own first choice', 'my own second choice']) {
      const { headers } = await openBrowser(api, 'newcomer', chosen);
      const ask = async (url: string) => (await api.send(null, 'GET', url, { headers })).json();
      expect(await ask('/me')).toMatchObject({ mustChangePassword: true });
      expect((await ask('/worklists/mine')).code).toBe('password-must-change');
      const body = { current: chosen, next: own };
      expect((await api.send(null, 'POST', '/me/password', { body, headers })).statusCode).toBe(204);
      expect(await ask('/me')).toMatchObject({ mustChangePassword: false });
      expect(await ask('/worklists/mine')).toMatchObject({ items: [] });
      chosen = 'chosen by an administrator';
      await api.send('systemAdmin', 'PATCH', `/users/${id}`, { body: { password: chosen } });
    }
  });
});
