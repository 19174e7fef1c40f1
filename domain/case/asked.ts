import type { CivilDate } from '../clock/civil-date.ts';
import type { Digest } from './marks.ts';

/** What a supplement notice (补正告知书) names: a material or a field of the form, and whether it is missing or not in legal form. */
export interface AskedItem {
  readonly kind: 'material' | 'field';
  readonly id: string;
  readonly defect: 'missing' | 'wrong';
}

/** A material or a field of the form. */
export type ItemRef = Pick<AskedItem, 'kind' | 'id'>;

/** How the supplement of a case stands. `waiting`: the applicant is to supply; `declared`: said to be supplied, the window looks again. */
export interface SupplementState {
  readonly state: 'waiting' | 'declared';
  readonly round: number;
  readonly documentNo: string;
  readonly servedOn: CivilDate;
  /** What the last notice names, and how to mend each, in the same order. */
  readonly asked: readonly AskedItem[];
  readonly mends: readonly Digest[];
  /** What follows when it is not supplied, as the notice says. */
  readonly consequence: Digest;
  /** All that the first notice named: a later one names nothing else (XKF 32(1)(4)). */
  readonly named: readonly ItemRef[];
  /** The parts that arrived, each with its day. */
  readonly arrived: readonly (ItemRef & { readonly on: CivilDate })[];
  readonly declaredOn: CivilDate | null;
}
