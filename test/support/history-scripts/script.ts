import type { FilingRequest } from '../../../server/gateway/gateway.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import { readHead } from '../../../db/journal/head.ts';
import { digestOf } from '../driven-case.ts';
import type { DrivenCase } from '../driven-case.ts';
import type { TestProduct } from '../temporal.ts';
import { until } from '../until.ts';

/**
 * How people live one case of the test flow to its end, from the filed case on; time passes by `fastForward` or the business clock.
 * `filing`: what it is filed with differently from others; `flow`: where it is not that of the tests; `form`: what is filled in, where that flow asks.
 */
export type Script = ((product: TestProduct, it: DrivenCase) => Promise<void>) & {
  readonly filing?: Partial<FilingRequest['filing']>;
  readonly flow?: FlowDefinition;
  readonly form?: FilingRequest['form'];
};

/** Texts that people write, as the API keeps them. */
export const words = { reason: digestOf('reason'), opinion: digestOf('opinion'), note: digestOf('note') };

/** A decision that the applicant takes at the window. */
export const taken = { mode: 'collected', takenBy: 'applicant', recipient: digestOf('recipient') } as const;

/** Waits until it is seen that nobody answered: of an old receipt that is at once, and waits for the window's lead. */
export async function silenceReached({ db }: TestProduct, { caseId }: DrivenCase): Promise<void> {
  await until('the silence', async () => {
    const head = await readHead(db, caseId);
    return head?.state.silence?.state === 'reached';
  });
}
