import type { Fact } from '../../domain/case/facts/index.ts';
import type { Rung } from '../../domain/flow/definition.ts';
import { bruteForce, oracleWorkdays } from './brute-force-clock.ts';
import { at } from './scene.ts';

/** A ledger as the facts tell it. */
export interface OracleLedger {
  readonly startedOn: string;
  readonly limit: { readonly count: number; readonly unit: string };
  extension: number;
  stops: { from: string; to: string | null; stepId: string }[];
}

/** A fact and the instant at which its order was decided (the end of the tick for what time caused). */
export interface Told {
  readonly fact: Fact;
  readonly instant: number;
}

const workdays = oracleWorkdays();
const working = new Set(workdays);
const known = new Map<string, string | null>();

/** The due date of a ledger by the day-by-day oracle; null also where the calendar does not reach. */
export function oracleDueOn(ledger: OracleLedger): string | null {
  return remembered(`due ${JSON.stringify(ledger)}`, () => {
    const answer = bruteForce({ ...ledger, limit: { ...ledger.limit } });
    return answer === 'calendar-not-covered' ? null : answer.dueOn;
  });
}

/** The rungs that must have been raised up to an instant, each as `clock rung date`, from the facts about clocks alone. */
export function expectedRungs(told: readonly Told[], ladder: readonly Rung[], until: number): string[] {
  const expected: string[] = [];
  const started = told.flatMap(({ fact }) => (fact.body.type === 'ClockStarted' ? [fact.body.clock] : []));
  for (const clock of started) expected.push(...rungsOfClock(clock, told, ladder, until));
  return expected;
}

function rungsOfClock(clock: string, told: readonly Told[], ladder: readonly Rung[], until: number): string[] {
  const changes = told.filter(
    ({ fact }) => 'clock' in fact.body && fact.body.clock === clock && moves.has(fact.body.type),
  );
  const [first] = changes;
  if (first?.fact.body.type !== 'ClockStarted') return [];
  const { startedOn, limit, kind } = first.fact.body;
  const ledger: OracleLedger = { startedOn, limit, extension: 0, stops: [] };
  const rungs = ladder.filter((rung) => rung.clock === kind);
  const expected: string[] = [];
  let fired = passedAtStart(ledger, rungs, { day: civil(first.instant), startedOn }, (line) =>
    expected.push(`${clock} ${line}`),
  );
  let epochFrom: string = startedOn;
  changes.forEach(({ fact: { body } }, index) => {
    if (body.type === 'ClockEnded') return;
    const before = oracleDueOn(ledger);
    const from = amend(ledger, body);
    if (index > 0 && oracleDueOn(ledger) !== before) [epochFrom, fired] = [from, new Set()];
    const close = changes[index + 1]?.instant ?? until;
    for (const rung of rungs.filter((one) => isUsed(one, ledger))) {
      const on = rungDay(rung.at, ledger);
      if (on === null || on <= epochFrom || at(on, '00:00') > close || fired.has(rung.id)) continue;
      fired.add(rung.id);
      expected.push(`${clock} ${rung.id} ${on}`);
    }
  });
  return expected;
}

const moves = new Set(['ClockStarted', 'ClockStopped', 'ClockResumed', 'ClockExtended', 'ClockEnded']);

/** Writes a fact into a ledger; answers the civil day from which it counts. */
export function amend(ledger: OracleLedger, body: Fact['body']): string {
  if (body.type === 'ClockStopped') {
    ledger.stops = [...ledger.stops, { from: body.from, to: null, stepId: body.stepId }];
    return body.from;
  }
  if (body.type === 'ClockResumed') {
    const closes = (stop: { stepId: string; to: string | null }) => stop.stepId === body.stepId && stop.to === null;
    ledger.stops = ledger.stops.map((stop) => (closes(stop) ? { ...stop, to: body.to } : stop));
    return body.to;
  }
  if (body.type === 'ClockExtended') {
    ledger.extension += body.count;
    return body.from;
  }
  return ledger.startedOn;
}

function passedAtStart(
  ledger: OracleLedger,
  rungs: readonly Rung[],
  { day, startedOn }: { day: string; startedOn: string },
  raise: (line: string) => void,
): Set<string> {
  const behind = rungs
    .filter((rung) => isUsed(rung, ledger))
    .map((rung) => ({ id: rung.id, on: rungDay(rung.at, ledger) }))
    .filter(({ on }) => on !== null && on > startedOn && on <= day)
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0));
  const highest = startedOn < day ? behind.at(-1) : undefined;
  if (highest === undefined) return new Set();
  raise(`${highest.id} ${highest.on}`);
  return new Set(behind.map(({ id }) => id));
}

/** Some rungs are for long limits only. */
function isUsed({ ifLimitAtLeast = 0 }: Rung, { limit, extension }: OracleLedger): boolean {
  return limit.count + extension >= ifLimitAtLeast;
}

function rungDay(when: Rung['at'], ledger: OracleLedger): string | null {
  return remembered(`${JSON.stringify(when)} ${JSON.stringify(ledger)}`, () => dayOf(when, ledger));
}

function dayOf(when: Rung['at'], ledger: OracleLedger): string | null {
  if ('percent' in when) return percentDay(when.percent, ledger);
  if ('earliest' in when) {
    const days = when.earliest.map((member) => dayOf(member, ledger)).filter((date) => date !== null);
    return days.toSorted()[0] ?? null;
  }
  const due = oracleDueOn(ledger);
  if (due === null) return null;
  if ('before' in when) return workdays.filter((date) => date < due).at(-when.before) ?? null;
  if ('after' in when) return workdays.filter((date) => date > due)[when.after - 1] ?? null;
  return 'lapsed' in when ? civil(at(due, '24:00')) : due;
}

/** The least day on which so much of the limit is used, found by walking day by day for three years. */
function percentDay(percent: number, { startedOn, limit, extension, stops }: OracleLedger): string | null {
  const wanted = Math.ceil((percent * (limit.count + extension)) / 100);
  let used = 0;
  for (let walked = 1; walked <= 1100; walked += 1) {
    const date = civil(at(startedOn, '00:00') + walked * 86_400_000);
    const excluded = stops.some(({ from, to }) => from < date && (to === null || date <= to));
    if (!excluded && (limit.unit !== 'workday' || working.has(date))) used += 1;
    if (used >= wanted) return date;
    if (stops.some(({ from, to }) => to === null && from < date)) return null;
  }
  return null;
}

/** The Shanghai day of an instant. */
export function civil(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);
}

function remembered(key: string, find: () => string | null): string | null {
  const found = known.get(key);
  if (found !== undefined) return found;
  const answer = find();
  known.set(key, answer);
  return answer;
}
