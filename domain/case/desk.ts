import type { CivilDate } from '../clock/civil-date.ts';
import type { Actor } from '../people/roles.ts';
import type { CaseState, World } from './state.ts';

/** The case as one person finds it on a civil day. */
export interface Desk {
  readonly world: World;
  readonly state: CaseState;
  readonly actor: Actor;
  readonly today: CivilDate;
}
