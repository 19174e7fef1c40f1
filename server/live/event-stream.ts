import { Readable } from 'node:stream';
import type { LiveData, LiveEventName } from '../../contract/routes/live.ts';

/** A viewer that does not read is cut off when so many bytes wait for it; it comes back and gets `resync`. */
const mostWaiting = 256 * 1024;
/** What browsers wait before they connect again, in ms. */
const retryMs = 3_000;

/** One answer of server-sent events. Sending after its end does nothing. */
export interface EventStream {
  readonly body: Readable;
  send(event: LiveEventName, data: LiveData | Record<string, never>): void;
  beat(): void;
  end(): void;
}

/** Ids grow over the life of a process and, beginning with its time, over restarts. */
const ids = { last: Date.now() };

/** Opens a stream; `onClose` is told once, whoever ended it. An id comes first, so that every reconnect says that it is one. */
export function openEventStream(onClose: () => void): EventStream {
  const body = new Readable({ read: () => undefined });
  body.once('close', onClose);
  const write = (text: string): void => {
    if (body.destroyed || body.readableEnded) return;
    if (body.readableLength > mostWaiting) body.destroy();
    else body.push(text);
  };
  write(`retry: ${retryMs}\nid: ${nextId()}\n\n`);
  return {
    body,
    send: (event, data) => write(`id: ${nextId()}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => write(':\n\n'),
    end: () => {
      if (!body.destroyed) body.push(null);
    },
  };
}

function nextId(): number {
  ids.last += 1;
  return ids.last;
}
