import type { Level } from '../../flow/definition.ts';
import type { PersonId } from '../marks.ts';
import type { Recipient } from '../../people/recipients.ts';
import type { WordBook } from '../../words/book.ts';
import type { Said } from '../../words/said.ts';
import type { CaseState, World } from '../state.ts';

/** What every fact says of itself, whatever its type. */
export interface AnyFact {
  readonly type: string;
}

/**
 * What stands around the body of a fact in the journal. `seq` counts from 1 without a gap; `at` is when it happened, `recordedAt`
 * when it became known (ms); `requestId` is the operation, or `tick` for what time alone caused; `hash` chains it to the fact before.
 */
export interface Envelope {
  readonly seq: number;
  readonly at: number;
  readonly recordedAt: number;
  readonly requestId: string;
  readonly actorId: string | null;
  /** The person for whom a stand-in acted (AB 岗); absent, and not hashed, where everybody acts for themselves. */
  readonly onBehalfOf?: PersonId;
  readonly hash: string;
}

/** Whom a fact tells, and what the message points at: the warning, the step, or the case. */
export interface Telling {
  readonly to: readonly Recipient[];
  readonly stepId: string | null;
  readonly refId: string;
  readonly level: Level | null;
}

/** The whole truth about one type of fact. */
export interface FactRecord<B extends AnyFact> {
  readonly title: Said;
  /** One plain sentence, as an official would write it; words that the book does not give are left out. */
  reading(body: B, book: WordBook): Said;
  /** Made by the machine or by time, never what somebody did: the timeline puts it under the act it came with. */
  readonly derived?: true;
  /** Time alone may cause it: the journal takes it without an operation (design 9.9). */
  readonly byTime?: true;
  /** History: folds the fact in. Total: what was decided is never refused here. */
  fold(state: CaseState, body: B, fact: Envelope): CaseState;
  /** A fact that tells nobody says so. */
  readonly tells: 'nobody' | TellsOf<B>;
}

/** The word of the message and its recipients; `state` is after the fact. */
export interface TellsOf<B> {
  readonly title: Said;
  whom(body: B, world: World, state: CaseState): Telling;
}

/** A fact that only the journal remembers. */
export function unchanged(state: CaseState): CaseState {
  return state;
}
