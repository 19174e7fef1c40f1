import type { CivilDate } from '../clock/civil-date.ts';
import type { Limit } from '../clock/clock.ts';
import type { Level, RungRecipient } from '../flow/definition.ts';
import type { Plan } from '../flow/plan.ts';
import { splitInstance } from '../instance-id.ts';
import { reckonClock } from './clocks.ts';
import { rungDays } from './rungs.ts';
import type { CaseState, ClockState, World } from './state.ts';

/** A case as it was recorded, the world it was judged by, and the world it is put under for the sake of the question. */
export interface Asked {
  readonly state: CaseState;
  readonly own: World;
  readonly other: World;
}

/** How cases fare under one version. `onTime`: closed ones whose promised and statutory limits were kept; `late`: open ones past one of them. */
export interface Fare {
  readonly closed: number;
  readonly onTime: number;
  readonly open: number;
  readonly late: number;
  readonly warnings: readonly { readonly to: RungRecipient; readonly level: Level; readonly count: number }[];
}

/** A clock of a case whose date or whose state differs between the two; null: that version has no such limit. */
export interface Moved {
  readonly caseNo: string;
  readonly open: boolean;
  /** The id of the clock. */
  readonly clock: string;
  readonly before: Reckoned | null;
  readonly after: Reckoned | null;
}

/** When a clock is due, null while a stop holds it; and whether it was, or is, past that day. */
export interface Reckoned {
  readonly dueOn: CivilDate | null;
  readonly overdue: boolean;
}

/**
 * What other limits and another ladder would have done to recorded cases (影响测算, design 9.8). Their days stay as they were: when
 * clocks began and ended, were stopped and extended; no duration is guessed. A limit that a version does not have watches nothing.
 */
export function impactOn(cases: readonly Asked[], today: CivilDate): { before: Fare; after: Fare; moved: Moved[] } {
  const under = cases.map(({ state, own, other }) => ({
    state,
    before: reckonAll(state, own, today),
    after: reckonAll(state, other, today),
  }));
  return {
    before: fareOf(under.map(({ state, before }) => ({ state, clocks: before }))),
    after: fareOf(under.map(({ state, after }) => ({ state, clocks: after }))),
    moved: under.flatMap(({ state, before, after }) => movedIn(state, before, after)),
  };
}

/** A clock of a case under a version; `raised`: the rungs whose day came before its end, or until today. */
interface Watched extends Reckoned {
  readonly clock: ClockState;
  readonly raised: readonly { readonly level: Level; readonly to: readonly RungRecipient[] }[];
}

function reckonAll(state: CaseState, world: World, today: CivilDate): ReadonlyMap<string, Watched> {
  const watched = state.clocks.flatMap((recorded): [string, Watched][] => {
    const limit = limitIn(world.plan, recorded);
    if (limit === null) return [];
    const clock = { ...recorded, limit };
    const until = clock.endedOn ?? today;
    const { dueOn, overdue } = reckonClock(world, clock, until);
    const raised = rungDays(world, clock).flatMap(({ rung, on }) => (on <= until ? [rung] : []));
    return [[clock.id, { clock, dueOn, overdue, raised }]];
  });
  return new Map(watched);
}

/** The limit that a version sets for a clock, or null where it sets none. */
function limitIn({ limits, steps }: Plan, { kind, stepId }: ClockState): Limit | null {
  if (kind !== 'step' && kind !== 'promise') return limits[kind] ?? null;
  const step = stepId === null ? undefined : steps.find(({ id }) => id === splitInstance(stepId).id);
  return (kind === 'step' ? step?.limit : step?.untimed?.promise) ?? null;
}

function fareOf(cases: readonly { state: CaseState; clocks: ReadonlyMap<string, Watched> }[]): Fare {
  const isLate = ({ clocks }: (typeof cases)[number]) =>
    [...clocks.values()].some(
      ({ clock, overdue }) => overdue && (clock.kind === 'promised' || clock.kind === 'statutory'),
    );
  const open = cases.filter(({ state }) => state.status === 'open');
  const closed = cases.filter(({ state }) => state.status === 'closed');
  return {
    closed: closed.length,
    onTime: closed.filter((one) => !isLate(one)).length,
    open: open.length,
    late: open.filter(isLate).length,
    warnings: countWarnings(cases.flatMap(({ clocks }) => [...clocks.values()])),
  };
}

function countWarnings(watched: readonly Watched[]): Fare['warnings'] {
  const counts = new Map<string, { to: RungRecipient; level: Level; count: number }>();
  for (const { level, to } of watched.flatMap(({ raised }) => raised)) {
    for (const one of to) {
      const key = `${one} ${level}`;
      counts.set(key, { to: one, level, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()];
}

function movedIn(
  { filing: { caseNo }, status, clocks }: CaseState,
  before: ReadonlyMap<string, Watched>,
  after: ReadonlyMap<string, Watched>,
): Moved[] {
  return clocks.flatMap(({ id }) => {
    const [old, next] = [before, after].map((side) => bare(side.get(id)));
    if (old?.dueOn === next?.dueOn && old?.overdue === next?.overdue) return [];
    return [{ caseNo, open: status === 'open', clock: id, before: old ?? null, after: next ?? null }];
  });
}

function bare(watched: Watched | undefined): Reckoned | null {
  return watched === undefined ? null : { dueOn: watched.dueOn, overdue: watched.overdue };
}
