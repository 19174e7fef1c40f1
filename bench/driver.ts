import type { Subject } from './hot-set.ts';

/** How the load process works on one variant. */
export interface Driver<S extends Subject = Subject> {
  readonly stepsPerCase: number;
  /** Makes fresh cases that are ready for their first measured step. */
  open(count: number): Promise<S[]>;
  /** One step; throws when the answer is not what it must be. Counts `left` down. */
  step(subject: S): Promise<void>;
  /** The workflow id of a case, for its history. */
  workflowIdOf(subject: S): string;
}

/** Runs `work` for each number below `count`, `width` at a time, and keeps the order of the answers. */
export async function spread<T>(count: number, width: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) answers[n] = await work(n);
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, one));
  return answers;
}
