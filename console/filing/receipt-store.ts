/** What of a receipt only this session knows: the query code is shown to who filed the case or issued it anew. */
export interface KeptReceipt {
  readonly caseId: string;
  readonly queryCode: string;
  /** Who filed the case in this session. */
  readonly clerk: string | null;
  /** Who issued the code anew. */
  readonly issuedBy?: string;
}

/** What begins so goes with the receipts: the next person at this desk finds none of it. */
export const receiptPrefix = 'shixian.receipt.';
const keyOf = (caseId: string) => `${receiptPrefix}${caseId}`;

/** Keeps what a receipt needs for this browser session. */
export function keepReceipt(receipt: KeptReceipt): void {
  sessionStorage.setItem(keyOf(receipt.caseId), JSON.stringify(receipt));
}

/** The receipt of a case filed in this session; null for others. */
export function keptReceipt(caseId: string): KeptReceipt | null {
  const text = sessionStorage.getItem(keyOf(caseId));
  return text === null ? null : (JSON.parse(text) as KeptReceipt);
}

/** Throws away all receipts: the next person at this desk has filed none of them. */
export function dropReceipts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(receiptPrefix)) sessionStorage.removeItem(key);
  }
}
