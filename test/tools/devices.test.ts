import { afterEach, describe, expect, test } from 'vitest';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createSimulator } from '../../tools/devices/simulator.ts';

const ours = 'https://shixian.example.org';
const card = { name: '赵演示', idNo: '210102199003070011', address: '演示路1号', validUntil: '长期' };
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function ask(path: string, headers: Record<string, string>, method = 'POST'): Promise<Response> {
  server = createSimulator({ origins: [ours], card, waitMs: 20 }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/v1/${path}`, { method, headers });
}

describe('the device bridge', () => {
  const asked = { origin: ours, 'x-device-bridge': '1' };

  test('gives the card to a page of ours', async () => {
    const answer = await ask('devices/reader/card', asked);
    expect(await answer.json()).toEqual(card);
    expect(answer.headers.get('access-control-allow-origin')).toBe(ours);
  });

  test.each([
    ['a page of somebody else', { ...asked, origin: 'https://elsewhere.example' }],
    ['no page', { 'x-device-bridge': '1' }],
    ['a form, which cannot send the header', { origin: ours }],
  ])('gives nothing to %s', async (_who, headers) => {
    const answer = await ask('devices/reader/card', headers as unknown as Record<string, string>);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain(card.idNo);
  });

  test('takes a picture, which is a PNG', async () => {
    const answer = await ask('devices/camera/picture', asked);
    expect(answer.headers.get('content-type')).toBe('image/png');
    const head = new Uint8Array(await answer.arrayBuffer()).subarray(1, 4);
    expect(new TextDecoder().decode(head)).toBe('PNG');
  });

  test('knows no other device', async () => {
    expect((await ask('devices/scale/card', asked)).status).toBe(404);
  });
});
