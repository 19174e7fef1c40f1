import type { CivilDate } from '../clock/civil-date.ts';
import type { Limit } from '../clock/clock.ts';
import type { ClockKind } from '../flow/definition.ts';
import { endClock, startClock } from './clock-acts.ts';
import { stillDeferred } from './deferral.ts';
import { today } from './draft.ts';
import type { Draft } from './draft.ts';

const answering: readonly ClockKind[] = ['notice', 'promisedNotice', 'supplement'];

/** What is granted on an undertaking is decided on the spot. */
const atOnce: Limit = { count: 0, unit: 'workday' };

/** The clocks of the answer end on the day on which it was given. */
export function endAnswering(draft: Draft, answeredOn: CivilDate): void {
  for (const { id, kind } of draft.state.clocks) if (answering.includes(kind)) endClock(draft, id, answeredOn);
}

/**
 * An accepted case counts: the clocks of the answer end with the day of the answer, those of the law and of the promise start with the
 * day of acceptance `on`, and with them the time for what comes later. `behind`: who is told of rungs that lie behind that day already.
 */
export function beginToCount(
  draft: Draft,
  o: { readonly on: CivilDate; readonly answeredOn?: CivilDate; readonly behind: 'causer' | 'all' },
): void {
  const { statutory, deferral, ...limits } = draft.world.plan.limits;
  const { on, answeredOn = today(draft), behind } = o;
  const from = countsFrom(draft, on);
  endAnswering(draft, answeredOn);
  startClock(draft, { id: 'statutory', kind: 'statutory', stepId: null, limit: statutory, startedOn: from }, behind);
  const { limit, startedOn } =
    draft.state.undertaking === undefined
      ? { limit: limits.promised, startedOn: from }
      : { limit: atOnce, startedOn: answeredOn };
  startClock(draft, { id: 'promised', kind: 'promised', stepId: null, limit, startedOn }, behind);
  if (deferral === undefined || stillDeferred(draft.state).length === 0) return;
  const { count, unit } = deferral;
  const clock = { id: 'deferral', kind: 'deferral', stepId: null, limit: { count, unit }, startedOn: on } as const;
  startClock(draft, clock, behind);
}

/** Where the item counts from the receipt: what was supplied later was complete on the day of acceptance, and only then (domain.md D12). */
function countsFrom({ world, state }: Draft, acceptedOn: CivilDate): CivilDate {
  if (world.plan.limits.countsFrom !== 'receipt' || state.supplement !== undefined) return acceptedOn;
  return state.clocks.find(({ kind }) => kind === 'notice')?.startedOn ?? acceptedOn;
}
