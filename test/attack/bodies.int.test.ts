import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, portOf } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { until } from '../support/until.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => api.close());

async function post(url: string, payload: string | Buffer) {
  const headers = { 'content-type': 'application/json' };
  const answer = await api.app.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload });
  return [answer.statusCode, answer.json<{ code: string }>().code];
}

describe('a body', () => {
  it('fault D2: nested without end is refused on each public route, in lists and in objects', async () => {
    const lists = `${'['.repeat(2_000)}${']'.repeat(2_000)}`;
    const objects = `${'{"a":'.repeat(600)}1${'}'.repeat(600)}`;
    for (const url of ['/session', '/lookup', '/clock/reckon', '/clock/explain']) {
      for (const body of [lists, objects]) expect([url, ...(await post(url, body))]).toEqual([url, 400, 'too-deep']);
    }
  });

  it('fault D2: nested without end is refused where a flow is drafted', async () => {
    const nested = (depth: number): string =>
      depth === 0 ? '[]' : `[{"id":"a","kind":"parallel","branches":[{"id":"b","steps":${nested(depth - 1)}}]}]`;
    const headers = { 'content-type': 'application/json', ...(await api.bearerOf('departmentAdmin')) };
    const send = async (url: string, method: 'POST' | 'PUT') =>
      api.app.inject({ method, url, headers, payload: `{"definition":{"steps":${nested(2_500)}}}` });
    expect((await send('/api/v1/items/x/flows', 'POST')).json().code).toBe('too-deep');
    const shallow = { 'content-type': 'application/json', ...(await api.bearerOf('departmentAdmin')) };
    const payload = `{"definition":{"steps":${nested(15)}}}`;
    const answer = await api.app.inject({ method: 'POST', url: '/api/v1/items/x/flows', headers: shallow, payload });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-request']);
  });

  it('brackets inside of a text are no depth', async () => {
    const text = `\\"${'[{'.repeat(100)}\\\\`;
    expect(await post('/lookup', `{"caseNo":"x","code":"1","more":"${text}"}`)).toEqual([400, 'bad-request']);
  });

  it('fault D3: bytes that are no UTF-8 are refused and never kept as something else', async () => {
    // 张 in GBK, a cut and an overlong sequence, a surrogate of three bytes.
    for (const bytes of [[0xd5, 0xc5], [0xe5, 0xbc], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xff]]) {
      const body = Buffer.concat([Buffer.from('{"login":"a","password":"'), Buffer.from(bytes), Buffer.from('"}')]);
      expect(await post('/session', body)).toEqual([400, 'bad-json']);
    }
  });
});

describe('an address', () => {
  it('fault D2: of slashes and backslashes is unknown, not a failure', async () => {
    for (const url of ['//', '/\\', '//x/y', '///', '/\\\\x', '/?', '//?a', '/%2f%2f']) {
      const answer = await raw(`GET ${url} HTTP/1.1\r\nhost: a\r\naccept: text/html\r\nconnection: close\r\n\r\n`);
      expect([url, answer.slice(9, 12)]).toEqual([url, expect.stringMatching(/^(200|400|404)$/)]);
    }
  });
});

describe('a caller', () => {
  it('fault D2: who hangs up in the middle of a body is no failure of ours', async () => {
    const lines: { level: string; message: string }[] = [];
    const quiet = await openTestApi({}, (level, message) => lines.push({ level, message }));
    await quiet.app.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect(portOf(quiet.app), '127.0.0.1');
    await once(socket, 'connect');
    const head =
      'POST /api/v1/session HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n';
    await new Promise((resolve) => socket.write(`${head}{"login":`, resolve));
    await until('the request to be known', async () => (await connections(quiet)) > 0);
    socket.destroy();
    await until('the hang-up to be seen', async () => lines.some(({ message }) => message === 'the caller hung up'));
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
    await quiet.close();
  });
});

async function connections({ app }: TestApi): Promise<number> {
  return new Promise((resolve) => app.server.getConnections((_error, count) => resolve(count)));
}

async function raw(text: string): Promise<string> {
  const socket = connect(portOf(api.app), '127.0.0.1');
  let got = '';
  socket.on('data', (chunk) => (got += chunk.toString()));
  socket.write(text);
  await once(socket, 'close');
  return got;
}
