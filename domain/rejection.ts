/**
 * Every reason for which the law or the house refuses an order. Closed: a new reason is a new code here,
 * a status in contract/problem.ts and a test.
 */
export const rejectionCodes = [
  'case-closed',
  'not-allowed',
  'task-of-another',
  'task-held',
  'task-not-held',
  'task-same-person',
  'person-unknown',
  'person-without-post',
  'four-eyes',
  'step-not-open',
  'wrong-step-kind',
  'unknown-outcome',
  'received-on-invalid',
  'materials-missing',
  'unknown-material',
  'competent-agency-required',
  'opinion-required',
  'experts-too-few',
  'expert-not-independent',
  'inspectors-too-few',
  'held-on-invalid',
  'presider-is-reviewer',
  'hearing-record-required',
  'reasons-required',
  'remedy-required',
  'decision-not-granted',
  'validity-invalid',
  'e-delivery-without-consent',
  'served-on-invalid',
  'step-not-untimed',
  'untimed-step-phase',
  'notice-required',
  'extension-already-used',
  'extension-not-requested',
  'extension-over-cap',
  'extension-too-late',
  'withdraw-after-decision',
  'unknown-warning',
  'warning-already-acknowledged',
  'nothing-to-remind',
  'journal-fork',
  'calendar-not-covered',
] as const;

export type RejectionCode = (typeof rejectionCodes)[number];

/** An expected refusal: a value, never thrown inside domain/. `detail` reads "expected ..., but ...". */
export interface Rejection {
  readonly rejected: true;
  readonly code: RejectionCode;
  readonly detail: string;
}

/** Builds a refusal. `detail` is one English sentence in the form "expected ..., but ...". */
export function reject(code: RejectionCode, detail: string): Rejection {
  return { rejected: true, code, detail };
}

/** Tells a refusal from an answer. */
export function isRejection(value: object): value is Rejection {
  return 'rejected' in value && value.rejected === true;
}
