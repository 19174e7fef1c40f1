import { receiptPrefix } from '../filing/receipt-store.ts';
import type { BatchRow } from './use-batch.ts';

const keyOf = (itemCode: string) => `${receiptPrefix}batch.${itemCode}`;

/** Keeps a list that is being filed for this browser session; an empty one is forgotten. Why a row was refused is asked anew. */
export function keepBatch(itemCode: string, rows: readonly BatchRow[]): void {
  if (rows.length === 0) sessionStorage.removeItem(keyOf(itemCode));
  else sessionStorage.setItem(keyOf(itemCode), JSON.stringify(rows.map((row) => ({ ...row, error: null }))));
}

/** The list of an item that was being filed in this session, with the keys of its requests: what is sent again has one effect. */
export function keptBatch(itemCode: string): readonly BatchRow[] {
  return JSON.parse(sessionStorage.getItem(keyOf(itemCode)) ?? '[]') as readonly BatchRow[];
}
