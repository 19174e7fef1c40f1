import type { Filing } from '../case/filing.ts';
import type { FlowDefinition } from '../flow/definition.ts';
import type { Said } from '../words/said.ts';

/** Where a picture belongs that proves the day of receipt (邮寄的信封、邮戳); no flow can have a material of this id. */
export const receiptProof = {
  id: 'receipt:proof',
  title: { zh: '收件日期的凭证（信封、邮戳等）', en: 'Proof of the day of receipt (envelope, postmark)' },
} as const satisfies { readonly id: string; readonly title: Said };

/** Whether nobody saw an application come in on its day: it came by post, or its receipt was entered later. */
export function asksForReceiptProof({ channel, evidence }: Pick<Filing, 'channel' | 'evidence'>): boolean {
  return channel === 'post' || evidence !== undefined;
}

/** Where the files of a case belong: the materials of its item, in their order, then that proof where it is asked for. */
export function filePlaces(
  filing: Pick<Filing, 'channel' | 'evidence'>,
  { materials }: Pick<FlowDefinition, 'materials'>,
  language: keyof Said = 'zh',
): readonly { readonly id: string; readonly title: string }[] {
  const { id, title } = receiptProof;
  const proof = asksForReceiptProof(filing) ? [{ id, title: title[language] }] : [];
  return [...materials.map((one) => ({ id: one.id, title: one.title })), ...proof];
}
