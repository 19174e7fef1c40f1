import type { NamedRule } from '../../people/directory.ts';
import type { Actor } from '../../people/roles.ts';
import type { Rejection } from '../../rejection.ts';
import type { StepKindName } from '../../steps/params.ts';
import type { Said } from '../../words/said.ts';
import type { Desk } from '../desk.ts';
import type { Draft } from '../draft.ts';
import type { DigestField, PersonField, TextKind } from '../marks.ts';
import type { StepState, UntimedPhase } from '../state.ts';
import type { Holder } from './holder.ts';

/** What every order says of itself, whatever its type. */
export interface AnyOrder {
  readonly type: string;
}

/** Where an act has its place: the case; kinds of steps, which it ends; any open step in some phases; or nowhere on a screen. */
export type Place =
  | 'case'
  | 'unseen'
  | { readonly ends: readonly StepKindName[]; readonly inAnyPhase: boolean }
  | { readonly phases: readonly (UntimedPhase | null)[] };

/** Who gives an order, and the people it names, found by the door with the posts they hold. */
export interface Giver {
  readonly actor: Actor;
  readonly people: readonly Actor[];
}

/** The whole truth about one order: its word, who gives it where, what refuses it beforehand, and what it records. */
export interface Act<O extends AnyOrder> {
  readonly title: Said;
  /** The fields of free text, each of them: the words stay in PostgreSQL, the case gets their digest. */
  readonly texts: { readonly [K in DigestField<O>]: TextKind };
  /** The fields that name people of the directory, each with what is asked of them. */
  readonly people: { readonly [K in PersonField<O>]: NamedRule };
  readonly holder: Holder;
  readonly place: Place;
  /** A message about a case: a fact in its journal, allowed on a closed case, changing no clock. */
  readonly onClosed?: true;
  /** Law that needs no payload: screens show its refusal. `step` is null for an act on the case. */
  readonly guard?: (desk: Desk, step: StepState | null) => Rejection | null;
  /** Records into the draft; after a refusal the draft is thrown away. */
  decide(draft: Draft, order: O, giver: Giver): Rejection | null;
}

/** While nobody has accepted: at the window and at who answers. */
export const beforeAcceptance: Place = { ends: ['intake', 'acceptance'], inAnyPhase: false };

/** The phases of every open step, timed or not. */
export const anyPhase: readonly (UntimedPhase | null)[] = [null, 'waiting', 'requested', 'approved', 'running'];
