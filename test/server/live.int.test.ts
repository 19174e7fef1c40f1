import { drizzle } from 'drizzle-orm/node-postgres';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveChannel } from '../../db/journal/live.ts';
import { caseRow, caseSeen } from '../../db/schema/index.ts';
import { createToken } from '../../db/people/tokens.ts';
import type { FactType } from '../../domain/case/facts/index.ts';
import { mostStreams } from '../../server/live/live.ts';
import { createApp } from '../../server/app.ts';
import { addPerson, openTestApi, password, personOf } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { openLive } from '../support/live-client.ts';
import type { LiveClient } from '../support/live-client.ts';
import { until } from '../support/until.ts';

/** The heartbeat never comes by itself in most tests: what ends at once must not wait for it. */
const never = 3_600_000;
const away = { departmentId: 'dl-water', regionCode: '210200' };
const here = { departmentId: 'sy-water', regionCode: '210100' };

let api: TestApi;
let base: string;
beforeAll(async () => {
  api = await openTestApi({ heartbeatMs: never });
  base = await api.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => api.close());

/** Writes the row of a case there, seen by its department, and answers its id. */
async function caseAt(where: { departmentId: string; regionCode: string }): Promise<string> {
  const caseId = newId();
  await drizzle(api.database.app)
    .insert(caseRow)
    .values({
      caseId,
      caseNo: caseId,
      itemCode: 'any',
      ...where,
      definition: 'sha',
      applicant: 'digest',
      seq: 1,
      status: 'open',
      receivedOn: '2026-03-02',
      filedAt: new Date(0),
      provisional: false,
    });
  await letIn(caseId, { kind: 'department', viewer: where.departmentId });
  return caseId;
}

async function letIn(caseId: string, viewer: Pick<typeof caseSeen.$inferInsert, 'kind' | 'viewer'>): Promise<void> {
  await drizzle(api.database.app)
    .insert(caseSeen)
    .values({ caseId, ...viewer });
}

async function note(caseId: string, kinds: readonly FactType[], seq = 2): Promise<void> {
  const payload = JSON.stringify({ caseId, seq, kinds });
  await api.database.app.query('SELECT pg_notify($1, $2)', [liveChannel, payload]);
}

/** Signs in with the password and gives the cookie and the CSRF token. */
async function session(login: string, origin = base): Promise<{ cookie: string; csrf: string }> {
  const answer = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
    csrf: csrfToken,
  };
}

/** Looks as this person; it is listened to from the first note on that comes back. */
async function look(login: string, headers: Record<string, string> = {}, origin = base): Promise<LiveClient> {
  const { cookie } = await session(login, origin);
  const client = await openLive(origin, { cookie, ...headers });
  await listening();
  return client;
}

/** Waits until the product listens: notes before that are lost, and `resync` says so. */
async function listening(): Promise<void> {
  await until('a connection that listens', async () => (await listeners()).length > 0);
}

async function listeners(): Promise<number[]> {
  const { rows } = await api.database.admin.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE application_name LIKE '%-live' AND datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  return rows.map(({ pid }) => pid);
}

const loginOf = (role: Parameters<typeof personOf>[0]) => personOf(role).login;

describe('the live stream', () => {
  it('is for people who are signed in', async () => {
    expect((await fetch(`${base}/api/v1/live`)).status).toBe(401);
  });

  it('may neither be kept back by a proxy nor kept in a cache, and has its connection to itself', async () => {
    const client = await look(loginOf('caseOfficer'));
    expect(client.status).toBe(200);
    expect(Object.fromEntries(client.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      'cache-control': 'no-store',
      connection: 'close',
    });
    await client.close();
  });

  it('tells of a case that moved, by ids only, and tells warnings besides', async () => {
    const client = await look(loginOf('caseOfficer'));
    const [moved, warned] = [await caseAt(here), await caseAt(here)];
    await note(moved, ['Reviewed', 'StepFinished'], 7);
    await note(warned, ['WarningRaised'], 9);
    expect(await client.next('case')).toMatchObject({ data: { caseId: moved, seq: 7 } });
    expect(await client.next('case')).toMatchObject({ data: { caseId: warned, seq: 9 } });
    expect(await client.next('warning')).toMatchObject({ data: { caseId: warned, seq: 9 } });
    const ids = client.all.map(({ id }) => Number(id));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(new Set(ids).size).toBe(ids.length);
    await client.close();
  });

  it('tells each viewer only of cases the viewer may see', async () => {
    const officer = await look(loginOf('caseOfficer'));
    const supervisor = await look(loginOf('supervisor'));
    const keeper = await look(loginOf('systemAdmin'));
    const [foreign, own] = [await caseAt(away), await caseAt(here)];
    await note(foreign, ['WarningRaised']);
    await note(newId(), ['WarningRaised']);
    await note(own, ['WarningAcknowledged']);
    expect(await supervisor.next('warning')).toMatchObject({ data: { caseId: foreign } });
    expect(await supervisor.next('warning')).toMatchObject({ data: { caseId: own } });
    await officer.next('warning');
    const told = (client: LiveClient) =>
      new Set(client.all.flatMap(({ event, data }) => (event === 'resync' ? [] : [String(data['caseId'])])));
    expect(told(officer)).toEqual(new Set([own]));
    expect(told(supervisor)).toEqual(new Set([foreign, own]));
    expect(told(keeper)).toEqual(new Set());
    await Promise.all([officer, supervisor, keeper].map(async (client) => client.close()));
  });

  it('tells who is given a task of a case they did not see, from that fact on', async () => {
    const officer = await look(loginOf('caseOfficer'));
    const [foreign, own] = [await caseAt(away), await caseAt(here)];
    await note(foreign, ['Reviewed'], 2);
    await note(own, ['Reviewed'], 2);
    expect(await officer.next('case')).toMatchObject({ data: { caseId: own } });
    await letIn(foreign, { kind: 'person', viewer: personOf('caseOfficer').id });
    await note(foreign, ['TaskHandedOver'], 3);
    expect(await officer.next('case')).toMatchObject({ data: { caseId: foreign, seq: 3 } });
    await note(foreign, ['Reviewed'], 4);
    expect(await officer.next('case')).toMatchObject({ data: { caseId: foreign, seq: 4 } });
    await officer.close();
  });

  it('says resync to a browser that comes back, and not to one that comes first', async () => {
    await (await look(loginOf('reviewer'))).close();
    const first = await look(loginOf('reviewer'));
    const again = await look(loginOf('reviewer'), { 'last-event-id': '1' });
    expect(await again.next('resync')).toMatchObject({ data: {} });
    const own = await caseAt(here);
    await note(own, ['Reviewed']);
    await first.next('case');
    expect(first.all.filter(({ event }) => event === 'resync')).toEqual([]);
    await first.close();
    await again.close();
  });

  it('listens again after its connection broke, with one connection, and says resync', async () => {
    const client = await look(loginOf('reviewer'));
    const other = await look(loginOf('supervisor'));
    const before = await listeners();
    expect(before).toHaveLength(1);
    await api.database.admin.query('SELECT pg_terminate_backend($1)', [before[0]]);
    await client.next('resync');
    await other.next('resync');
    const after = await listeners();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    const own = await caseAt(here);
    await note(own, ['Reviewed']);
    expect(await client.next('case')).toMatchObject({ data: { caseId: own } });
    await client.close();
    await other.close();
  });

  it('says resync when the business clock of a demonstration has moved', async () => {
    const client = await look(loginOf('reviewer'));
    const moved = await api.send('systemAdmin', 'POST', '/business-clock/advance', { body: { days: 1 } });
    expect(moved.statusCode).toBe(200);
    await client.next('resync');
    await client.close();
  });

  it('survives a note that is none', async () => {
    const client = await look(loginOf('reviewer'));
    await api.database.app.query('SELECT pg_notify($1, $2)', [liveChannel, '{"caseId": 1']);
    await api.database.app.query('SELECT pg_notify($1, $2)', [
      liveChannel,
      '{"caseId":"x","seq":1,"kinds":["Reviewed"]}',
    ]);
    await until('a resync or the next note', async () => {
      await note(await caseAt(here), ['Reviewed']);
      return client.all.some(({ event }) => event === 'case');
    });
    expect(await listeners()).toHaveLength(1);
    await client.close();
  });

  it('refuses the twenty-first page of one person', async () => {
    await addPerson(api.database, 'many', [{ role: 'caseOfficer', departmentId: 'sy-water' }]);
    const { cookie } = await session('many');
    const clients = await Promise.all(Array.from({ length: mostStreams }, async () => openLive(base, { cookie })));
    const refused = await fetch(`${base}/api/v1/live`, { headers: { cookie } });
    expect([refused.status, await refused.json()]).toEqual([
      429,
      expect.objectContaining({ code: 'too-many-requests' }),
    ]);
    await clients[0]?.close();
    await until('room for one more', async () => {
      const client = await openLive(base, { cookie });
      await client.close();
      return client.status === 200;
    });
    await Promise.all(clients.map(async (client) => client.close()));
  });
});

describe('the end of a live stream', () => {
  it('comes with the sign-out, without waiting for a heartbeat', async () => {
    const { cookie, csrf } = await session(loginOf('sectionChief'));
    const client = await openLive(base, { cookie });
    const out = await fetch(`${base}/api/v1/session`, { method: 'DELETE', headers: { cookie, 'x-csrf-token': csrf } });
    expect(out.status).toBe(204);
    await client.ended;
  });

  it('comes with the end of the rights: a case of a post that was taken away is not told', async () => {
    const beating = await createApp({ ...api.deps, config: { ...api.deps.config, heartbeatMs: 50 } });
    const origin = await beating.listen({ port: 0, host: '127.0.0.1' });
    await addPerson(api.database, 'moved', [{ role: 'caseOfficer', departmentId: 'sy-water' }]);
    const client = await look('moved', {}, origin);
    await until('a heartbeat', async () => client.beats > 0);
    await until('a listener of each of the two', async () => (await listeners()).length === 2);
    await api.database.app.query(`DELETE FROM post WHERE user_id = (SELECT id FROM app_user WHERE login = 'moved')`);
    const seen = client.beats;
    await until('two more heartbeats', async () => client.beats > seen + 1);
    await note(await caseAt(here), ['Reviewed']);
    const watcher = await look(loginOf('caseOfficer'), {}, origin);
    await note(await caseAt(here), ['Reviewed']);
    await watcher.next('case');
    expect(client.all.filter(({ event }) => event === 'case')).toEqual([]);
    await api.database.app.query(`UPDATE app_user SET disabled = true WHERE login = 'moved'`);
    await client.ended;
    await beating.close();
    await watcher.ended;
  });

  it('comes with the end of a bearer token', async () => {
    const userId = api.personOf('windowClerk').id;
    const made = { userId, title: 'live', expiresAt: Date.now() + 3_600_000 };
    const { id, token } = await createToken(api.database.app, made);
    const client = await openLive(base, { authorization: `Bearer ${token}` });
    expect(client.status).toBe(200);
    expect((await api.send('windowClerk', 'DELETE', `/tokens/${id}`)).statusCode).toBe(204);
    await client.ended;
  });

  it('comes with the stop of the process: the connections are closed and the stop does not wait for them', async () => {
    const app = await createApp(api.deps);
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    const clients = [await look(loginOf('reviewer'), {}, origin), await look(loginOf('supervisor'), {}, origin)];
    const from = performance.now();
    await app.close();
    await Promise.all(clients.map(async (client) => client.ended));
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it('leaves nothing behind when the browser goes', async () => {
    const own = await createApp(api.deps);
    const origin = await own.listen({ port: 0, host: '127.0.0.1' });
    const client = await look(loginOf('reviewer'), {}, origin);
    await client.close();
    await own.close();
    await until('no listener but that of the file', async () => (await listeners()).length === 1);
  });
});
