import type { Holder } from '../case/acts/holder.ts';
import type { AnyFact, FactRecord } from '../case/facts/fact-record.ts';
import type { Desk } from '../case/desk.ts';
import type { DigestField, PersonField, TextKind } from '../case/marks.ts';
import type { CaseState, StepState, World } from '../case/state.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { Xkf45Kind } from '../flow/definition.ts';
import type { PlanStep } from '../flow/plan.ts';
import type { NamedRule } from '../people/directory.ts';
import type { Actor } from '../people/roles.ts';
import type { Rejection } from '../rejection.ts';
import type { Said } from '../words/said.ts';
import type { NoParams, ParamsSchema, StepKindName, StepParams } from './params.ts';

/** What a step kind sees when an order comes to one of its open steps. */
export interface StepContext<P = NoParams> {
  readonly world: World;
  readonly state: CaseState;
  readonly step: StepState;
  readonly plan: PlanStep;
  /** What the department set for this step. */
  readonly params: P;
  readonly actorId: string;
  /** The people the order names, with the posts they hold. */
  readonly people: readonly Actor[];
  readonly today: CivilDate;
}

/** The facts of the act, the outcome that finishes the step, and the civil day on which it truly ended. */
export interface StepAnswer<B extends AnyFact = AnyFact> {
  readonly facts: readonly B[];
  readonly outcome: string;
  readonly endedOn: CivilDate;
}

/** An order to a step, whatever its type. */
export interface StepOrder {
  readonly type: string;
  readonly stepId: string;
}

/** An order that ends a step of its kind. */
export interface Ending<O extends StepOrder, B extends AnyFact, P = NoParams> {
  readonly title: Said;
  /** The fields of free text, each of them: the words stay in PostgreSQL, the case gets their digest. */
  readonly texts: { readonly [K in DigestField<O>]: TextKind };
  /** The fields that name people of the directory, each with what is asked of them. */
  readonly people: { readonly [K in PersonField<O>]: NamedRule };
  /** Absent: who holds the step's task. */
  readonly holder?: Holder;
  /** Other kinds whose open steps it ends as well. */
  readonly alsoEnds?: readonly StepKindName[];
  /** Ends an untimed step also before its start. */
  readonly inAnyPhase?: true;
  /** Law that needs no payload: screens show its refusal. */
  readonly guard?: (desk: Desk, step: StepState | null) => Rejection | null;
  answer(context: StepContext<P>, order: O): StepAnswer<B> | Rejection;
}

/** The whole truth about one kind of step. */
export interface StepKind<K extends StepKindName = StepKindName> {
  readonly title: Said;
  readonly params: ParamsSchema<StepParams[K]>;
  /** Part of the law's frame (receipt, acceptance, decision, certificate, delivery): the law times it, nothing there is untimed. */
  readonly isFrame: boolean;
  /** Has a limit or a promise of its own: never left to the case clocks alone. */
  readonly isWatched: boolean;
  /** The outcomes that end a step of this kind: those that its acts leave whatever is drawn, and those that must be drawn to be left. */
  readonly leaves: { readonly always: readonly string[]; readonly drawn: readonly string[] | 'any' };
  /** Which of the eight procedures of XKF 45 a step of this kind can be. */
  readonly exclusionKinds: readonly Xkf45Kind[];
  readonly endings: { readonly [type: string]: Ending<StepOrder, AnyFact> };
  readonly facts: { readonly [type: string]: FactRecord<AnyFact> };
}
