import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, portOf } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi({ limits: true });
  await api.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => api.close());

const stops = Array.from({ length: 50 }, () => ({ from: '2024-02-01', to: '2024-02-02' }));
const far = { startedOn: '2024-01-02', limit: { count: 900, unit: 'workday' }, stops };
const abuses: readonly (readonly [string, string, string?])[] = [
  ['POST', '/clock/explain', JSON.stringify(far)],
  ['POST', '/clock/reckon', JSON.stringify({ ...far, stops: Array.from({ length: 5_000 }, () => stops[0]) })],
  ['POST', '/session', JSON.stringify({ login: 'somebody', password: 'guess' })],
  ['POST', '/lookup', JSON.stringify({ caseNo: '11210100MB0000086J', code: '12345678' })],
  ['POST', '/lookup', '['.repeat(4_000)],
  ['GET', '/guide/items?q=%E5%8F%96%E6%B0%B4'],
];

/** Sends from an address of its own (the loopback network has many) and answers the status. */
async function send(o: {
  agent: Agent;
  from: string;
  method: string;
  url: string;
  body?: string | undefined;
  headers?: Record<string, string>;
}): Promise<number> {
  const { agent, from, method, url, body } = o;
  const length =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve) => {
    const port = portOf(api.app);
    const path = `/api/v1${url}`;
    const sent = request(
      { agent, host: '127.0.0.1', port, path, method, localAddress: from, headers: { ...length, ...o.headers } },
      (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    // A body that is refused before it is read whole cuts the connection.
    sent.on('error', () => resolve(0)).end(body);
  });
}

describe('ten callers who abuse the public routes', () => {
  it('leave a clerk a list in at most 300 ms at the 95th percentile', async () => {
    const until = performance.now() + 6_000;
    const statuses = new Map<number, number>();
    const abuser = async (n: number) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 4 });
      const line = async (turn: number) => {
        for (let i = turn; performance.now() < until; i += 1) {
          const [method, url, body] = abuses[i % abuses.length] ?? ['GET', '/site'];
          const status = await send({ agent, from: `127.0.1.${n + 1}`, method, url, body });
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      };
      await Promise.all([0, 1, 2, 3].map(line));
      agent.destroy();
    };
    const times: number[] = [];
    const clerk = async () => {
      const agent = new Agent({ keepAlive: true });
      const headers = await api.bearerOf('caseOfficer');
      while (performance.now() < until) {
        const began = performance.now();
        const status = await send({ agent, from: '127.0.0.1', method: 'GET', url: '/worklists/department', headers });
        times.push(performance.now() - began);
        expect(status).toBe(200);
      }
      agent.destroy();
    };
    await Promise.all([clerk(), ...Array.from({ length: 10 }, (_, n) => abuser(n))]);
    const sorted = times.toSorted((a, b) => a - b);
    const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Infinity;
    const counts = JSON.stringify(Object.fromEntries(statuses));
    console.log(
      `clerk: ${times.length} lists, p95 ${p95.toFixed(0)} ms, worst ${(sorted.at(-1) ?? 0).toFixed(0)} ms; abuse by status: ${counts}`,
    );
    expect(p95).toBeLessThan(300);
    expect(statuses.get(429) ?? 0).toBeGreaterThan(100);
    expect(statuses.get(500) ?? 0).toBe(0);
  });
});
