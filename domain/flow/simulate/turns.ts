import { acts } from '../../case/acts/index.ts';
import type { Order } from '../../case/acts/index.ts';
import type { AskedItem } from '../../case/asked.ts';
import { toUndertake } from '../../case/deferral.ts';
import { outstanding } from '../../case/materials.ts';
import { answerers } from '../../case/passing.ts';
import { plannedStep } from '../../case/planned.ts';
import type { CaseState, StepState, World } from '../../case/state.ts';
import { stillAsked } from '../../case/supplement.ts';
import { civilDateOf } from '../../clock/civil-date.ts';
import type { CivilDate } from '../../clock/civil-date.ts';
import { rolesOf } from '../../people/can.ts';
import type { Actor } from '../../people/roles.ts';
import { choiceOf, noDay } from './choices.ts';
import type { Lasting, TrialChoices } from './choices.ts';
import { actsOn } from './days.ts';
import { endingOf, unwritten } from './endings.ts';
import type { Given } from './endings.ts';
import { failure, isFailure } from './failure.ts';
import type { TrialFailure } from './failure.ts';
import { invented } from './people.ts';
import type { Hand } from './people.ts';

/** A case under trial. */
export interface Trying {
  readonly world: World;
  readonly state: CaseState;
  readonly choices: TrialChoices;
}

/** The next act: who gives which order on which day, on a step or (null) on the case. */
export interface Turn extends Given {
  readonly on: CivilDate;
  readonly by: Actor;
  readonly stepId: string | null;
}

/** The next act of a case that is open: the earliest, of equals that of the step that was opened first. */
export function nextTurn(trying: Trying): Turn | TrialFailure {
  const open = trying.state.steps.filter(({ outcome }) => outcome === null);
  const turns = [arrivalTurn(trying), ...open.map((step) => stepTurn(trying, step))];
  let next: Turn | null = null;
  for (const turn of turns) {
    if (turn !== null && isFailure(turn)) return turn;
    if (turn !== null && (next === null || turn.on < next.on)) next = turn;
  }
  return next ?? failure('plan-broken');
}

/** What was let in to come later comes. */
function arrivalTurn(trying: Trying): Turn | TrialFailure | null {
  const { world, state } = trying;
  const on = arrivesOn(trying);
  if (on === null) return null;
  const received = outstanding(world, state);
  return isDay(on) ? given(trying, { on, order: { type: 'receiveMaterials', received }, step: null }) : on;
}

function arrivesOn({ world, state, choices }: Trying): CivilDate | TrialFailure | null {
  const { acceptedOn, decision } = state;
  if (choices.deferred === null || acceptedOn === null || decision !== null) return null;
  return outstanding(world, state).length === 0 ? null : dayOf({ world, state }, acceptedOn, choices.deferred);
}

/** What brings an open step forward: its start first where it is untimed. */
function stepTurn(trying: Trying, step: StepState): Turn | TrialFailure {
  const { world, choices } = trying;
  const planned = plannedStep(world, step.id);
  const { waits } = choiceOf(planned, choices);
  if (step.phase === null || step.phase === 'running') return beforeEnd(trying, step) ?? endTurn(trying, step);
  const on = dayOf(trying, step.openedOn, waits, step);
  if (!isDay(on)) return on;
  const stepId = step.id;
  switch (step.phase) {
    case 'waiting':
      return given(trying, { on, order: { type: 'requestUntimedStep', stepId, reason: unwritten }, step });
    case 'requested':
      return given(trying, { on, order: { type: 'approveUntimedStep', stepId }, step, hand: 'approves' });
    case 'approved': {
      const notice = { type: 'recordNotice', stepId, documentNo: unwritten, servedOn: on } as const;
      return given(trying, { on, order: step.notice === null ? notice : { type: 'startUntimedStep', stepId }, step });
    }
  }
  return step.phase satisfies never;
}

/** What has to be done in a step of the frame before it can end. */
function beforeEnd(trying: Trying, step: StepState): Turn | TrialFailure | null {
  const { kind } = plannedStep(trying.world, step.id);
  if (kind === 'passing' && step.passing?.stage !== 'passed') return passTurn(trying, step);
  if (kind !== 'acceptance') return null;
  const supplement = supplementTurn(trying, step);
  if (supplement !== null || trying.state.acceptedOn !== null) return supplement;
  return deferTurn(trying, step);
}

function passTurn(trying: Trying, step: StepState): Turn | TrialFailure {
  const { world, state } = trying;
  const on = endsOn(trying, step);
  const [role] = answerers(world.plan);
  if (!isDay(on)) return on;
  if (role === undefined) return failure('plan-broken', { stepId: step.id });
  const receiver = invented(role, step.id, 'receives');
  const items = state.received.map((id) => ({ id, originals: 1, copies: 0 }));
  const order = { type: 'passToDepartment', stepId: step.id, receiver: receiver.id, items } as const;
  return given(trying, { on, order, step, people: [receiver] });
}

/** 补正 once: asked for when the application was looked at, supplied, and said to be all. The machine says where silence has accepted before. */
function supplementTurn(trying: Trying, step: StepState): Turn | TrialFailure | null {
  const { world, state, choices } = trying;
  const { supplement } = state;
  if (choices.supplement === null || supplement?.state === 'declared') return null;
  if (supplement === undefined) {
    const on = endsOn(trying, step);
    if (!isDay(on)) return on;
    const notice = { documentNo: unwritten, servedOn: on, asked: [wrong(world)] };
    const words = { mends: [unwritten], consequence: unwritten };
    return given(trying, { on, order: { type: 'askSupplement', stepId: step.id, ...notice, ...words }, step });
  }
  const on = dayOf(trying, supplement.servedOn, choices.supplement, step);
  if (!isDay(on)) return on;
  const still = stillAsked(state);
  const order: Order =
    still.length > 0
      ? { type: 'receiveSupplement', stepId: step.id, arrived: still, arrivedOn: on }
      : { type: 'declareSupplied', stepId: step.id, declaredOn: on };
  return given(trying, { on, order, step });
}

/** What is asked for in a trial: the first necessary material, not in legal form; the form where there is none. */
function wrong({ plan }: World): AskedItem {
  const id = plan.materials.find(({ necessary }) => necessary)?.id;
  return id === undefined ? { kind: 'field', id: 'form', defect: 'wrong' } : { kind: 'material', id, defect: 'wrong' };
}

/** 容缺: what comes later is undertaken on the day of the answer. */
function deferTurn(trying: Trying, step: StepState): Turn | TrialFailure | null {
  const { world, state, choices } = trying;
  const { outcome } = choiceOf(plannedStep(world, step.id), choices);
  const deferred = outcome === 'notNeeded' || outcome === 'notCompetent' ? [] : toUndertake(world, state);
  if (deferred.length === 0 || state.deferral !== undefined) return null;
  const on = endsOn(trying, step);
  if (!isDay(on)) return on;
  const undertaking = { undertakenOn: on, undertaking: unwritten, credit: 'clear' } as const;
  const order = { type: 'deferMaterials', stepId: step.id, deferred, documentNo: unwritten, ...undertaking } as const;
  return given(trying, { on, order, step });
}

function endTurn(trying: Trying, step: StepState): Turn | TrialFailure {
  const { world, state, choices } = trying;
  const on = endsOn(trying, step);
  if (!isDay(on)) return on;
  const { kind, params } = plannedStep(world, step.id);
  const { outcome } = choiceOf(plannedStep(world, step.id), choices);
  const ending = endingOf(kind, { world, state, step, params, outcome, today: on });
  return given(trying, { ...ending, on, step, hand: kind === 'passing' ? 'receives' : 'does' });
}

/** The day on which a step ends: so long after it began, or after all that was asked for is said to be there. */
function endsOn(trying: Trying, step: StepState): CivilDate | TrialFailure {
  const { world, state, choices } = trying;
  const planned = plannedStep(world, step.id);
  const { lasts } = choiceOf(planned, choices);
  const supplied = planned.kind === 'acceptance' ? state.supplement?.declaredOn : null;
  const on = dayOf(trying, supplied ?? step.startedOn ?? step.openedOn, lasts, step);
  // Nothing is decided while the applicant may still supply.
  const arrival = planned.kind === 'decision' ? arrivesOn(trying) : null;
  return arrival !== null && isDay(on) ? (isDay(arrival) ? later(on, arrival) : arrival) : on;
}

/** The working day on which something that takes so long is acted on, which is none before today. */
function dayOf(
  { world, state }: Pick<Trying, 'world' | 'state'>,
  from: CivilDate,
  lasting: Lasting,
  step: StepState | null = null,
): CivilDate | TrialFailure {
  const [on, today] = [actsOn(world.calendar, from, lasting), actsOn(world.calendar, civilDateOf(state.last), noDay)];
  if (on === null || today === null) return failure('calendar-not-covered', { stepId: step?.id ?? null });
  return later(on, today);
}

/** By whom the order is: its first holder, who does nothing else in this case. */
function given(
  { world, state }: Trying,
  o: {
    readonly on: CivilDate;
    readonly order: Order;
    readonly step: StepState | null;
    readonly people?: readonly Actor[];
    readonly hand?: Hand;
  },
): Turn | TrialFailure {
  const { order, step, people = [], hand } = o;
  const stepId = step?.id ?? null;
  const [role] = rolesOf({ holder: acts[order.type].holder, step }, { world, state });
  if (role === undefined) return failure('plan-broken', { stepId, order: order.type });
  return { on: o.on, order, people, stepId, by: invented(role, stepId ?? order.type, hand) };
}

function later(one: CivilDate, other: CivilDate): CivilDate {
  return one > other ? one : other;
}

function isDay(value: CivilDate | TrialFailure): value is CivilDate {
  return typeof value === 'string';
}
