import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi({ limits: true });
});
afterAll(async () => api.close());

const clock = { startedOn: '2024-01-02', limit: { count: 20, unit: 'workday' } };
const stops = (count: number) => Array.from({ length: count }, () => ({ from: '2024-02-01', to: '2024-02-02' }));

async function ask(route: 'reckon' | 'explain', body: unknown, remoteAddress = '10.0.0.1') {
  const headers = { 'content-type': 'application/json' };
  const url = `/api/v1/clock/${route}`;
  const answer = await api.app.inject({ method: 'POST', url, headers, payload: JSON.stringify(body), remoteAddress });
  return { status: answer.statusCode, code: answer.json<{ code?: string }>().code, bytes: answer.body.length };
}

describe('the calculator for everybody', () => {
  it('fault D1: takes bodies of 4 KB and 50 stops at most', async () => {
    for (const route of ['reckon', 'explain'] as const) {
      expect((await ask(route, { ...clock, stops: stops(50) })).status).toBe(200);
      expect(await ask(route, { ...clock, stops: stops(51) })).toMatchObject({ status: 422, code: 'invalid-stops' });
      expect(await ask(route, { ...clock, stops: stops(4_200) })).toMatchObject({
        status: 413,
        code: 'body-too-large',
      });
    }
  });

  it('fault D1: explains as many days as a case may last and no more', async () => {
    const until = (today: string) => ask('explain', { ...clock, today });
    expect((await until('2027-12-31')).status).toBe(200);
    const far = { startedOn: '2019-01-02', limit: { count: 2_000, unit: 'workday' } };
    for (const body of [far, { ...clock, startedOn: '2019-01-02', today: '2027-12-31' }]) {
      expect(await ask('explain', body)).toMatchObject({ status: 400, code: 'bad-request' });
    }
  });

  it('fault D1: answers one address 60 times a minute, and the next one all the same', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 70; i += 1) statuses.push((await ask('explain', clock, '10.0.0.2')).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect((await ask('explain', clock, '10.0.0.3')).status).toBe(200);
  });

  it('fault D1: every public route that takes a body takes a small one only', async () => {
    const headers = { 'content-type': 'application/json' };
    const payload = JSON.stringify({ login: 'a', password: 'b', caseNo: 'c', code: 'd', more: 'x'.repeat(4_096) });
    for (const url of ['/api/v1/session', '/api/v1/lookup']) {
      expect((await api.app.inject({ method: 'POST', url, headers, payload })).json().code).toBe('body-too-large');
    }
  });
});
