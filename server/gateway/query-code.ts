import { createHmac } from 'node:crypto';

/** 32 signs that are not taken for one another: no I, L, O, U. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/**
 * The applicant's code of a case: 10 signs, 50 bits, computed from the server's secret and never stored. `issue`: how often the code was
 * issued anew; each issue has another code.
 */
export function queryCodeOf(secret: string, caseId: string, issue = 0): string {
  const digest = createHmac('sha256', secret)
    .update(issue === 0 ? caseId : `${caseId} ${issue}`)
    .digest();
  // 32 divides 256: each byte gives a sign, all of them alike.
  return Array.from(digest.subarray(0, length), (byte) => signs[byte % signs.length]).join('');
}

/** A code as people type it: small letters, blanks and hyphens, O for 0, I and L for 1. */
export function foldCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
