import type { Static } from 'typebox';
import type { AllowedView, CaseView, PartiesView, StepView, WarningView, Whose } from '../../contract/case-view.ts';
import type { CaseView as CaseRows } from '../../db/views/case-view.ts';
import type { Allowed, Awaited } from '../../domain/case/allowed.ts';
import { dueOnOf, toldDueOn } from '../../domain/case/clocks.ts';
import { orderTitle } from '../../domain/case/acts/index.ts';
import type { OrderType } from '../../domain/case/acts/index.ts';
import { isUnverified } from '../../domain/case/identity.ts';
import { papersOf } from '../../domain/numbers/papers.ts';
import type { CheckResult } from '../../domain/case/undertaken.ts';
import { capacityOf, isSettledFor } from '../../domain/case/acknowledging.ts';
import type { CaseState, StepState, WarningState, World } from '../../domain/case/state.ts';
import { shownOf } from '../../domain/case/shown.ts';
import { nextTask, openTasks } from '../../domain/case/tasks.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { stepKindTitles } from '../../domain/steps/index.ts';
import type { FlowDefinition, Step } from '../../domain/flow/definition.ts';
import type { Role } from '../../domain/people/roles.ts';
import { readClockTitle, stepBook } from '../../domain/words/clock-title.ts';
import { byLaw } from '../../domain/words/case-book.ts';
import { namesOf } from './about.ts';
import { askedOf } from './asked.ts';
import type { CaseInput } from './case-input.ts';
import { presentClock } from './clock-view.ts';
import { presentDeferral, presentDeferralTerms, presentUndertaking } from './undertakings.ts';
import { maskParty, openText } from './masks.ts';
import { presentRefused } from './refused.ts';
import { presentPassing } from './passing.ts';
import { presentRevocation } from './revocation.ts';
import { presentServing, wordsOfServing } from './serving.ts';
import { presentSupplement } from './supplement.ts';
import { presentWithdrawal } from './withdrawal.ts';
import { instantOrNull, levelTitle, resultTitle, roleTitle } from './words.ts';

/** One case as its page shows it. */
export function presentCase(known: CaseInput): Static<typeof CaseView> {
  const o = { ...known, rows: { ...known.rows, state: shownOf(known.rows.state) } };
  const { rows, words, world, definition, today } = o;
  const { state } = rows;
  const { filing } = state;
  const book = stepBook(definition);
  return {
    caseId: state.caseId,
    caseNo: filing.caseNo,
    seq: state.seq,
    itemCode: filing.itemCode,
    itemName: rows.itemName,
    departmentId: filing.departmentId,
    departmentName: rows.departmentName,
    regionCode: filing.regionCode,
    definition: filing.definition,
    branch: filing.branch,
    status: state.status,
    result: state.result,
    resultTitle: resultTitle(state.result),
    channel: filing.channel,
    receivedOn: filing.receivedOn,
    countsFrom: filing.countsFrom ?? null,
    withdrawalAsked: presentWithdrawal(o),
    identity: filing.identity === undefined ? null : isUnverified(state) ? 'unverified' : 'verified',
    filedAt: rfc3339(state.filedAt),
    acceptedOn: state.acceptedOn,
    silence: silenceOf(state),
    supplement: presentSupplement(state.supplement, {
      definition,
      dueOn: supplyDueOn(state, world),
      texts: o.handles ? words.texts : {},
    }),
    deferral: presentDeferral(state, { world, definition }),
    deferralTerms: presentDeferralTerms(state, { world, today }),
    undertaking: presentUndertaking(state, world),
    revocation: presentRevocation(state, o),
    decidedOn: state.decidedOn,
    closedAt: instantOrNull(state.closedAt),
    certificateNo: state.certificateNo,
    ...toldDueOn(world, state),
    today,
    masked: !o.handles,
    parties: partiesOf(o),
    materials: materialsOf(o.rows, definition, o.handles),
    steps: state.steps.map((step) => ({
      ...presentStep(step, { book, people: words.people, next: nextOf(step, o) }),
      ...placesOf(step, o),
    })),
    clocks: state.clocks.map((clock) => presentClock({ clock, world, state, today, book, language: o.language })),
    warnings: state.warnings.map((warning) => presentWarning(warning, o)),
    extension: state.extension === null ? null : { ...state.extension, unit: world.plan.limits.statutory.unit },
    asked: askedOf(o).map(({ task, asked }) => ({ ...asked, next: whose(task, o) })),
    allowed: o.allowed.map((one) => presentAllowed(one, o)),
  };
}

/** Where a service stands that has begun, and where the materials are; `texts` for who handles the case only. */
function placesOf({ outcome, serving, passing }: StepState, { handles, words, world, definition }: CaseInput) {
  const texts = handles ? words.texts : {};
  return {
    serving: outcome === null ? presentServing(serving, texts) : null,
    passing: presentPassing(passing, { world, definition, people: words.people, texts }),
  };
}

function supplyDueOn(state: CaseState, world: World) {
  const clock = state.clocks.findLast(({ kind }) => kind === 'supplement');
  return clock === undefined ? null : dueOnOf(world, clock);
}

/** Silence that a notice in time stood against is none. */
function silenceOf({ silence }: CaseState): Static<typeof CaseView>['silence'] {
  if (silence === undefined || silence.state === 'defeated') return null;
  return { state: silence.state, dueOn: silence.dueOn };
}

/** The digests of the words that the page of a case shows: of its parties, of its form, of what was asked for. */
export function digestsIn(rows: CaseRows): readonly string[] {
  const { applicant, agent, form } = rows.state.filing;
  const { supplement, withdrawalAsked, revocation } = rows.state;
  const asked = supplement === undefined ? [] : [...supplement.mends, supplement.consequence];
  const { contact, address } = latestOf(rows);
  const reasons = rows.requests.flatMap(({ body }) =>
    body.type === 'RefusalProposed' ? [body.reason, body.competentAgency] : [body.reason],
  );
  const served = rows.state.steps.flatMap(({ serving }) => (serving === undefined ? [] : wordsOfServing(serving)));
  const withdrawal = withdrawalAsked?.statement ?? null;
  const toRevoke = revocation?.reasons ?? null;
  const returned = rows.state.steps.flatMap(({ passing }) => passing?.reason ?? []);
  return [
    applicant,
    agent,
    form,
    contact,
    address,
    withdrawal,
    toRevoke,
    ...reasons,
    ...asked,
    ...served,
    ...returned,
  ].filter((digest) => digest !== null);
}

/** The people whom the page of a case names. */
export function peopleIn({ steps, warnings, extension, refusal, revocation }: CaseState): readonly string[] {
  const ofSteps = steps.flatMap(({ finishedBy, requestedBy, assignee = null }) => [finishedBy, requestedBy, assignee]);
  const asking = [extension?.requestedBy ?? null, refusal?.by ?? null, revocation?.by ?? null];
  const passing = steps.flatMap((step) => (step.passing === undefined ? [] : [step.passing.by, step.passing.receiver]));
  const ids = [...ofSteps, ...passing, ...asking, ...warnings.map(({ acknowledgedBy }) => acknowledgedBy)];
  return ids.filter((id) => id !== null);
}

/** The posts whose turn it is on the page of a case: their holders are named where they are few. */
export function rolesIn(world: World, state: CaseState, allowed: readonly Allowed[]): readonly Role[] {
  const next = openTasks(world, state).map(({ role }) => role);
  return [...new Set([...next, ...allowed.flatMap(({ waitsFor }) => waitsFor.map(({ role }) => role))])];
}

/** Contact and address may have been changed after the filing. */
function latestOf({ contact, state }: CaseRows) {
  return contact ?? state.filing;
}

function partiesOf({ rows, words, handles }: CaseInput): Static<typeof PartiesView> {
  const { filing } = rows.state;
  const latest = latestOf(rows);
  const text = (digest: string | null) => (digest === null ? null : openText(words.texts[digest]));
  const shown = (digest: string | null) => (handles ? text(digest) : maskParty(text(digest)));
  const address = words.texts[latest.address];
  return {
    applicant: shown(filing.applicant),
    agent: shown(filing.agent),
    contact: shown(latest.contact),
    address: handles && address !== undefined ? address : null,
    eDelivery: rows.state.eDelivery,
    form: handles ? text(filing.form) : null,
  };
}

function materialsOf({ state, withFile }: CaseRows, definition: FlowDefinition, handles: boolean) {
  return definition.materials.map(({ id, title, need, replaceable, shared }) => {
    const filed = state.filing.materials.find((material) => material.id === id);
    return {
      id,
      title,
      need,
      replaceable: replaceable !== undefined,
      shared: shared !== undefined,
      received: state.received.includes(id),
      hasFile: handles && withFile.includes(id),
      undertaking: undertakingFor(state, id),
      sha256: handles ? (filed?.sha256 ?? null) : null,
    };
  });
}

/** The undertaking that stands (or stood) for a certificate. */
function undertakingFor({ replaced = [] }: CaseState, id: string): CheckResult | 'unchecked' | null {
  const one = replaced.find((each) => each.id === id);
  return one === undefined ? null : (one.result ?? 'unchecked');
}

type People = Readonly<Record<string, string>>;

function presentStep(
  step: StepState,
  o: { book: ReadonlyMap<string, Step>; people: People; next: Static<typeof Whose> | null },
): Omit<Static<typeof StepView>, 'serving' | 'passing'> {
  const drawn = o.book.get(step.id);
  const outcomes = drawn?.outcomes.map(({ id, title }) => ({ id, title })) ?? [];
  return {
    id: step.id,
    kind: drawn?.kind ?? '',
    kindTitle: drawn === undefined ? '' : stepKindTitles[drawn.kind],
    title: drawn?.title ?? step.id,
    by: drawn?.by ?? '',
    byTitle: drawn === undefined ? '' : roleTitle(drawn.by),
    handler: handlerOf(step, o.people),
    untimed: step.phase !== null,
    phase: step.phase,
    state: step.finishedAt === null ? 'open' : 'finished',
    openedAt: rfc3339(step.openedAt),
    openedOn: step.openedOn,
    startedOn: step.startedOn,
    finishedAt: instantOrNull(step.finishedAt),
    finishedBy: step.finishedBy === null ? null : nameOf(step.finishedBy, o.people),
    outcome: step.outcome,
    outcomeTitle: outcomes.find(({ id }) => id === step.outcome)?.title ?? byLaw(step.outcome)?.zh ?? null,
    outcomes,
    notice: step.notice,
    reminders: step.reminders,
    next: o.next,
  };
}

/** Who holds the step's task. */
function handlerOf({ assignee = null, outcome }: StepState, people: People): Static<typeof StepView>['handler'] {
  return assignee === null || outcome !== null ? null : { id: assignee, name: people[assignee] ?? assignee };
}

function presentWarning(
  warning: WarningState,
  { rows, words, definition, viewer }: CaseInput,
): Static<typeof WarningView> {
  const { id, clock, rung, level, acknowledgedBy } = warning;
  const capacity = capacityOf(viewer, warning, rows.state);
  return {
    id,
    clock,
    clockTitle: readClockTitle(clock, stepBook(definition)),
    rung,
    level,
    levelTitle: levelTitle(level),
    acknowledgedBy: acknowledgedBy === null ? null : nameOf(acknowledgedBy, words.people),
    annulled: warning.annulled === true,
    open: capacity !== null && !isSettledFor(warning, capacity, viewer.id),
  };
}

function nameOf(id: string, people: People): string {
  return people[id] ?? id;
}

function nextOf(step: StepState, o: CaseInput): Static<typeof Whose> | null {
  const { world, rows } = o;
  return step.outcome === null && rows.state.status === 'open' ? whose(nextTask(world, rows.state, step), o) : null;
}

/** A post by who holds it, as far as they are few: whoever waits knows whom to ask. */
function whose({ role, assignee }: Awaited, { holders, words }: CaseInput): Static<typeof Whose> {
  const names = holders.filter((holder) => holder.role === role).map(({ name }) => name);
  const few = names.length > 0 && names.length <= fewNames ? names.join('、') : null;
  return { role, roleTitle: roleTitle(role), name: assignee === null ? few : nameOf(assignee, words.people) };
}

const fewNames = 3;

function presentAllowed(one: Allowed, o: CaseInput): Static<typeof AllowedView> {
  const { order, stepId, refusedBecause } = one;
  // Who may not approve what they asked for waits for somebody else: their own name would be no answer.
  const others = { ...o, holders: o.holders.filter(({ id }) => id !== o.viewer.id) };
  const waitsFor = one.waitsFor.map((who) => whose(who, others));
  const offer = { order, title: orderTitle(order), stepId, waitsFor, ...numberingOf(order, o.fromSeries) };
  if (refusedBecause === undefined) return offer;
  const { code, detail, about = {} } = refusedBecause;
  const { definition, language } = o;
  const named = namesOf(about, { definition, people: o.words.people, language });
  return { ...offer, refusedBecause: presentRefused(code, detail, { language, named }) };
}

function numberingOf(
  order: OrderType,
  fromSeries: CaseInput['fromSeries'],
): Pick<Static<typeof AllowedView>, 'numbering'> {
  const kinds = papersOf(order);
  if (kinds.length === 0) return {};
  const given = kinds.filter((kind) => fromSeries.includes(kind)).length;
  return { numbering: given === 0 ? 'typed' : given === kinds.length ? 'series' : 'either' };
}
