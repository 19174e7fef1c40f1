import type { FilingRequest } from '../../../server/gateway/gateway.ts';
import { digestOf } from '../driven-case.ts';
import type { DrivenCase } from '../driven-case.ts';
import type { TestProduct } from '../temporal.ts';

/**
 * How people live one case of the test flow to its end, from the filed case on; time passes by `fastForward` or the business clock.
 * `filing`: what it is filed with differently from others.
 */
export type Script = ((product: TestProduct, it: DrivenCase) => Promise<void>) & {
  readonly filing?: Partial<FilingRequest['filing']>;
};

/** Texts that people write, as the API keeps them. */
export const words = { reason: digestOf('reason'), opinion: digestOf('opinion'), note: digestOf('note') };
