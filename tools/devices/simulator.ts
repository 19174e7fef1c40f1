import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { pagePicture } from './page-picture.ts';

/** What an identity card says of its holder. `validUntil` is a civil date, or 长期. */
export interface Card {
  readonly name: string;
  readonly idNo: string;
  readonly address: string;
  readonly validUntil: string;
}

/** Whose pages may ask, the card that lies on the reader (null: none), and how long a reader waits for one, in ms. */
export interface SimulatorOptions {
  readonly origins: readonly string[];
  readonly card: Card | null;
  readonly waitMs: number;
}

const devices = [
  { id: 'reader', kind: 'cardReader', title: '身份证阅读器（模拟）' },
  { id: 'camera', kind: 'documentCamera', title: '高拍仪（模拟）' },
] as const;

/** The device bridge of docs/device-bridge.md with a reader and a camera that are none: for tests and trials. */
export function createSimulator({ origins, card, waitMs }: SimulatorOptions): Server {
  const here: { card: Card | null } = { card };
  return createServer((request, reply) => {
    void answer(request, reply).catch((error: unknown) => send(reply, 500, { detail: String(error) }));
  });

  async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const { origin } = request.headers;
    if (origin === undefined || !origins.includes(origin)) return send(reply, 403, { detail: 'not a page of ours' });
    reply.setHeader('access-control-allow-origin', origin).setHeader('vary', 'origin');
    if (request.method === 'OPTIONS') return permit(reply);
    // No form and no picture of another page can send this header: only a script that passed the question above.
    if (request.headers['x-device-bridge'] !== '1') return send(reply, 403, { detail: 'expected x-device-bridge: 1' });
    switch (`${request.method} ${request.url}`) {
      case 'GET /v1/devices':
        return send(reply, 200, { devices });
      case 'POST /v1/devices/reader/card':
        return readCard(reply);
      case 'POST /v1/devices/camera/picture':
        reply.writeHead(200, { 'content-type': 'image/png' }).end(pagePicture());
        return undefined;
      case 'PUT /simulator/card':
        here.card = JSON.parse(await bodyOf(request)) as Card | null;
        return send(reply, 200, {});
      default:
        return send(reply, 404, { detail: 'no such device' });
    }
  }

  async function readCard(reply: ServerResponse): Promise<void> {
    const until = performance.now() + waitMs;
    while (here.card === null && performance.now() < until) await wait(50);
    if (here.card === null) return send(reply, 408, { detail: 'no card was laid on the reader' });
    return send(reply, 200, here.card);
  }
}

function permit(reply: ServerResponse): void {
  reply
    .writeHead(204, {
      'access-control-allow-methods': 'GET, POST, PUT',
      'access-control-allow-headers': 'x-device-bridge, content-type',
      'access-control-allow-private-network': 'true',
      'access-control-max-age': '600',
    })
    .end();
}

function send(reply: ServerResponse, status: number, body: unknown): void {
  reply.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
