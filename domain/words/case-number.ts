/** The 实施编码 of an item (GB/T 39046); day and serial of the filing follow it. */
const codeLength = 31;
const dayLength = 8;

/** The part of a case number that people tell cases apart by: day and serial of its filing. One that is built otherwise stays whole. */
export function shortCaseNo(caseNo: string): string {
  const short = caseNo.slice(codeLength);
  return short.length > dayLength && /^\d+$/.test(short) ? short : caseNo;
}
