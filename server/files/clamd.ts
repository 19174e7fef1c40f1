import { connect } from 'node:net';
import type { Readable } from 'node:stream';

/** What a scanner says of content: clean, or the name of what it found. */
export type Scanned = { readonly clean: true } | { readonly clean: false; readonly found: string };

/** Looks at content. @throws Error when it cannot tell: the content then waits */
export type Scanner = (content: Readable) => Promise<Scanned>;

const quietMs = 60_000;
const longestAnswer = 4_096;

/** A scanner that asks clamd over TCP (INSTREAM of its protocol: lengths in network order, a zero at the end). */
export function clamdScanner({ host, port }: { host: string; port: number }): Scanner {
  return async (content) => {
    const socket = connect({ host, port });
    socket.setTimeout(quietMs, () => socket.destroy(new Error('expected an answer of clamd, but it is silent')));
    const answer = answerOf(socket);
    // Heard below, when it is awaited: clamd may hang up in the middle, and says why first.
    answer.catch(() => undefined);
    try {
      await send(socket, content);
      return readAnswer(await answer);
    } finally {
      content.destroy();
      socket.destroy();
    }
  };
}

async function send(socket: NodeJS.WritableStream & { destroyed: boolean }, content: Readable): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of content) {
    if (socket.destroyed) return;
    const bytes = chunk as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    socket.write(length);
    if (!socket.write(bytes)) await drained(socket);
  }
  socket.write(Buffer.alloc(4));
}

async function drained(socket: NodeJS.WritableStream): Promise<void> {
  await new Promise<void>((resolve) => {
    const go = () => {
      socket.off('drain', go);
      socket.off('close', go);
      resolve();
    };
    socket.on('drain', go);
    socket.on('close', go);
  });
}

async function answerOf(socket: Readable): Promise<string> {
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
    if (text.includes('\0') || text.length > longestAnswer) break;
  }
  return text.split('\0', 1)[0] ?? '';
}

function readAnswer(answer: string): Scanned {
  if (/^stream: OK$/.test(answer)) return { clean: true };
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { clean: false, found };
  throw new Error(`expected clamd to tell, but it said ${JSON.stringify(answer.slice(0, 200))}`);
}
