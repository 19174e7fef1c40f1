import type { OrderType } from '../../case/acts/index.ts';
import type { RejectionCode } from '../../rejection.ts';
import type { Said } from '../../words/said.ts';

/** Why a trial cannot be played. Closed. */
export const trialFailures = {
  'branch-unknown': { zh: '流程中没有所选的时限分支', en: 'the flow has no such branch of limits' },
  'form-undecided': { zh: '按所填内容，条件得不出结果', en: 'a condition yields no answer for this form' },
  'lasting-invalid': { zh: '用时应为 0 至 2000 的整数', en: 'a duration is a whole number from 0 to 2000' },
  'outcome-unknown': { zh: '环节没有所选的办理结果', en: 'the step has no such outcome' },
  'filing-refused': { zh: '不能收件', en: 'the application cannot be filed' },
  'order-refused': { zh: '按所选情形不能办理', en: 'it cannot be done as was chosen' },
  'calendar-not-covered': { zh: '超出工作日历的范围', en: 'past the end of the calendar' },
  'plan-broken': { zh: '流程结构不完整', en: 'the flow is not whole' },
} as const satisfies Readonly<Record<string, Said>>;
export type TrialFailureCode = keyof typeof trialFailures;

/** Why a trial stopped: where, at which order, and by which refusal of the machine. */
export interface TrialFailure {
  readonly failed: TrialFailureCode;
  readonly stepId: string | null;
  readonly order: OrderType | null;
  readonly because: RejectionCode | null;
}

/** A failure of a trial. */
export function failure(failed: TrialFailureCode, where: Partial<Omit<TrialFailure, 'failed'>> = {}): TrialFailure {
  return { failed, stepId: null, order: null, because: null, ...where };
}

/** Tells why a trial cannot be played from what came of it. */
export function isFailure(value: object): value is TrialFailure {
  return 'failed' in value;
}
