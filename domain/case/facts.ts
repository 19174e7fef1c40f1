import type { CivilDate } from '../clock/civil-date.ts';
import type { Limit } from '../clock/clock.ts';
import type { ClockKind, Level } from '../flow/definition.ts';
import type { Role } from '../people/roles.ts';
import type { BusinessClock, DeliveryMode, Digest } from './orders.ts';

/** What was filed: digests of personal data and form, the checklist, and everything the case pins for its life. */
export interface Filing {
  readonly caseNo: string;
  readonly itemCode: string;
  readonly definition: string;
  readonly branch: string | null;
  /** Inputs and digest of the limit-branch condition, as evidence of the choice; null when the item has no branches. */
  readonly branchEvidence: {
    readonly condition: Digest;
    readonly inputs: Readonly<Record<string, number | string | boolean>>;
  } | null;
  readonly departmentId: string;
  readonly regionCode: string;
  readonly calendar: string;
  readonly channel: 'window' | 'online' | 'post';
  /** The civil day the application was received (收件); may be earlier than the filing, with evidence. */
  readonly receivedOn: CivilDate;
  readonly applicant: Digest;
  readonly agent: Digest | null;
  readonly contact: Digest;
  readonly address: Digest;
  readonly eDelivery: boolean;
  readonly form: Digest;
  readonly materials: readonly { readonly id: string; readonly sha256: string | null; readonly received: boolean }[];
}

/** What an act did to one clock, and why. `clock` is the id of the clock: its kind, or `step:<id>`, `promise:<id>`. */
type ClockFact =
  | {
      readonly type: 'ClockStarted';
      readonly clock: string;
      readonly kind: ClockKind;
      readonly stepId: string | null;
      readonly startedOn: CivilDate;
      readonly limit: Limit;
    }
  | { readonly type: 'ClockStopped'; readonly clock: string; readonly stepId: string; readonly from: CivilDate }
  | { readonly type: 'ClockResumed'; readonly clock: string; readonly stepId: string; readonly to: CivilDate }
  | { readonly type: 'ClockExtended'; readonly clock: string; readonly count: number; readonly from: CivilDate }
  | { readonly type: 'ClockEnded'; readonly clock: string; readonly endedOn: CivilDate }
  | { readonly type: 'ClockLapsed'; readonly clock: string; readonly dueOn: CivilDate }
  | {
      readonly type: 'DeadlineSet';
      readonly clock: string;
      readonly dueOn: CivilDate | null;
      readonly provisional: boolean;
      /** The type of the fact that moved the date, and the civil day it did. */
      readonly because: string;
      readonly on: CivilDate;
    };

/** What is recorded of a case. Add-only: a new meaning is a new name. Each is folded by `apply`. */
export type FactBody =
  | { readonly type: 'CaseFiled'; readonly filing: Filing; readonly rules: number; readonly clock: BusinessClock }
  | { readonly type: 'StepOpened'; readonly stepId: string; readonly on: CivilDate; readonly untimed: boolean }
  | { readonly type: 'StepFinished'; readonly stepId: string; readonly outcome: string }
  | { readonly type: 'CheckedIn'; readonly stepId: string; readonly received: readonly string[] }
  | { readonly type: 'CaseAccepted'; readonly stepId: string; readonly documentNo: string; readonly on: CivilDate }
  | {
      readonly type: 'AcceptanceRefused';
      readonly stepId: string;
      readonly ground: 'notNeeded' | 'notCompetent';
      readonly competentAgency: Digest | null;
      readonly reasons: Digest;
      readonly documentNo: string;
    }
  | { readonly type: 'Reviewed'; readonly stepId: string; readonly outcome: string; readonly opinion: Digest }
  | { readonly type: 'UntimedStepRequested'; readonly stepId: string; readonly reason: Digest }
  | { readonly type: 'UntimedStepApproved'; readonly stepId: string }
  | { readonly type: 'UntimedStepDeclined'; readonly stepId: string; readonly reason: Digest }
  | {
      readonly type: 'NoticeRecorded';
      readonly stepId: string;
      readonly documentNo: string;
      readonly servedOn: CivilDate;
    }
  | { readonly type: 'UntimedStepStarted'; readonly stepId: string; readonly on: CivilDate }
  | {
      readonly type: 'ExpertReviewFinished';
      readonly stepId: string;
      readonly outcome: string;
      readonly opinion: Digest;
      readonly experts: readonly Digest[];
    }
  | {
      readonly type: 'InspectionFinished';
      readonly stepId: string;
      readonly outcome: string;
      readonly heldOn: CivilDate;
      readonly inspectors: readonly string[];
      readonly findings: Digest;
    }
  | {
      readonly type: 'HearingFinished';
      readonly stepId: string;
      readonly outcome: string;
      readonly heldOn: CivilDate;
      readonly presider: string;
      readonly record: Digest;
    }
  | {
      readonly type: 'DecisionMade';
      readonly stepId: string;
      readonly outcome: 'grant' | 'refuse';
      readonly documentNo: string;
      readonly reasons: Digest | null;
      readonly remedy: Digest | null;
      readonly on: CivilDate;
    }
  | {
      readonly type: 'CertificateIssued';
      readonly stepId: string;
      readonly certificateNo: string;
      readonly validFrom: CivilDate;
      readonly validUntil: CivilDate | null;
    }
  | {
      readonly type: 'Delivered';
      readonly stepId: string;
      readonly mode: DeliveryMode;
      readonly servedOn: CivilDate;
      readonly recipient: Digest | null;
    }
  | { readonly type: 'CaseWithdrawn'; readonly statement: Digest }
  | { readonly type: 'ExtensionRequested'; readonly count: number; readonly reason: Digest }
  | { readonly type: 'ExtensionApproved'; readonly count: number; readonly documentNo: string }
  | { readonly type: 'ExtensionDeclined'; readonly reason: Digest }
  | { readonly type: 'ContactChanged'; readonly contact: Digest; readonly address: Digest; readonly eDelivery: boolean }
  | {
      readonly type: 'WarningRaised';
      readonly warningId: string;
      readonly clock: string;
      readonly epoch: number;
      readonly rung: string;
      readonly level: Level;
      readonly to: readonly Role[];
      /** The civil day of the rung; the fact's `at` is its 00:00+08:00. */
      readonly on: CivilDate;
      readonly dueOn: CivilDate | null;
      /** Lower rungs that were already behind the clock when it started: not raised, never raised later. */
      readonly passedOver: readonly string[];
    }
  | { readonly type: 'WarningAcknowledged'; readonly warningId: string; readonly note: Digest | null }
  | { readonly type: 'Reminded'; readonly stepId: string; readonly note: Digest }
  | {
      readonly type: 'FindingRecorded';
      readonly code: FindingCode;
      readonly stepId: string | null;
      readonly clock: string | null;
    }
  | { readonly type: 'BusinessClockAdopted'; readonly clock: BusinessClock }
  | { readonly type: 'CalendarAdopted'; readonly revision: string }
  | { readonly type: 'RulesAdopted'; readonly rules: number }
  | { readonly type: 'CaseClosed'; readonly result: CaseResult }
  | ClockFact;

export type FactType = FactBody['type'];
export type FactOf<T extends FactType> = Extract<FactBody, { type: T }>;

/** How a case ends (办结结果). */
export const caseResults = {
  granted: '准予许可',
  refused: '不予许可',
  notNeeded: '不受理（无需许可）',
  notCompetent: '不予受理',
  withdrawn: '撤件',
} as const;
export type CaseResult = keyof typeof caseResults;

/** Findings (违规疑点): lawful but to be looked at (domain.md 6.3 V1). */
export const findingCodes = {
  'stopped-on-last-day': '临期挂起：在时限最后一个工作日停表',
  'stopped-after-due': '超期后停表：停表不能消除超期',
} as const;
export type FindingCode = keyof typeof findingCodes;

/**
 * A fact in the journal. `seq` counts from 1 without a gap; `at` is when it happened, `recordedAt` when it became known (ms);
 * `requestId` is the operation, or `tick` for what time alone caused; `hash` chains it to the fact before.
 */
export interface Fact {
  readonly seq: number;
  readonly at: number;
  readonly recordedAt: number;
  readonly requestId: string;
  readonly actorId: string | null;
  readonly body: FactBody;
  readonly hash: string;
}
