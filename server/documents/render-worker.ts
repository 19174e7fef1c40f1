import { parentPort, workerData } from 'node:worker_threads';
import { openTypesetter } from './typst.ts';

/** What the thread is asked: a template and its words. */
export interface Asked {
  readonly id: number;
  readonly template: string;
  readonly sheet: object;
}

/** What it answers: the bytes, or what Typst said against them. */
export type Answered =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly error: string };

const { fontDir } = workerData as { readonly fontDir: string | null };
const typesetter = openTypesetter(fontDir);

parentPort?.on('message', ({ id, template, sheet }: Asked) => {
  parentPort?.postMessage(answer());

  function answer(): Answered {
    try {
      return { id, pdf: typesetter.pdf(template, sheet) };
    } catch (error) {
      return { id, error: error instanceof Error ? error.message : JSON.stringify(error) };
    }
  }
});
