import type { OkOf } from '../../contract/routes.ts';
import type { FilingBody } from '../filing/filing-body.ts';
import { receiptPrefix } from '../filing/receipt-store.ts';

/** One filing of a list and what became of it. */
export interface BatchRow {
  /** Of its request: a row that is sent again has one effect. */
  readonly key: string;
  readonly body: FilingBody;
  readonly filed: OkOf<'fileCase'> | null;
  readonly error: unknown;
}

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
