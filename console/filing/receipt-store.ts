/** What a receipt needs. The query code is shown to who filed the case or issued it anew, in this session only. */
export interface Receipt {
  readonly caseId: string;
  readonly caseNo: string;
  /** Null: it was told in another session, and nobody can see it again. */
  readonly queryCode: string | null;
  readonly itemName: string;
  readonly departmentName: string;
  readonly applicant: string;
  readonly receivedOn: string;
  readonly materials: readonly string[];
  /** Who filed the case in this session. */
  readonly clerk: string | null;
  /** Who issued the code anew. */
  readonly issuedBy?: string;
}

const prefix = 'shixian.receipt.';
const keyOf = (caseId: string) => `${prefix}${caseId}`;

/** Keeps a receipt for this browser session. */
export function keepReceipt(receipt: Receipt): void {
  sessionStorage.setItem(keyOf(receipt.caseId), JSON.stringify(receipt));
}

/** The receipt of a case filed in this session; null for others. */
export function keptReceipt(caseId: string): Receipt | null {
  const text = sessionStorage.getItem(keyOf(caseId));
  return text === null ? null : (JSON.parse(text) as Receipt);
}

/** Throws away all receipts: the next person at this desk has filed none of them. */
export function dropReceipts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  }
}
