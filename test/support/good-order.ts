import { addDays } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Order, OrderType } from '../../domain/case/acts/index.ts';
import { capacityOf, isSettledFor } from '../../domain/case/acknowledging.ts';
import { readRevision } from '../../domain/clock/revision.ts';
import type { CalendarRevision, RecordedRevision } from '../../domain/clock/revision.ts';
import { toUndertake } from '../../domain/case/deferral.ts';
import { unanswered } from '../../domain/case/statements.ts';
import { stillAsked } from '../../domain/case/supplement.ts';
import type { ItemRef } from '../../domain/case/asked.ts';
import { outstanding } from '../../domain/case/materials.ts';
import { keptFrom } from '../../domain/case/other-hands.ts';
import { replaceable, unchecked } from '../../domain/case/undertaking.ts';
import type { CaseState, WarningState, World } from '../../domain/case/state.ts';
import type { Actor } from '../../domain/people/roles.ts';

/** Where an order is given: the case, the civil day, and a choice of n (0 to n - 1) for what is free. */
export interface Place {
  readonly world: World;
  readonly state: CaseState;
  readonly today: CivilDate;
  readonly choose: (n: number) => number;
  /** Who gives it, where the payload hangs on the person. */
  readonly actor?: Actor | undefined;
}

/** What three experts say of the test flow; a test names the day where it is not that of the entry. */
export const expertOpinion = {
  type: 'finishExpertReview',
  stepId: 'experts',
  outcome: 'pass',
  opinion: 'o',
  experts: ['x', 'y', 'z'],
  officials: [],
} as const satisfies Order;

/** An order with a payload that breaks no rule of its own, for a step of the case (or none). */
export function goodOrder({ world, state, today, choose, actor }: Place, type: OrderType, step: string | null): Order {
  const stepId = step ?? '';
  const outcomes = world.plan.steps.find((planned) => planned.id === stepId)?.outcomes ?? [];
  const outcome = outcomes[choose(outcomes.length)] ?? 'none';
  const startedOn = state.steps.find((one) => one.id === stepId)?.startedOn ?? today;
  const openedOn = state.steps.find((one) => one.id === stepId)?.openedOn ?? today;
  const heldOn = choose(2) === 0 ? startedOn : today;
  switch (type) {
    case 'verifyIdentity':
      return { type, proof: 'document', verifiedOn: today };
    case 'checkIn':
      return { type, stepId, received: world.plan.materials.map((material) => material.id) };
    case 'passToDepartment':
      return {
        type,
        stepId,
        receiver: 'colleague0',
        items: state.received.map((id) => ({ id, originals: 1, copies: 0 })),
      };
    case 'signForMaterials':
      return { type, stepId };
    case 'returnToWindow':
      return { type, stepId, reason: 'r' };
    case 'accept':
      return { type, stepId, documentNo: '受1', ...inTime(state) };
    case 'acceptUndertaking':
      return { type, stepId, documentNo: '受2', undertakingNo: '诺1', ...goodUndertaking(today) };
    case 'finishAfterCheck':
      return { type, stepId, outcome, heldOn: today, findings: 'f' };
    case 'refuseAcceptance':
      return {
        type,
        stepId,
        competentAgency: 'a',
        reasons: 'r',
        remedy: 'm',
        documentNo: '不受1',
        ...inTime(state),
      };
    case 'answerNotNeeded':
      return { type, stepId, reasons: 'r', remedy: 'm', documentNo: '不受2', ...inTime(state) };
    case 'finishReview':
      return { type, stepId, outcome, opinion: 'o' };
    case 'requestUntimedStep':
    case 'declineUntimedStep':
      return { type, stepId, reason: 'r' };
    case 'approveUntimedStep':
    case 'startUntimedStep':
      return { type, stepId };
    case 'recordNotice':
      return { type, stepId, documentNo: '告1', servedOn: today };
    case 'finishExpertReview':
      return { ...expertOpinion, stepId, outcome, heldOn };
    case 'finishInspection':
      return { type, stepId, outcome, heldOn, inspectors: ['i', 'j'], findings: 'f' };
    case 'tellHearingRight':
      return { type, stepId, documentNo: '听1', servedOn: today, matter: 'm' };
    case 'callHearing':
      return { type, stepId, documentNo: '听2', servedOn: today, ...goodSitting(addDays(today, 20)) };
    case 'announceHearing':
      return { type, stepId, documentNo: '听3', announcedOn: openedOn, announcedIn: 'w' };
    case 'finishHearing':
      return {
        type,
        stepId,
        outcome: 'held',
        heldOn: hearingHeldOn(state, stepId) ?? heldOn,
        presider: 'presider',
        record: 'r',
      };
    case 'waiveHearing':
      return { type, stepId, waivedOn: heldOn, statement: 's' };
    case 'makeDecision':
      return {
        type,
        stepId,
        outcome: choose(3) === 0 ? 'refuse' : 'grant',
        documentNo: '决1',
        reasons: 'r',
        remedy: 'm',
      };
    case 'issueCertificate':
      return { type, stepId, certificateNo: '证1', validFrom: today, validUntil: null };
    case 'deliver':
      return { type, stepId, ...goodService(state, stepId, choose(2) === 0 ? openedOn : today, today) };
    case 'tellToCollect':
      return { type, stepId, toldOn: today, collectAt: 'w' };
    case 'sendByPost':
      return { type, stepId, sentOn: today, carrier: 'EMS', trackingNo: 'n' };
    case 'postReturned':
      return { type, stepId, returnedOn: today, reason: 'r' };
    case 'serveFailed':
      return { type, stepId, triedOn: today, reason: 'r' };
    case 'announce':
      return { type, stepId, announcedOn: today, announcedIn: 'w' };
    case 'claimTask':
      return { type, stepId };
    case 'releaseTask':
      return { type, stepId, reason: 'r' };
    case 'handOverTask':
    case 'reassignTask':
      return { type, stepId, to: someone({ world, state }, stepId), reason: 'r' };
    case 'askSupplement':
      return { type, stepId, ...goodNotice({ world, state, today, choose }) };
    case 'receiveSupplement':
      return {
        type,
        stepId,
        arrived: stillAsked(state).map(({ kind, id }) => ({ kind, id })),
        arrivedOn: today,
      };
    case 'declareSupplied':
      return { type, stepId, declaredOn: today };
    case 'correctOnSpot':
      return { type, stepId, corrected: [{ kind: 'field', id: 'use' }], note: 'n' };
    case 'lapseSupplement':
      return { type, stepId, documentNo: '补2', reasons: 'r', remedy: 'm' };
    case 'proposeRefusal':
      return { type, stepId, competentAgency: 'a', reason: 'r' };
    case 'returnProposal':
      return { type, stepId, reason: 'r' };
    case 'deferMaterials':
      return { type, stepId, deferred: toUndertake(world, state), documentNo: '容1', ...goodUndertaking(today) };
    case 'replaceCertificates':
      return { type, stepId, replaced: replaceable(world, state), documentNo: '承1', ...goodUndertaking(today) };
    case 'checkCertificates':
      return { type, checked: unchecked(state), result: choose(2) === 0 ? 'untrue' : 'confirmed', findings: 'f' };
    case 'lapseDeferral':
      return { type, documentNo: '容2', reasons: 'r', remedy: 'm' };
    case 'confirmSilence':
      return { type };
    case 'receiveMaterials':
      return { type, received: outstanding(world, state) };
    case 'withdraw':
      return { type, statement: 's' };
    case 'requestExtension':
      return { type, count: 1 + choose(world.plan.limits.extension?.max ?? 1), reason: 'r' };
    case 'approveExtension':
      return { type, documentNo: '延1' };
    case 'declineExtension':
      return { type, reason: 'r' };
    case 'changeContact':
      return { type, contact: 'c', address: 'd', eDelivery: choose(2) === 0 };
    case 'correctDocument':
      return { type, documentSeq: 1, wrong: 'w', right: 'r', basis: 'e', documentNo: '更1' };
    case 'tellInterested':
      return {
        type,
        documentNo: '陈1',
        servedOn: today,
        interested: 'n',
        matter: 'm',
        stateBy: addDays(today, 5),
      };
    case 'receiveStatement':
      return { type, ...toldNext(state), arrivedOn: today, views: 's' };
    case 'answerStatement':
      return { type, statementNo: unanswered(state)[0] ?? 1, adopted: 'partly', answer: 'r' };
    case 'proposeRevocation':
      return { type, ground: choose(2) === 0 ? 'unqualified' : 'deceit', reasons: 'r' };
    case 'declineRevocation':
      return { type, reason: 'r' };
    case 'revokeGrant':
      return { type, documentNo: '撤1', reasons: 'r', heard: 's', weighed: 'w', remedy: 'm' };
    case 'serveRevocation':
      return { type, ...handedOut, servedOn: today };
    case 'recordSuperiorRevocation':
      return { type, ground: 'beyondPower', superior: 'a', superiorNo: '撤2', revokedOn: state.decidedOn ?? today };
    case 'acknowledge':
      return {
        type,
        warningId: state.warnings.find((warning) => mayAcknowledge(warning, { state, actor }))?.id ?? 'none',
      };
    case 'remind':
      return { type, stepId, note: 'n' };
    case 'reportSupplied':
      return { type };
    case 'askWithdrawal':
      return { type, statement: 's' };
    case 'advanceClock':
      return { type };
    case 'adoptCalendar':
      return { type, revision: after(state.calendar) };
  }
  return type satisfies never;
}

/** Who was told and has not spoken; else the applicant. */
function toldNext({ statements }: CaseState): { toldNo?: number } {
  const next = statements?.told.find(({ no }) => !statements.received.some(({ toldNo }) => toldNo === no));
  return next === undefined ? {} : { toldNo: next.no };
}

/** On the day for which it was called. */
function hearingHeldOn({ steps }: CaseState, stepId: string): CivilDate | undefined {
  return steps.find(({ id }) => id === stepId)?.hearing?.called?.on;
}

/** A hearing on a day. */
function goodSitting(hearingOn: CivilDate) {
  return { hearingOn, hearingAt: '09:30', hearingPlace: 'w', presider: 'presider' } as const;
}

/** Handed out to the applicant, unless it is in the post or was announced long enough. */
function goodService({ steps }: CaseState, stepId: string, servedOn: CivilDate, today: CivilDate) {
  const serving = steps.find(({ id }) => id === stepId)?.serving;
  if (serving?.stage === 'posted') return { mode: 'posted', servedOn: today } as const;
  const { deemedOn } = serving ?? {};
  if (deemedOn !== undefined && deemedOn < today) return { mode: 'announced', servedOn: deemedOn } as const;
  return { ...handedOut, servedOn };
}

/** Taken at the window by the applicant. */
export const handedOut = { mode: 'collected', takenBy: 'applicant', recipient: 'z' } as const;

/** Posted on a day, as one who enters only its receipt tells it. */
export const postedOn = (sentOn: CivilDate) => ({ mode: 'posted', carrier: 'EMS', trackingNo: 'n', sentOn }) as const;

/** A notice of what the first one named, or of what is missing and a field; in time, and proved where it is entered late. */
function goodNotice({ world, state, today, choose }: Place) {
  const missing = world.plan.materials.filter(({ id, necessary }) => necessary && !state.received.includes(id));
  const first: readonly ItemRef[] = [
    ...missing.map(({ id }) => ({ kind: 'material', id }) as const),
    { kind: 'field', id: 'use' },
  ];
  const named = state.supplement?.named ?? first;
  const asked = named.slice(0, 1 + choose(named.length)).map(({ kind, id }) => ({
    kind,
    id,
    defect: kind === 'material' && !state.received.includes(id) ? ('missing' as const) : ('wrong' as const),
  }));
  return { documentNo: '补1', servedOn: today, asked, mends: asked.map(() => 'w'), consequence: 'q', ...inTime(state) };
}

function goodUndertaking(undertakenOn: CivilDate) {
  return { undertakenOn, undertaking: 'u', credit: 'clear' } as const;
}

/** What stands against a silence that was not confirmed: an answer that was served on the last day for it. */
function inTime({ silence }: CaseState) {
  return silence?.state === 'reached' ? { servedOn: silence.dueOn, evidence: 'e' } : {};
}

/** A colleague who does not hold the task and may do the step. */
function someone({ world, state }: Pick<Place, 'world' | 'state'>, stepId: string): string {
  const step = state.steps.find((one) => one.id === stepId);
  const known = world.plan.steps.some(({ id }) => id === stepId);
  const never = step === undefined || !known ? [] : [step.assignee, ...keptFrom({ world, state }, step)];
  return ['colleague0', 'colleague1', 'colleague2'].find((id) => !never.includes(id)) ?? 'colleague3';
}

function after(calendar: RecordedRevision): CalendarRevision {
  const { region, revision } = readRevision(calendar);
  return { region, revision: revision + 1 };
}

function mayAcknowledge(warning: WarningState, { state, actor }: Pick<Place, 'state' | 'actor'>): boolean {
  if (actor === undefined) return warning.acknowledgedBy === null;
  const capacity = capacityOf(actor, warning, state);
  return capacity !== null && !isSettledFor(warning, capacity, actor.id);
}
