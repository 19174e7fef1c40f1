import { digestOf } from '../driven-case.ts';
import type { DrivenCase } from '../driven-case.ts';
import type { TestProduct } from '../temporal.ts';

/** How people live one case of the test flow to its end, from the filed case on; time passes by `fastForward` or the business clock. */
export type Script = (product: TestProduct, it: DrivenCase) => Promise<void>;

/** Texts that people write, as the API keeps them. */
export const words = { reason: digestOf('reason'), opinion: digestOf('opinion'), note: digestOf('note') };
