import type { Block } from '../content.ts';

/** What a working paper says. */
export interface Written {
  readonly blocks: readonly Block[];
  /** The applicant's own word: neither the agency's name above it nor its hand under it. */
  readonly isTheirs: boolean;
}
