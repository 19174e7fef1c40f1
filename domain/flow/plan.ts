import type { Limit } from '../clock/clock.ts';
import type { Role } from '../people/roles.ts';
import type { StepKindName, StepParams } from '../steps/params.ts';
import type { AfterHours, CountsFrom, ExclusionBasis, Rung, Signing, StepPlace, StoppableClock } from './definition.ts';

export interface PlanMaterial {
  readonly id: string;
  readonly necessary: boolean;
  /** Let in to come later, and there before anything is granted; absent: no, as in every plan before rules 4. */
  readonly deferrable?: true;
  /** An undertaking may stand for it; absent: no, as in every plan before rules 5. */
  readonly replaceable?: true;
  /** Had from shared data, and asked of nobody; absent: no. */
  readonly shared?: true;
}

/** `lapses`: not supplied in time, the application counts as withdrawn. */
export type SupplyLimit = Limit & { readonly lapses?: true };

/** Limits of one case after its branch was chosen: numbers and units only. */
export interface PlanLimits {
  readonly notice: Limit;
  /** Absent where none is promised, as in every plan before rules 5. */
  readonly promisedNotice?: Limit;
  /** The window's time to pass the materials on. Absent: who takes in answers. */
  readonly passing?: Limit;
  /** The applicant's time for a supplement. Absent: no limit. */
  readonly supplement?: SupplyLimit;
  /** The applicant's time for what is let in to come later. Absent: no limit, and no undertaking is asked. */
  readonly deferral?: SupplyLimit;
  readonly statutory: Limit;
  readonly promised: Limit;
  /** Absent: statutory and promised count from the acceptance. */
  readonly countsFrom?: CountsFrom;
  readonly delivery: Limit;
  /** Absent where nothing is granted on an undertaking. */
  readonly afterCheck?: Limit;
  /** Absent in plans of before rules 4: there nothing watches the wait. */
  readonly start?: Limit;
  readonly extension: { readonly max: number; readonly approver: Role } | null;
}

/** What the plan says of a step of any kind. */
interface PlanStepBase {
  readonly id: string;
  readonly by: Role;
  readonly limit: Limit | null;
  readonly untimed: {
    readonly promise: Limit;
    readonly stops: readonly StoppableClock[];
    readonly basis: ExclusionBasis['source'] | null;
    readonly approvedBy: Role;
  } | null;
  readonly outcomes: readonly string[];
  /** Those of them that are against the applicant; absent: none. */
  readonly negative?: readonly string[];
  /** Absent: one, and the case's own department, as in every plan of 2026-11. */
  readonly signing?: Signing;
  readonly at?: StepPlace;
  /** Steps whose people do not do this one; absent: none, as in every plan before rules 4. */
  readonly otherThan?: readonly string[];
}

/** A step of the plan, by its kind and with the parameters of that kind. */
export type PlanStep<K extends StepKindName = StepKindName> = {
  [N in K]: PlanStepBase & { readonly kind: N; readonly params: StepParams[N] };
}[K];

export type PlanBlock =
  | { readonly type: 'sequence'; readonly blocks: readonly PlanBlock[] }
  | { readonly type: 'parallel'; readonly branches: readonly PlanBlock[] }
  | {
      readonly type: 'choice';
      /** A step id, or null when the limit branch or the form chooses. */
      readonly outcomeOf: string | null;
      /** The id of a choice over the form, by which its answer is kept; absent: the form does not choose, as in every plan before 2026-12. */
      readonly byForm?: string;
      readonly cases: readonly { readonly label: string; readonly block: PlanBlock }[];
      readonly otherwise: PlanBlock | null;
    }
  | { readonly type: 'step'; readonly stepId: string };

/** The compiled flow that a workflow run carries in its input: ids, kinds, limits, bases, outcomes; no texts, at most 16 KB. */
export interface Plan {
  /** SHA-256 of the canonical JSON of the published definition. */
  readonly sha256: string;
  readonly itemCode: string;
  readonly limits: PlanLimits;
  /** Absent: an application counts on the day on which it comes in, as in every plan before rules 5. */
  readonly afterHours?: AfterHours;
  /** The limit branch chosen at filing, or null. */
  readonly branch: string | null;
  readonly materials: readonly PlanMaterial[];
  readonly steps: readonly PlanStep[];
  readonly root: PlanBlock;
  readonly ladder: readonly Rung[];
}
