import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { Desk } from './desk.ts';
import type { CaseState, World } from './state.ts';

/** Deferrable materials that are not there and that no undertaking covers; none where the item knows no undertaking. */
export function toUndertake({ plan }: World, { received, deferral }: CaseState): readonly string[] {
  if (plan.limits.deferral === undefined) return [];
  const there = [...received, ...(deferral?.materials ?? [])];
  return plan.materials.filter(({ id, deferrable }) => deferrable === true && !there.includes(id)).map(({ id }) => id);
}

/** What the applicant undertook to supply and has not. */
export function stillDeferred({ deferral, received }: CaseState): readonly string[] {
  return (deferral?.materials ?? []).filter((id) => !received.includes(id));
}

/** Nothing is let in to come later without an undertaking. Refusal `undertaking-required`. */
export function undertakingBars({ world, state }: Desk): Rejection | null {
  const open = toUndertake(world, state);
  if (open.length === 0) return null;
  const detail = `expected an undertaking for each deferrable material, but none covers ${open.join(', ')}`;
  return reject('undertaking-required', detail, { materials: open });
}

/**
 * Whether the applicant's time for what comes later is over: its lapse is recorded, as it is before any order of the day after. Asked of the
 * state, because step kinds are loaded by pages that reckon nothing.
 */
export function isDeferralOver({ clocks }: CaseState): boolean {
  return clocks.some(({ id, endedOn, lapsedFor }) => id === 'deferral' && endedOn === null && lapsedFor !== null);
}

/** The decision waits for what the applicant may still supply. Refusal `deferral-awaited`. */
export function deferralBars({ state }: Desk): Rejection | null {
  const still = stillDeferred(state);
  if (still.length === 0 || isDeferralOver(state)) return null;
  const detail = `expected what comes later to be there or its time to be over, but these may still come: ${still.join(', ')}`;
  return reject('deferral-awaited', detail, { materials: still });
}
