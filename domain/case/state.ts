import type { Calendar } from '../clock/calendar.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { Limit, Stop } from '../clock/clock.ts';
import type { RecordedRevision } from '../clock/revision.ts';
import type { ClockKind, Level } from '../flow/definition.ts';
import type { Plan } from '../flow/plan.ts';
import type { Told } from '../people/recipients.ts';
import type { Role } from '../people/roles.ts';
import type { StepKindName } from '../steps/params.ts';
import type { BusinessClock } from './business-clock.ts';
import type { CaseResult, Filing } from './filing.ts';
import type { VerifiedIdentity } from './identity-proofs.ts';
import type { Digest, PersonId } from './marks.ts';
import type { SupplementState } from './asked.ts';
import type { PassingState } from './passed.ts';
import type { HearingState } from './hearing.ts';
import type { RevocationState } from './revoked.ts';
import type { ServingState } from './serving.ts';
import type { StatementsState } from './stated.ts';
import type { DeferralState, ReplacedCertificate } from './undertaken.ts';

/** What a case is judged by, pinned outside its state: the compiled flow and the calendar in force. */
export interface World {
  readonly plan: Plan;
  readonly calendar: Calendar;
}

/** One running or ended clock. `epoch` counts the facts that moved its date; only rungs dated after `epochFrom` are re-armed. */
export interface ClockState {
  readonly id: string;
  readonly kind: ClockKind;
  readonly stepId: string | null;
  readonly startedOn: CivilDate;
  readonly limit: Limit;
  readonly extension: number;
  readonly stops: readonly (Stop & { readonly stepId: string })[];
  readonly endedOn: CivilDate | null;
  readonly epoch: number;
  readonly epochFrom: CivilDate;
  /** Rungs raised (or passed over at the start) in this epoch. */
  readonly fired: readonly string[];
  /** The due date the lapse was recorded for; null while it was not. */
  readonly lapsedFor: CivilDate | null;
  /** What people were last told (DeadlineSet); undefined before the first telling. */
  readonly told?: { readonly dueOn: CivilDate | null; readonly provisional: boolean };
}

/** Where an untimed step stands between opening and start. */
export type UntimedPhase = 'waiting' | 'requested' | 'approved' | 'running';

export interface StepState {
  readonly id: string;
  readonly openedAt: number;
  readonly openedOn: CivilDate;
  /** Null for a timed step. */
  readonly phase: UntimedPhase | null;
  readonly requestedBy: string | null;
  readonly approvedBy: string | null;
  /** The day its start was approved; absent before rules 4. */
  readonly approvedOn?: CivilDate;
  readonly notice: { readonly documentNo: string; readonly servedOn: CivilDate } | null;
  readonly startedOn: CivilDate | null;
  readonly reminders: number;
  readonly finishedAt: number | null;
  readonly finishedBy: string | null;
  readonly outcome: string | null;
  /** What the fact StepOpened said of the step; absent where it was opened before rules 3. */
  readonly drawn?: {
    readonly kind: StepKindName;
    readonly by: Role;
    readonly departmentId: string;
    readonly limit: Limit | null;
  };
  /** Who holds the step's task; absent while nothing special happened, null once it was given back. */
  readonly assignee?: PersonId | null;
  /** Present once a service was begun that has not ended yet (送达); absent before rules 6. */
  readonly serving?: ServingState;
  /** Present once the materials were passed on to the department in this step. */
  readonly passing?: PassingState;
  /** What was told of a hearing (听证) before it is held; absent while nothing was. */
  readonly hearing?: HearingState;
}

/** In what capacity a warning is acknowledged: only the last two close its card (design 9.3). */
export type AcknowledgedAs = 'self' | 'responsible' | 'supervisor';

export interface WarningState {
  readonly id: string;
  readonly clock: string;
  readonly rung: string;
  readonly level: Level;
  /** Who closed its card: somebody responsible, or a supervisor. */
  readonly acknowledgedBy: string | null;
  /** In what capacity the card was closed, and whom the warning was for; absent before rules 3. */
  readonly as?: AcknowledgedAs;
  readonly to?: readonly Told[];
  /** Who acknowledged it for themselves only. */
  readonly seenBy?: readonly PersonId[];
  /** Its clock had ended before its day: it waits for nobody. */
  readonly annulled?: true;
}

/** Silence past the notice limit of the law, which ended with `dueOn`: to be confirmed, the case accepted by it, or a notice in time against it. */
export interface SilenceState {
  readonly state: 'reached' | 'accepted' | 'defeated';
  readonly dueOn: CivilDate;
}

export interface ExtensionState {
  /** `fallen`: what it would have extended ended before it was answered. */
  readonly state: 'requested' | 'approved' | 'declined' | 'fallen';
  readonly count: number;
  readonly requestedBy: string;
}

/** A case folded from its facts. JSON: it travels through continue-as-new and is kept in case_head. */
export interface CaseState {
  readonly caseId: string;
  /** Version of the rules that decide; enters only by recorded input (design.md section 5). */
  readonly rules: number;
  readonly seq: number;
  readonly hash: string;
  /** The latest instant of an act or a rung (ms): nothing that comes later is dated before it. */
  readonly last: number;
  /** When the last fact was recorded (ms): recording never runs backward either. */
  readonly recordedUntil: number;
  readonly status: 'open' | 'closed';
  readonly result: CaseResult | null;
  readonly filing: Filing;
  /** The rules under which it was filed; absent before rules 4. */
  readonly filedUnder?: number;
  readonly filedAt: number;
  readonly received: readonly string[];
  readonly acceptedOn: CivilDate | null;
  /** Present once the window has verified who filed the case online. */
  readonly identity?: VerifiedIdentity;
  /** Present where nobody answered in time; absent before rules 5. */
  readonly silence?: SilenceState;
  /** Present once 不予受理 was laid before the window's lead: in which step, and by whom. */
  readonly refusal?: { readonly state: 'proposed' | 'returned'; readonly stepId: string; readonly by: PersonId };
  /** Present once the applicant asked online to withdraw: the window is to make sure. */
  readonly withdrawalAsked?: { readonly on: CivilDate; readonly statement: Digest };
  /** Present once a supplement was asked for; absent before rules 5. */
  readonly supplement?: SupplementState;
  /** Present where the permit is to be decided on the applicant's undertaking (许可承诺); absent before rules 5. */
  readonly undertaking?: { readonly undertakenOn: CivilDate; readonly undertakingNo: string };
  /** Certificates for which an undertaking of the applicant stands, and what a check found of it; absent before rules 5. */
  readonly replaced?: readonly ReplacedCertificate[];
  /** Present where materials were let in to come later on an undertaking; absent before rules 5. */
  readonly deferral?: DeferralState;
  readonly decidedOn: CivilDate | null;
  readonly decision: 'grant' | 'refuse' | null;
  readonly certificateNo: string | null;
  /** Present once an interested party was told of the right to speak, or a statement came in (XKF 36). */
  readonly statements?: StatementsState;
  /** Present once somebody proposed to revoke the permit (撤销), or the agency above did. */
  readonly revocation?: RevocationState;
  readonly eDelivery: boolean;
  readonly steps: readonly StepState[];
  readonly clocks: readonly ClockState[];
  readonly warnings: readonly WarningState[];
  readonly extension: ExtensionState | null;
  /** Ids of the people who reviewed or decided, for the separation rules. */
  readonly handledBy: readonly string[];
  readonly presidedBy: readonly string[];
  readonly businessClock: BusinessClock;
  readonly calendar: RecordedRevision;
  readonly closedAt: number | null;
}
