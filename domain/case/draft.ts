import { civilDateOf } from '../clock/civil-date.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import { apply } from './apply.ts';
import type { Fact, FactBody } from './facts/index.ts';
import { seal } from './seal.ts';
import type { Stamp } from './seal.ts';
import type { CaseState, World } from './state.ts';

/** Facts in the making: each one is folded as it is recorded, so that the next sees the state after it. */
export interface Draft {
  readonly world: World;
  state: CaseState;
  readonly facts: Fact[];
  stamp: Stamp;
}

/** Begins a draft on a state. */
export function begin(world: World, state: CaseState, stamp: Stamp): Draft {
  return { world, state, facts: [], stamp };
}

/** Records one fact; `at` replaces the stamp's instant for what happened earlier than it became known. */
export function record(draft: Draft, body: FactBody, at: number = draft.stamp.at): void {
  const fact = seal(draft.state, { ...draft.stamp, at }, body);
  draft.state = apply(draft.state, fact, draft.state.caseId);
  draft.facts.push(fact);
}

/** The civil day on which the draft's order happens. */
export function today(draft: Draft): CivilDate {
  return civilDateOf(draft.stamp.at);
}

/** Records the one fact that an act comes to. */
export function only(draft: Draft, body: FactBody): null {
  record(draft, body);
  return null;
}
