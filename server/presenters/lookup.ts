import { clockId } from '../../domain/instance-id.ts';
import type { OkOf } from '../../contract/routes.ts';
import type { LookedClock, LookedStep, Lookup } from '../../db/views/lookup.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { tellingClock } from '../../domain/case/clocks.ts';
import { caseResults } from '../../domain/case/filing.ts';
import type { UntimedPhase } from '../../domain/case/state.ts';
import type { Calendar } from '../../domain/clock/calendar.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { isClockError } from '../../domain/clock/clock.ts';
import { standingOn } from '../../domain/clock/reckon.ts';
import type { FlowDefinition, Step } from '../../domain/flow/definition.ts';
import type { Language } from '../../domain/words/said.ts';
import { applicantMessages } from '../../domain/words/applicant-messages.ts';
import { caseBook } from '../../domain/words/case-book.ts';
import { readClockTitle, readStep, stepBook } from '../../domain/words/clock-title.ts';
import { basisOf, whyStopped } from './clock-view.ts';
import { laterOf } from './undertakings.ts';
import { awaitedOf } from './supplement.ts';
import { roleTitle } from './words.ts';

type Shown = OkOf<'lookup'>;

/** How far an untimed step is, as its applicant reads it. */
const phaseTitles = {
  waiting: '尚未申请启动',
  requested: '等待批准启动',
  approved: '已批准，待告知所需时间后启动',
  running: '进行中',
} as const satisfies Record<UntimedPhase, string>;

/** Clocks an applicant is told of: those of the case, and the promise of an untimed step; internal step limits are not. */
const told: readonly LookedClock['kind'][] = [
  'notice',
  'promisedNotice',
  'supplement',
  'deferral',
  'statutory',
  'promised',
  'promise',
  'delivery',
  'afterCheck',
];

/** A case for its applicant: which step is open, which clock runs and why one stands. No personal data, no names of officials. */
export function presentLookup(o: {
  found: Lookup;
  facts: readonly Fact[];
  definition: FlowDefinition;
  calendar: Calendar;
  today: CivilDate;
  language: Language;
}): Shown {
  const { found, definition } = o;
  const book = stepBook(definition);
  const revocation = revocationIn(o.facts);
  return {
    caseNo: found.caseNo,
    itemCode: found.itemCode,
    itemName: found.itemName,
    departmentName: found.departmentName,
    status: found.status,
    statusTitle: revocation === null ? (found.status === 'closed' ? '已办结' : '办理中') : '许可已撤销',
    receivedOn: found.receivedOn,
    acceptedOn: found.acceptedOn,
    acceptedBySilence: acceptedBySilence(found),
    unverified: found.unverified && found.status === 'open',
    supplement: awaitedOf(found.acceptedOn === null && found.status === 'open' ? found.supplement : null, {
      definition,
      dueOn: found.clocks.findLast(({ kind, endedOn }) => kind === 'supplement' && endedOn === null)?.dueOn ?? null,
    }),
    deferral: laterOf(found, definition),
    serving: found.serving,
    revocation,
    messages: [...applicantMessages(o.facts, caseBook({ definition, facts: o.facts, texts: {}, people: {} }))],
    decidedOn: found.decidedOn,
    result: found.result,
    resultTitle: found.result === null ? null : caseResults[found.result].zh,
    dueOn: found.dueOn,
    dueClock: tellingClock(found.clocks)?.kind ?? null,
    provisional: found.provisional,
    today: o.today,
    steps: found.steps.map((step) => presentStep(step, { book, found })),
    clocks: found.clocks.filter(({ kind }) => told.includes(kind)).map((clock) => presentClock(clock, { ...o, book })),
  };
}

/** That the permit was revoked, by the agency or the one above, and when our decision was served; null: it was not. */
function revocationIn(facts: readonly Fact[]): Shown['revocation'] {
  const body = facts.findLast(({ body: { type } }) => type === 'GrantRevoked' || type === 'GrantRevokedAbove')?.body;
  if (body?.type === 'GrantRevokedAbove') return { on: body.revokedOn, documentNo: body.superiorNo, servedOn: null };
  if (body?.type !== 'GrantRevoked') return null;
  const served = facts.find((fact) => fact.body.type === 'RevocationServed')?.body;
  const servedOn = served?.type === 'RevocationServed' ? served.servedOn : null;
  return { on: body.on, documentNo: body.documentNo, servedOn };
}

/** Accepted before the clock of the answer ended, which was overrun: nobody's notice can be dated so. */
function acceptedBySilence({ acceptedOn, clocks }: Lookup): boolean {
  return clocks.some(
    ({ kind, dueOn, endedOn }) =>
      kind === 'notice' &&
      acceptedOn !== null &&
      dueOn !== null &&
      endedOn !== null &&
      endedOn > dueOn &&
      acceptedOn < endedOn,
  );
}

function presentStep(
  { stepId, open, untimed, phase, nextRole, startedOn, openedOn, promiseDueOn }: LookedStep,
  { book, found }: { book: ReadonlyMap<string, Step>; found: Lookup },
): Shown['steps'][number] {
  // Whoever was told to collect has the next move, not the agency.
  const isTheirs = found.serving?.stage === 'toCollect' && book.get(stepId)?.kind === 'delivery';
  return {
    title: readStep(stepId, book),
    state: open ? '办理中' : '已完成',
    open,
    untimed,
    since: startedOn ?? openedOn,
    role: open && !isTheirs ? nextRole : null,
    turn: open ? (isTheirs ? '申请人' : `${found.departmentName} ${roleTitle(nextRole)}`) : null,
    phase: open ? phase : null,
    phaseTitle: open && phase !== null ? phaseTitles[phase] : null,
    promiseDueOn,
  };
}

/** The step that took time out of a clock and the provisions that let it. */
function whyPaused(book: ReadonlyMap<string, Step>, stepId: string): string {
  const basis = basisOf(book.get(stepId));
  return `${readStep(stepId, book)}${basis === null ? '' : `（依据：${basis}）`}`;
}

function presentClock(
  clock: LookedClock,
  o: { calendar: Calendar; today: CivilDate; book: ReadonlyMap<string, Step>; language: Language },
): Shown['clocks'][number] {
  const { startedOn, extension, stops, endedOn, limitCount: count, limitUnit: unit } = clock;
  const ledger = { startedOn, limit: { count, unit }, extension, stops, ...(endedOn === null ? {} : { endedOn }) };
  const standing = standingOn(ledger, o.calendar, o.today);
  const known = !isClockError(standing);
  const open = endedOn === null ? stops.find((stop) => stop.to === null) : undefined;
  return {
    kind: clock.kind,
    title: readClockTitle(clockId(clock.kind, clock.stepId ?? undefined), o.book),
    startedOn,
    endedOn,
    limit: { count, unit },
    extension,
    dueOn: clock.dueOn,
    provisional: clock.provisional,
    used: known ? standing.used : null,
    pauses: stops.map(({ from, to, stepId }) => ({ from, to, why: whyPaused(o.book, stepId) })),
    stopped: open !== undefined,
    stoppedWhy: open === undefined ? null : whyStopped(o.book, open, o.language),
    remaining: known ? standing.remaining : null,
    overdue: known && standing.overdue,
    ended: endedOn !== null,
  };
}
