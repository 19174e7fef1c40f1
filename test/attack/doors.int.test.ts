import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDb } from '../../db/client.ts';
import { loadConfig } from '../../server/config.ts';
import { excessOf } from '../../server/least-rights.ts';
import { openTestApi, portOf } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { openBrowser, trySignIn } from '../support/sign-in.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi({ limits: true, demo: false, requestMs: 300 });
  await api.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => api.close());

describe('an address behind a proxy', () => {
  const look = async (of: TestApi, from: string, said: string) =>
    of.send(null, 'POST', '/lookup', {
      body: { caseNo: `none ${said}`, code: '1' },
      headers: { 'x-forwarded-for': said },
      address: from,
    });
  const refusals = async (of: TestApi, from: string) => {
    const all = [];
    for (let n = 0; n < 30; n += 1) all.push((await look(of, from, `10.20.0.${n}`)).statusCode);
    return all.filter((status) => status === 429).length;
  };

  it('fault D5: is what the connection says, whatever a caller of a private network or this machine claims', async () => {
    const secure = await openTestApi({ limits: true, demo: false, https: true });
    for (const from of ['127.0.0.1', '10.1.1.1', '192.168.3.4']) {
      expect([from, await refusals(api, from), await refusals(secure, from)]).toEqual([from, 10, 10]);
    }
    await secure.close();
  });

  it('fault D5: is what a named proxy says, and no other', async () => {
    const named = await openTestApi({ limits: true, demo: false, trustedProxies: ['10.1.0.0/16'] });
    expect([await refusals(named, '10.1.1.1'), await refusals(named, '10.2.1.1')]).toEqual([0, 10]);
    await named.close();
  });
});

describe('a connection', () => {
  it('fault D11: whose body or head does not come to an end is closed', async () => {
    const head =
      'POST /api/v1/clock/reckon HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n';
    for (const text of [`${head}\r\n{"caseNo":`, head]) {
      const socket = connect(portOf(api.app), '127.0.0.1', () => socket.write(text));
      let got = '';
      socket.on('data', (chunk) => (got += chunk.toString()));
      await once(socket, 'close');
      expect(got).toMatch(/^HTTP\/1\.1 408 /);
    }
  });
});

describe('answers', () => {
  it('fault D11: of the API are kept by nobody on the way, refusals too', async () => {
    const { headers } = await openBrowser(api, api.personOf('caseOfficer').login);
    for (const url of ['/me', '/worklists/mine', '/users', '/nowhere', '/guide/items', '/ledger.csv']) {
      const answer = await api.send(null, 'GET', url, { headers });
      expect([url, answer.headers['cache-control']]).toEqual([url, 'no-store']);
    }
  });

  it('fault D11: hold no figures, and the contract only for who has signed in, outside demonstrations', async () => {
    for (const url of ['/metrics', '/docs/', '/docs/json', '/api/v1/openapi.json']) {
      expect([url, (await api.app.inject(url)).statusCode]).toEqual([url, url === '/metrics' ? 404 : 401]);
    }
    const headers = await api.bearerOf('caseOfficer');
    expect((await api.app.inject({ url: '/api/v1/openapi.json', headers })).statusCode).toBe(200);
  });
});

describe('a process of production', () => {
  it('fault D11: is refused with the owner of the database, by role or by address', async () => {
    const loaded = loadConfig({
      NODE_ENV: 'production',
      DATABASE_URL: api.database.appUrl,
      TEMPORAL_ADDRESS: '127.0.0.1:7233',
      SESSION_SECRET: '0123456789abcdef0123456789abcdef',
      PUBLIC_URL: 'http://intranet',
      FILES_DIR: '/srv/shixian/files',
    });
    if (!loaded.ok) throw new Error(loaded.mistakes.join());
    const { config } = loaded;
    expect(await excessOf(config, api.database.app)).toBeNull();
    expect(await excessOf(config, api.database.admin)).toMatch(
      /^DATABASE_URL: expected a role that may not change tables/,
    );
    const both = { ...config, ADMIN_DATABASE_URL: api.database.adminUrl };
    expect(await excessOf(both, api.database.app)).toMatch(/^ADMIN_DATABASE_URL: expected none/);
    await api.database.admin.query('GRANT CREATE ON SCHEMA public TO shixian_app');
    expect(await excessOf(config, api.database.app)).toMatch(/^DATABASE_URL/);
    await api.database.admin.query('REVOKE CREATE ON SCHEMA public FROM shixian_app');
    expect(await excessOf(config, api.database.app, api.database.audit)).toBeNull();
    for (const more of [api.database.app, api.database.admin])
      expect(await excessOf(config, api.database.app, more)).toMatch(
        /^AUDIT_DATABASE_URL: expected a role that only reads/,
      );
    const away = openDb('postgresql://nobody@127.0.0.1:9/none');
    expect(await excessOf(config, away)).toBeNull();
    await away.end();
  });
});

describe('a session', () => {
  const endOf = async (userId: string) => {
    const { rows } = await api.database.admin.query('SELECT expires_at FROM session WHERE user_id = $1', [userId]);
    return rows[0].expires_at.getTime() as number;
  };

  it('fault D12: is not made longer by a page that asks by itself, and is by a person', async () => {
    const { id, login } = api.personOf('reviewer');
    const { headers } = await openBrowser(api, login);
    await api.database.admin.query(
      `UPDATE session SET expires_at = now() + interval '60 s', data = jsonb_set(data, '{cookie,expires}', to_jsonb(now() + interval '60 s'))
       WHERE user_id = $1`,
      [id],
    );
    const soon = await endOf(id);
    for (const url of ['/worklists/mine', '/worklists/counters', '/me', '/messages']) {
      const answer = await api.send(null, 'GET', url, { headers: { ...headers, 'x-idle': '1' } });
      expect([url, answer.statusCode, await endOf(id)]).toEqual([url, 200, soon]);
    }
    const port = portOf(api.app);
    const live = await fetch(`http://127.0.0.1:${port}/api/v1/live`, { headers: { cookie: headers.cookie } });
    expect([live.status, await endOf(id)]).toEqual([200, soon]);
    await live.body?.cancel();
    await api.send(null, 'GET', '/worklists/mine', { headers });
    expect(await endOf(id)).toBeGreaterThan(soon + 25 * 60_000);
  });

  it('fault D12: begins for nobody because a page asks by itself', async () => {
    const answer = await api.send('reviewer', 'GET', '/me', { headers: { 'x-idle': '1' } });
    expect([answer.statusCode, answer.cookies]).toEqual([200, []]);
    expect((await trySignIn(api, 'nobody', 'x', { address: '10.4.0.1' })).cookies).toEqual([]);
  });
});
