import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../support/until.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => api.close());

/** What came of one request: its status or the code of the error, and whether the server asked to go elsewhere. */
async function ask(port: number, agent: Agent): Promise<{ said: number | string; leave: boolean }> {
  return new Promise((resolve) => {
    const sent = request({ port, host: '127.0.0.1', path: '/api/v1/guide/items', agent }, (answer) => {
      const leave = answer.headers.connection === 'close';
      answer.resume().on('end', () => resolve({ said: answer.statusCode ?? 0, leave }));
    });
    const failed = (error: Error) => ({ said: 'code' in error ? String(error.code) : error.message, leave: true });
    sent.on('error', (error) => resolve(failed(error))).end();
  });
}

it('stops without a failed request: the last answer of each connection says that it closes', async () => {
  let stopping = false;
  const app = await createApp({ ...api.deps, isStopping: () => stopping });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const answers = new Map<number | string, number>();
  const visitor = async () => {
    for (;;) {
      const { said, leave } = await ask(port, agent);
      answers.set(said, (answers.get(said) ?? 0) + 1);
      if (leave) return;
    }
  };
  const visitors = Array.from({ length: 6 }, visitor);
  const stop = (async () => {
    await until('visitors to be served', async () => (answers.get(200) ?? 0) > 50);
    stopping = true;
    await pause(300);
    await app.close();
  })();
  await Promise.all([...visitors, stop]);
  expect([...answers.keys()]).toEqual([200]);
  agent.destroy();
});
