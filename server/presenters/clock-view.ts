import type { Static } from 'typebox';
import type { ClockView } from '../../contract/case-view.ts';
import { reckonClock } from '../../domain/case/clocks.ts';
import { clockLightOn } from '../../domain/case/lights.ts';
import { sharesOf } from '../../domain/case/shares.ts';
import type { CaseState, ClockState, WarningState, World } from '../../domain/case/state.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Level, Step } from '../../domain/flow/definition.ts';
import type { Language } from '../../domain/words/said.ts';
import { readClockTitle, readStep } from '../../domain/words/clock-title.ts';
import { highestLevel } from './light.ts';
import { levelTitle } from './words.ts';

/** Presents one clock on a day: figures reckoned from its ledger, and for a stopped one which step stopped it and by what. */
export function presentClock(o: {
  clock: ClockState;
  world: World;
  today: CivilDate;
  book: ReadonlyMap<string, Step>;
  state: CaseState;
  language: Language;
}): Static<typeof ClockView> {
  const { clock, world, state, today, book } = o;
  const { dueOn, provisional, used, remaining, percent, overdue, stopped } = reckonClock(world, clock, today);
  const open = clock.stops.find((stop) => stop.to === null);
  const level = highestLevel(levelsOf(clock, state.warnings));
  return {
    id: clock.id,
    kind: clock.kind,
    title: readClockTitle(clock.id, book),
    stepId: clock.stepId,
    startedOn: clock.startedOn,
    limit: { count: clock.limit.count, unit: clock.limit.unit },
    extension: clock.extension,
    stops: clock.stops.map(({ from, to, stepId }) => ({ from, to, stepId, stepTitle: readStep(stepId, book) })),
    endedOn: clock.endedOn,
    dueOn,
    provisional,
    used,
    remaining,
    percent,
    overdue,
    stopped,
    light: clockLightOn(world, clock, today),
    level,
    levelTitle: level === null ? null : levelTitle(level),
    shares: sharesOf({ world, state }, clock, today),
    stoppedWhy: open === undefined ? null : whyStopped(book, open, o.language),
  };
}

/** Levels of the warnings of the clock's present epoch: a warning's id is case:clock:epoch:rung. */
function levelsOf(clock: ClockState, warnings: readonly WarningState[]): readonly Level[] {
  const own = `:${clock.id}:${clock.epoch}:`;
  return warnings.filter((warning) => warning.clock === clock.id && warning.id.includes(own)).map(({ level }) => level);
}

/** A sentence why a clock stands: 自2026-10-12起因“专家评审”暂停计时（依据：...）. Provisions are quoted as they are. */
export function whyStopped(
  book: ReadonlyMap<string, Step>,
  { stepId, from }: { readonly stepId: string; readonly from: string },
  language: Language,
): string {
  const basis = basisOf(book.get(stepId));
  if (language === 'en') {
    return `Stopped since ${from} by “${readStep(stepId, book, 'en')}”${basis === null ? '' : ` (basis: ${basis})`}`;
  }
  return `自${from}起因“${readStep(stepId, book)}”暂停计时${basis === null ? '' : `（依据：${basis}）`}`;
}

/** The provisions that let a step stop a clock, as one text; null for a step that needs none. */
export function basisOf(step: Step | undefined): string | null {
  const cites = [step?.untimed?.exclusionBasis?.cite, step?.untimed?.requiredBy].filter((cite) => cite !== undefined);
  return cites.length > 0 ? cites.join('；') : null;
}
