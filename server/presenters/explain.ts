import type { Static } from 'typebox';
import type { ExplainView } from '../../contract/case-view.ts';
import { dueOf, ledgerOf } from '../../domain/case/clocks.ts';
import type { ClockState, StepState, World } from '../../domain/case/state.ts';
import { nationalDays, openEnded } from '../../domain/clock/calendar.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { ClockError } from '../../domain/clock/clock.ts';
import { isClockError } from '../../domain/clock/clock.ts';
import { explain } from '../../domain/clock/explain.ts';
import type { Explanation } from '../../domain/clock/explain.ts';
import type { ClockKind, Step } from '../../domain/flow/definition.ts';
import { readStep } from '../../domain/words/clock-title.ts';
import { basisOf } from './clock-view.ts';
import { servingClause } from './explain-serving.ts';
import { sharesClause } from './explain-shares.ts';

/** What starts each kind of clock, as the sentence names it. */
const startedBy = {
  notice: '收件',
  promisedNotice: '收件',
  passing: '收件',
  supplement: '补正告知',
  deferral: '受理',
  afterCheck: '准予许可',
  statutory: '受理',
  promised: '受理',
  step: '环节开始',
  start: '特别程序待启动',
  promise: '启动特别程序',
  delivery: '作出决定',
} as const satisfies Record<ClockKind, string>;

/** Explains a clock of a case day by day. Error `calendar-not-covered`. */
export function explainClock(o: {
  clock: ClockState;
  world: World;
  today: CivilDate;
  book: ReadonlyMap<string, Step>;
  steps: readonly StepState[];
}): Static<typeof ExplainView> | ClockError {
  const { clock, world, today, book, steps } = o;
  const stops = clock.stops.map(({ stepId }) => {
    const article = basisOf(book.get(stepId));
    return { step: readStep(stepId, book), ...(article === null ? {} : { article }) };
  });
  const labels = { startedBy: startedBy[clock.kind], stops };
  const describeDay = nationalDays(world.calendar.snapshot.revision);
  // A date that is fixed is explained on any later day, also where the case's calendar has ended.
  const calendar = isClockError(dueOf(world, clock)) ? world.calendar : openEnded(world.calendar);
  const explained = explain(ledgerOf(clock), calendar, { labels, describeDay, today });
  if (isClockError(explained)) return explained;
  const presented = presentExplanation(explained);
  const clauses = [servingClause(clock, steps), sharesClause({ world, steps, clock, today })].filter(
    (one) => one !== '',
  );
  return { ...presented, sentence: [presented.sentence, ...clauses].join('；') };
}

/** An explanation as the API gives it. */
export function presentExplanation({ dueOn, provisional, sentence, rows }: Explanation): Static<typeof ExplainView> {
  return { dueOn, provisional, sentence, rows };
}
