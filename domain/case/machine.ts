import { civilDateOf, startOfDay } from '../clock/civil-date.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import { compileCalendar } from '../clock/calendar.ts';
import type { CalendarSnapshot } from '../clock/calendar.ts';
import { isNewer } from '../clock/revision.ts';
import type { Plan } from '../flow/plan.ts';
import { invariant } from '../invariant.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import { startNotice } from './answering.ts';
import { countedFrom } from './after-hours.ts';
import { apply } from './apply.ts';
import { withinHorizonOr } from './clocks.ts';
import { tell } from './clock-acts.ts';
import { decide, openNext } from './decide.ts';
import { begin, record } from './draft.ts';
import type { Draft } from './draft.ts';
import type { BusinessClock } from './business-clock.ts';
import { mustBeProved } from './entered-late.ts';
import type { Fact } from './facts/index.ts';
import type { Filing } from './filing.ts';
import { nextEntryOn, raiseDue, raiseMoved } from './rungs.ts';
import { noHash, seal } from './seal.ts';
import { fallSilent } from './silence.ts';
import type { CaseState, World } from './state.ts';
import type { Submission } from './submission.ts';

/** The newest rules of `decide` and `tick`. A change of any recorded outcome needs a new number (design.md section 5). */
export const currentRules = 6;

/** From these on a calendar that moves a due date into the past raises the rung it has passed. */
const tellsMoved = 2;

/** From these on calendars are numbered in their region, and a case takes a newer one only. */
const numbersCalendars = 3;

/** From these on a receipt that is entered later than on the next working day is proved, and a finding. */
const provesReceipt = 4;

/** From these on what comes in after hours counts on the next working day where its item says so. */
const countsAfterHours = 5;

/** What an order or the passing of time left: the world it is judged by, the state after it, and the new facts. */
export interface Stepped {
  readonly world: World;
  readonly state: CaseState;
  readonly facts: readonly Fact[];
}

/** The world of a case: its plan and its compiled calendar. */
export function makeWorld(plan: Plan, calendar: CalendarSnapshot): World {
  return { plan, calendar: compileCalendar(calendar) };
}

/**
 * The first facts of a case: filed, notice clock from the day of receipt (XKF 32) or that on which it counts, first step open.
 * `receivedAt` is wall-clock ms. Refusals `calendar-not-covered`, `received-on-invalid`, `receipt-evidence-required`.
 */
export function fileCase(
  world: World,
  request: {
    caseId: string;
    filing: Filing;
    requestId: string;
    actorId: string;
    receivedAt: number;
    businessClock: BusinessClock;
    rules: number;
  },
): Stepped | Rejection {
  const { caseId, requestId, actorId, businessClock, rules } = request;
  const at = request.receivedAt + businessClock.offset;
  const filing = rules >= countsAfterHours ? counted(world, request.filing, at) : request.filing;
  const filedOn = civilDateOf(at);
  if (filing.receivedOn > filedOn) {
    return reject('received-on-invalid', `expected a day of receipt up to ${filedOn}, but got ${filing.receivedOn}`);
  }
  const late = rules >= provesReceipt && mustBeProved(world, filing.receivedOn, filedOn);
  const refusal = fitsHorizon(world, filing, filedOn) ?? (late ? unproved(filing, filedOn) : null);
  if (refusal) return refusal;
  const stamp = { at, recordedAt: at, requestId, actorId };
  const filed = seal({ seq: 0, hash: noHash }, stamp, { type: 'CaseFiled', filing, rules, clock: businessClock });
  const draft = begin(world, apply(null, filed, caseId), stamp);
  draft.facts.push(filed);
  openNext(draft);
  startNotice(draft, { round: 1, startedOn: filing.countsFrom ?? filing.receivedOn });
  if (late) record(draft, { type: 'FindingRecorded', code: 'received-late', stepId: null, clock: 'notice' });
  return done(draft);
}

function counted(world: World, filing: Filing, at: number): Filing {
  const countsFrom = countedFrom(world, filing, at);
  return countsFrom === null ? filing : { ...filing, countsFrom };
}

function unproved({ receivedOn, evidence }: Filing, filedOn: CivilDate): Rejection | null {
  if (evidence !== undefined) return null;
  const detail = `expected evidence of a receipt on ${receivedOn} that is entered on ${filedOn}, but none was given`;
  return reject('receipt-evidence-required', detail);
}

/** What is filed can be accepted and decided within the calendar. */
function fitsHorizon(
  world: World,
  { receivedOn, countsFrom = receivedOn }: Filing,
  filedOn: CivilDate,
): Rejection | null {
  const { notice, statutory, promised } = world.plan.limits;
  const clock = { extension: 0, stops: [] };
  return (
    withinHorizonOr(world, { ...clock, limit: notice, startedOn: countsFrom }) ??
    withinHorizonOr(world, { ...clock, limit: statutory, startedOn: filedOn }) ??
    withinHorizonOr(world, { ...clock, limit: promised, startedOn: filedOn })
  );
}

/**
 * One order: adopts rules and business clock, tick(at), adopts the calendar (which may raise what it has moved behind), tick(at),
 * decide(at), tick(at), where at = clamp(receivedAt, last, now). So an act received in time never loses to a timer, and a timer never loses to an act, also
 * when several orders waited together: what fell due after `at` is left to the timer (docs/decisions/0004).
 * `now` is wall-clock ms. A refusal changes nothing.
 */
export function submit(world: World, state: CaseState, submission: Submission, now: number): Stepped | Rejection {
  const { order, actor, people = [], opId, receivedAt, rules, businessClock } = submission;
  invariant(rules <= currentRules, `this build knows rules up to ${currentRules}, but the order carries ${rules}`);
  const clock = businessClock.version > state.businessClock.version ? businessClock : state.businessClock;
  const recordedAt = Math.max(state.recordedUntil, now + clock.offset);
  const at = Math.min(Math.max(receivedAt + clock.offset, state.last), recordedAt);
  const draft = begin(world, state, { at, recordedAt, requestId: opId, actorId: actor.id });
  if (rules > state.rules) record(draft, { type: 'RulesAdopted', rules });
  if (clock !== state.businessClock) record(draft, { type: 'BusinessClockAdopted', clock });
  tickTo(draft, at, recordedAt);
  const before = draft.state.clocks;
  const adopted = adoptCalendar(draft, submission.calendar);
  tickTo(adopted, at, recordedAt);
  if (adopted !== draft && adopted.state.rules >= tellsMoved) {
    byTime(adopted, { at, recordedAt }, () => before.forEach((clock) => raiseMoved(adopted, clock)));
  }
  const refusal = decide(adopted, order, { actor, people });
  if (refusal) return refusal;
  // A day entered late may leave rungs behind it: they are told with the order.
  tickTo(adopted, at, recordedAt);
  return done(adopted);
}

/** All that is due up to `now` (wall-clock ms), oldest first. */
export function tick(world: World, state: CaseState, now: number): Stepped {
  const until = Math.max(state.recordedUntil, now + state.businessClock.offset);
  const draft = begin(world, state, { at: until, recordedAt: until, requestId: 'tick', actorId: null });
  tickTo(draft, until, until);
  return done(draft);
}

/**
 * Wall-clock ms at which the case next has something to record by itself; null when nothing will come.
 * Midnights are spread by the case's id over 20 minutes; the facts stay dated at their civil instant.
 */
export function nextWake(world: World, state: CaseState): number | null {
  const on = nextEntryOn(world, state);
  return on === null ? null : startOfDay(on) + spreadOf(state.caseId) - state.businessClock.offset;
}

/** What was reached under the old calendar is recorded before: a revision moves only what lies ahead of it. */
function adoptCalendar(draft: Draft, calendar: CalendarSnapshot | undefined): Draft {
  if (!calendar || !isAhead(calendar, draft.state)) return draft;
  record(draft, { type: 'CalendarAdopted', revision: calendar.revision });
  const moved: Draft = { ...draft, world: { ...draft.world, calendar: compileCalendar(calendar) } };
  for (const running of moved.state.clocks) tell(moved, running.id, 'CalendarAdopted');
  return moved;
}

function isAhead({ revision }: CalendarSnapshot, { rules, calendar }: CaseState): boolean {
  return rules >= numbersCalendars ? isNewer(revision, calendar) : revision !== calendar;
}

function tickTo(draft: Draft, until: number, recordedAt: number): void {
  byTime(draft, { at: until, recordedAt }, () => raiseDue(draft, until, fallSilent));
}

/** What is recorded meanwhile is nobody's act. */
function byTime(draft: Draft, when: { at: number; recordedAt: number }, act: () => void): void {
  const { stamp } = draft;
  draft.stamp = { ...when, requestId: 'tick', actorId: null };
  act();
  draft.stamp = stamp;
}

function done({ world, state, facts }: Draft): Stepped {
  return { world, state, facts };
}

const spreadMs = 20 * 60 * 1000;

/** FNV-1a of the case's id, folded into 20 minutes: a stable share of midnight for each case. */
function spreadOf(caseId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < caseId.length; i += 1) hash = Math.imul(hash ^ caseId.charCodeAt(i), 0x01000193) >>> 0;
  return hash % spreadMs;
}
