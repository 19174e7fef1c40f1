import { createHmac } from 'node:crypto';
import { sameText } from '../code-check.ts';
import { foldCode } from '../gateway/query-code.ts';

/** 32 signs that are not taken for one another, as those of query codes. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/** The code of a document, 10 signs, 50 bits: computed from the server's secret and never stored. */
export function checkCodeOf(
  secret: string,
  { caseId, factHash }: { readonly caseId: string; readonly factHash: string },
): string {
  const digest = createHmac('sha256', secret).update(`document ${caseId} ${factHash}`).digest();
  return Array.from(digest.subarray(0, length), (byte) => signs[byte % signs.length]).join('');
}

/** Whether a code that somebody typed is this one; in constant time. */
export function isCode(right: string, typed: string): boolean {
  return sameText(right, foldCode(typed));
}

/** A code as it is read out: in two halves. */
export function readCode(code: string): string {
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
}
