import { startOfDay } from '../clock/civil-date.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import { isClockError } from '../clock/clock.ts';
import { rungDate } from '../clock/rungs.ts';
import type { Rung } from '../flow/definition.ts';
import type { Recipient } from '../people/recipients.ts';
import { dueOnOf, ledgerOf, runningClock } from './clocks.ts';
import { record, today } from './draft.ts';
import type { Draft } from './draft.ts';
import { plannedStep } from './planned.ts';
import { sharesOf } from './shares.ts';
import type { CaseState, ClockState, World } from './state.ts';
import { toldOf } from './tasks.ts';

/** Something a clock will have to tell on a civil day: a rung, or (rung null) that its due date is past. */
interface Entry {
  readonly clock: ClockState;
  readonly rung: Rung | null;
  readonly on: CivilDate;
  readonly dueOn: CivilDate | null;
}

/** From these rules on rungs behind a clock are told to who handles the step, not to all of its role. */
const tellsHandler = 3;

/** What follows from a lapse besides its fact: an argument, because it may start clocks, whose rungs are raised here. */
export type Lapsed = (draft: Draft, clock: ClockState, dueOn: CivilDate) => void;

/** Records all that is due up to an instant (business ms), oldest first, to a fixpoint. Each fact is dated at its 00:00. */
export function raiseDue(draft: Draft, until: number, lapsed: Lapsed): void {
  for (;;) {
    const due = entries(draft.world, draft.state).filter((entry) => startOfDay(entry.on) <= until);
    const first = due.reduce<Entry | null>(
      (least, entry) => (least === null || entry.on < least.on ? entry : least),
      null,
    );
    if (first === null) return;
    raiseOn(draft, first, lapsed);
  }
}

/** Each entry is decided at its own civil instant, before the next: what follows from it is dated there too (design 9.4). */
function raiseOn(draft: Draft, entry: Entry, lapsed: Lapsed): void {
  const { stamp } = draft;
  draft.stamp = { ...stamp, at: startOfDay(entry.on) };
  raise(draft, entry, lapsed);
  draft.stamp = stamp;
}

/** The earliest civil day on which something is to be recorded, or null. */
export function nextEntryOn(world: World, state: CaseState): CivilDate | null {
  let next: CivilDate | null = null;
  for (const entry of entries(world, state)) if (next === null || entry.on < next) next = entry.on;
  return next;
}

/** A clock started with rungs behind it: only the highest is raised, to those who hold the causing act's role or to all it is for. */
export function raiseBehind(draft: Draft, clockId: string, told: 'causer' | 'all'): void {
  const clock = runningClock(draft.state, clockId);
  if (clock === undefined) return;
  const until = today(draft);
  const behind = armed(draft.world, clock).filter((entry) => entry.on <= until);
  const step = draft.state.steps.findLast((open) => open.outcome === null);
  if (step === undefined || told === 'all') return raiseHighest(draft, behind, null);
  const { by } = plannedStep(draft.world, step.id);
  raiseHighest(
    draft,
    behind,
    draft.state.rules >= tellsHandler ? toldOf(draft.world, draft.state, { to: ['handler'], stepId: step.id }) : [by],
  );
}

/**
 * A fact that nobody on the case caused (a revised calendar) began a new epoch of a clock with rungs behind it: the highest is raised to all
 * it is for, unless the epoch before had told it. Lower ones stay silent, and later ones are armed.
 */
export function raiseMoved(draft: Draft, before: ClockState): void {
  const clock = runningClock(draft.state, before.id);
  if (clock === undefined || clock.epoch === before.epoch) return;
  const behind = dated(draft.world, clock).filter((entry) => entry.on <= today(draft));
  const untold = behind.filter(({ rung }) => !before.fired.includes(rung.id));
  if (untold.at(-1) === behind.at(-1)) raiseHighest(draft, untold, null);
}

/** Raises the last of rungs in order, to those it is for (`to` null) or to others; the rest is passed over. */
function raiseHighest(draft: Draft, behind: readonly RungEntry[], to: readonly Recipient[] | null): void {
  const highest = behind.at(-1);
  if (highest === undefined) return;
  const passedOver = behind.slice(0, -1).map(({ rung }) => rung.id);
  raiseRung(draft, { ...highest, to: to ?? highest.rung.to, passedOver });
}

function entries(world: World, state: CaseState): Entry[] {
  if (state.status === 'closed') return [];
  return state.clocks.filter((clock) => clock.endedOn === null).flatMap((clock) => entriesOf(world, clock));
}

const known = new WeakMap<ClockState, { readonly world: World; readonly entries: readonly Entry[] }>();

/** Remembered with the clock: every order asks four times, and moves one clock of many. */
function entriesOf(world: World, clock: ClockState): readonly Entry[] {
  const last = known.get(clock);
  if (last !== undefined && last.world.calendar === world.calendar && last.world.plan === world.plan)
    return last.entries;
  const all = [...lapse(world, clock), ...armed(world, clock)];
  known.set(clock, { world, entries: all });
  return all;
}

/** A clock lapses at 00:00 of the day after its due date, once for each due date. */
function lapse(world: World, clock: ClockState): Entry[] {
  const dueOn = dueOnOf(world, clock);
  if (dueOn === null || clock.lapsedFor === dueOn) return [];
  const on = rungDate({ lapsed: true }, ledgerOf(clock), world.calendar);
  return on === null || isClockError(on) ? [] : [{ clock, rung: null, on, dueOn }];
}

/** The rungs of a clock still to be raised in this epoch, lowest first. */
function armed(world: World, clock: ClockState): RungEntry[] {
  return dated(world, clock).filter((entry) => entry.on > clock.epochFrom);
}

interface RungEntry extends Entry {
  readonly rung: Rung;
}

/** The rungs of a clock that this epoch has not told, lowest first, those before it as well. */
function dated(world: World, clock: ClockState): RungEntry[] {
  const dueOn = dueOnOf(world, clock);
  return rungDays(world, clock)
    .filter(({ rung }) => !clock.fired.includes(rung.id))
    .map((one) => ({ ...one, clock, dueOn }));
}

/** Each rung of a clock that has a day as the clock stands, lowest first, told or not. */
export function rungDays(world: World, clock: ClockState): { readonly rung: Rung; readonly on: CivilDate }[] {
  const length = clock.limit.count + clock.extension;
  return world.plan.ladder
    .filter((rung) => rung.clock === clock.kind && length >= (rung.ifLimitAtLeast ?? 0))
    .flatMap((rung) => {
      const on = rungDate(rung.at, ledgerOf(clock), world.calendar);
      return on === null || isClockError(on) ? [] : [{ rung, on }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function raise(draft: Draft, entry: Entry, lapsed: Lapsed): void {
  if (isRung(entry)) return raiseToAll(draft, entry);
  if (entry.dueOn === null) return;
  record(draft, { type: 'ClockLapsed', clock: entry.clock.id, dueOn: entry.dueOn });
  lapsed(draft, entry.clock, entry.dueOn);
}

/** The rungs of a clock that come on this very day: what ends the clock with its lapse lets it tell them first. */
export function raiseToday(draft: Draft, clockId: string): void {
  const clock = runningClock(draft.state, clockId);
  if (clock === undefined) return;
  const until = today(draft);
  for (const entry of armed(draft.world, clock)) if (entry.on <= until) raiseToAll(draft, entry);
}

function isRung(entry: Entry): entry is RungEntry {
  return entry.rung !== null;
}

function raiseToAll(draft: Draft, entry: RungEntry): void {
  raiseRung(draft, { ...entry, to: entry.rung.to, passedOver: [] });
}

/** The id of a warning: one a case, clock, epoch and rung. */
export function warningIdOf({ caseId }: CaseState, clock: ClockState, rung: Rung): string {
  return `${caseId}:${clock.id}:${clock.epoch}:${rung.id}`;
}

function raiseRung(
  draft: Draft,
  raised: Entry & { rung: Rung; to: readonly Recipient[]; passedOver: readonly string[] },
): void {
  const { clock, rung, on, dueOn, passedOver } = raised;
  const to = toldOf(draft.world, draft.state, { to: raised.to, stepId: clock.stepId });
  const warningId = warningIdOf(draft.state, clock, rung);
  const what = { warningId, clock: clock.id, epoch: clock.epoch, rung: rung.id, level: rung.level };
  const shares = sharesOf(draft, clock, on);
  const blamed = shares === null ? {} : { shares };
  record(draft, { type: 'WarningRaised', ...what, to, on, dueOn, passedOver, ...blamed }, startOfDay(on));
}
