import { parentPort, workerData } from 'node:worker_threads';
import { sheetOf } from './sheet.ts';
import type { Paper } from './sheet.ts';
import { openTypesetter } from './typst.ts';

/** What the thread is asked. */
export interface Asked {
  readonly id: number;
  readonly paper: Paper;
}

/** What it answers: the bytes, or what Typst said against them. */
export type Answered =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly error: string };

const { fontDir } = workerData as { readonly fontDir: string | null };
const typesetter = openTypesetter(fontDir);

parentPort?.on('message', ({ id, paper }: Asked) => {
  parentPort?.postMessage(answer());

  function answer(): Answered {
    try {
      return { id, pdf: typesetter.pdf(paper.layout === 'roll' ? 'roll' : 'document', sheetOf(paper)) };
    } catch (error) {
      return { id, error: error instanceof Error ? error.message : JSON.stringify(error) };
    }
  }
});
