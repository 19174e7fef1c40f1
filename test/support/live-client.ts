import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { until } from './until.ts';

/** One event as it came. */
export interface LiveEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One live stream that is read. `next` waits for the next event of a name that it has not given yet. */
export interface LiveClient {
  readonly status: number;
  readonly headers: Map<string, string>;
  readonly all: readonly LiveEvent[];
  readonly beats: number;
  readonly ended: Promise<void>;
  next(event: string): Promise<LiveEvent>;
  close(): Promise<void>;
}

/** Opens GET /live of an origin with these headers. It resolves when the first bytes are there. */
export async function openLive(origin: string, headers: Record<string, string>): Promise<LiveClient> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${origin}/api/v1/live`, { headers, agent: false }, resolve).once('error', reject);
  });
  const events: LiveEvent[] = [];
  const given = new Map<string, number>();
  let beats = 0;
  let rest = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block === ':') beats += 1;
      else if (block.includes('event: ')) events.push(parse(block));
    }
  });
  const ended = new Promise<void>((resolve) => response.once('close', resolve));
  // A cut by the server's end is an end here too.
  response.on('error', () => undefined);
  return {
    status: response.statusCode ?? 0,
    headers: new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
    all: events,
    get beats() {
      return beats;
    },
    ended,
    next: async (name) =>
      until(`an event ${name}`, async () => {
        const found = events.filter(({ event }) => event === name)[given.get(name) ?? 0];
        if (found !== undefined) given.set(name, (given.get(name) ?? 0) + 1);
        return found;
      }),
    close: async () => {
      response.destroy();
      await ended;
    },
  };
}

function parse(block: string): LiveEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
  return { id: field('id'), event: field('event'), data: JSON.parse(field('data') || '{}') };
}
