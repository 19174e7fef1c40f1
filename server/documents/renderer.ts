import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { isCompiled, root } from '../root.ts';
import type { Answered, Asked } from './render-worker.ts';
import type { Paper } from './sheet.ts';

/** A document as bytes, and their SHA-256 (lower-case hex). */
export interface Rendered {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** Makes PDFs of papers. */
export interface Renderer {
  /** The same paper gives the same bytes. @throws Error when it cannot be set: that is a fault of the template */
  render(paper: Paper): Promise<Rendered>;
  close(): Promise<void>;
}

/** A thread does not take over that its process reads TypeScript, as that of a test does. */
const inTypeScript = `const { workerData } = require('node:worker_threads');
import('tsx/esm/api').then(({ register }) => { register(); return import(workerData.entry); });`;

function beginThread(fontDir: string | null): Worker {
  if (isCompiled) return new Worker(join(root, 'dist/server/documents/render-worker.js'), { workerData: { fontDir } });
  const entry = pathToFileURL(join(root, 'server/documents/render-worker.ts')).href;
  return new Worker(inTypeScript, { eval: true, execArgv: [], workerData: { entry, fontDir } });
}

interface Waiting {
  resolve(pdf: Uint8Array): void;
  reject(error: Error): void;
}

/**
 * A renderer in a thread of its own, begun with the first paper: fonts and Typst take a third of a second to load and some 110 MB, which stay. A thread that
 * ends is begun anew with the next paper.
 */
export function createRenderer(o: { readonly fontDir: string | null }): Renderer {
  const waiting = new Map<number, Waiting>();
  let [thread, last] = [null as Worker | null, 0];

  function begin(): Worker {
    const begun = beginThread(o.fontDir);
    begun.on('message', (answer: Answered) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      // A process that is about to end waits for papers, not for the thread.
      if (waiting.size === 0) begun.unref();
      if ('pdf' in answer) asked?.resolve(answer.pdf);
      else asked?.reject(new Error(`expected a document to be set, but Typst said: ${answer.error}`));
    });
    begun.on('error', (error) => end(begun, error));
    begun.on('exit', () => end(begun, new Error('expected a document to be set, but its thread ended')));
    return begun;
  }

  function end(ended: Worker, why: Error): void {
    if (thread !== ended) return;
    thread = null;
    for (const asked of waiting.values()) asked.reject(why);
    waiting.clear();
  }

  return {
    render: async (paper) => {
      last += 1;
      const asked: Asked = { id: last, paper };
      thread ??= begin();
      const at = thread;
      const pdf = await new Promise<Uint8Array>((resolve, reject) => {
        waiting.set(asked.id, { resolve, reject });
        at.ref();
        at.postMessage(asked);
      });
      const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
      return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
    close: async () => {
      await thread?.terminate();
    },
  };
}
