import type { OkOf } from '../../contract/routes.ts';
import type { Lookup } from '../../db/views/lookup.ts';
import { caseResults } from '../../domain/case/facts.ts';
import type { Calendar } from '../../domain/clock/calendar.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { isClockError, standingOn } from '../../domain/clock/clock.ts';
import type { FlowDefinition, Step } from '../../domain/flow/definition.ts';
import { whyStopped } from './clock-view.ts';
import { clockTitle, stepBook, stepTitle } from './words.ts';

type Shown = OkOf<'lookup'>;
type Clock = Lookup['clocks'][number];

/** Clocks an applicant is told of: those of the case, and the promise of an untimed step; internal step limits are not. */
const told: readonly Clock['kind'][] = ['notice', 'statutory', 'promised', 'promise', 'delivery'];

/** A case for its applicant: which step is open, which clock runs and why one stands. No personal data, no names of officials. */
export function presentLookup(o: {
  found: Lookup;
  definition: FlowDefinition;
  calendar: Calendar;
  today: CivilDate;
}): Shown {
  const { found, definition } = o;
  const book = stepBook(definition);
  return {
    caseNo: found.caseNo,
    itemName: found.itemName,
    departmentName: found.departmentName,
    status: found.status,
    statusTitle: found.status === 'closed' ? '已办结' : '办理中',
    receivedOn: found.receivedOn,
    acceptedOn: found.acceptedOn,
    decidedOn: found.decidedOn,
    resultTitle: found.result === null ? null : caseResults[found.result],
    dueOn: found.dueOn,
    provisional: found.provisional,
    steps: found.steps.map(({ stepId, open, untimed, startedOn, openedOn }) => ({
      title: stepTitle(book, stepId),
      state: open ? '办理中' : '已完成',
      untimed,
      since: startedOn ?? openedOn,
    })),
    clocks: found.clocks.filter(({ kind }) => told.includes(kind)).map((clock) => presentClock(clock, { ...o, book })),
  };
}

function presentClock(
  clock: Clock,
  o: { calendar: Calendar; today: CivilDate; book: ReadonlyMap<string, Step> },
): Shown['clocks'][number] {
  const { startedOn, extension, stops, endedOn, limitCount: count, limitUnit: unit } = clock;
  const ledger = { startedOn, limit: { count, unit }, extension, stops, ...(endedOn === null ? {} : { endedOn }) };
  const standing = standingOn(ledger, o.calendar, o.today);
  const known = !isClockError(standing);
  const open = endedOn === null ? stops.find((stop) => stop.to === null) : undefined;
  return {
    title: clockTitle({ kind: clock.kind, stepId: clock.stepId, book: o.book }),
    dueOn: clock.dueOn,
    stopped: open !== undefined,
    stoppedWhy: open === undefined ? null : whyStopped(o.book, open.stepId, open.from),
    remaining: known ? standing.remaining : null,
    overdue: known && standing.overdue,
    ended: endedOn !== null,
  };
}
