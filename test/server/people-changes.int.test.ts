import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from '../../db/people/tokens.ts';
import { setDisabled } from '../../db/people/users.ts';
import { believeMs } from '../../server/plugins/person-cache.ts';
import { addPerson, openAppOver, openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { openLive } from '../support/live-client.ts';
import { until } from '../support/until.ts';

/** Two API processes over one database: what ends in one ends in the other, at once. */
let api: TestApi;
let other: FastifyInstance;
let origin: string;

beforeAll(async () => {
  api = await openTestApi();
  other = (await openAppOver(api.deps, { heartbeatMs: 3_600_000 })).app;
  origin = await other.listen({ port: 0, host: '127.0.0.1' });
  await until('both to listen', async () => {
    const listening = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
    return (await api.database.admin.query(listening)).rowCount === 2;
  });
});
afterAll(async () => {
  await other.close();
  await api.close();
});

async function tokenOf(login: string): Promise<{ userId: string; token: string }> {
  const userId = await addPerson(api.database, login, [{ role: 'caseOfficer', departmentId: 'sy-water' }]);
  const expiresAt = Date.now() + 3_600_000;
  return { userId, token: (await createToken(api.database.app, { userId, title: 't', expiresAt })).token };
}

async function statusOf(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await other.inject({ method: 'GET', url: '/api/v1/me', headers })).statusCode;
}

test.each(['the account is disabled', 'the token is revoked', 'a post is taken by hand'])(
  'fault I6: when %s elsewhere, the token ends at once',
  async (how) => {
    const { userId, token } = await tokenOf(how.replaceAll(' ', '-'));
    expect(await statusOf(token)).toBe(200);
    const began = performance.now();
    const { app, admin } = api.database;
    if (how === 'the account is disabled') await setDisabled(app, { userId, disabled: true, at: Date.now() });
    else if (how === 'the token is revoked')
      await app.query('UPDATE api_token SET revoked_at = now() WHERE user_id = $1', [userId]);
    else await admin.query('DELETE FROM post WHERE user_id = $1', [userId]);
    await until('the end of the right', async () => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await other.inject({ method: 'GET', url: '/api/v1/me', headers });
      return answer.statusCode === 401 || answer.json().posts.length === 0;
    });
    expect(performance.now() - began).toBeLessThan(believeMs / 2);
  },
);

test('fault I6: a live page of another process closes at once', async () => {
  const { userId, token } = await tokenOf('looks-on');
  const client = await openLive(origin, { authorization: `Bearer ${token}` });
  const began = performance.now();
  await setDisabled(api.database.app, { userId, disabled: true, at: Date.now() });
  await client.ended;
  expect(performance.now() - began).toBeLessThan(believeMs / 2);
});
