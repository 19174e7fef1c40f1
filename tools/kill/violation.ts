/** What a violation is; invariants.md section 2, I1 to I5, I29, I30, I34, I44. */
export type ViolationCode =
  | 'lost'
  | 'doubled'
  | 'other-effect'
  | 'refused-with-effect'
  | 'split'
  | 'ghost'
  | 'words-lost'
  | 'gap'
  | 'broken-chain'
  | 'head-differs'
  | 'workflow-differs'
  | 'run-differs'
  | 'read-rows-differ'
  | 'number-differs'
  | 'open-intent'
  | 'stored-answer-differs'
  | 'answers-differ'
  | 'unresolved'
  | 'warned-twice'
  | 'overslept'
  | 'clock-behind'
  | 'clock-effect'
  | 'late-answer'
  | 'stood-still'
  | 'failure'
  | 'process-ended';

/** One violation, one line: which rule, of which case (`-` when of none), what was seen. */
export interface Violation {
  readonly code: ViolationCode;
  readonly caseId: string;
  readonly detail: string;
}

/** `code case detail`. */
export function lineOf({ code, caseId, detail }: Violation): string {
  return `${code} case ${caseId}: ${detail}`;
}
