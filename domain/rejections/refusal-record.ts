import type { Said } from '../words/said.ts';

/** One reason for which an order is refused, and all that people are told of it. */
export interface RefusalRecord {
  /** What stands against the order: the state of the case, what the order says, who gives it, or that it names what is not there. */
  readonly because: 'state' | 'content' | 'person' | 'unknown';
  readonly title: Said;
  /** A Chinese sentence that says what to do; readers of English get the exact reason of the rejection instead. */
  readonly sentence: string;
}
