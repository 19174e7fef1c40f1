import { isDone, openSteps } from '../flow/walk.ts';
import type { ChosenByForm, Outcomes } from '../flow/walk.ts';
import type { Limit } from '../clock/clock.ts';
import { clockId, instanceId, splitInstance } from '../instance-id.ts';
import { judgeNamed, soughtBy } from '../people/directory.ts';
import type { Rejection } from '../rejection.ts';
import { acts } from './acts/index.ts';
import type { Order, OrderOf, OrderType } from './acts/index.ts';
import type { Giver } from './acts/act.ts';
import { startClock } from './clock-acts.ts';
import { closeCase } from './close.ts';
import { record, today } from './draft.ts';
import type { Draft } from './draft.ts';
import { guard } from './guard.ts';
import { departmentOf, plannedStep } from './planned.ts';
import type { CaseState, StepState } from './state.ts';
import { stepTask } from './tasks.ts';

/** From these rules on the people an order names are judged, and an opened step says what it is. */
const knowsPeople = 3;

/** From these rules on the wait for the start of an untimed step is watched by a clock of its own. */
const watchesStart = 4;

/** Law: may this order happen now, and what then has happened? Records into the draft; a refusal leaves the draft to be thrown away. */
export function decide(draft: Draft, order: Order, giver: Giver): Rejection | null {
  const refusal =
    guard({ world: draft.world, state: draft.state, actor: giver.actor, today: today(draft) }, order) ??
    judgePeople(draft, order, giver) ??
    act(draft, order, giver);
  if (refusal) return refusal;
  openNext(draft);
  return null;
}

function act<T extends OrderType>(draft: Draft, order: OrderOf<T>, giver: Giver): Rejection | null {
  return acts[order.type as T].decide(draft, order, giver);
}

function judgePeople({ world, state }: Draft, order: Order, { people }: Giver): Rejection | null {
  const { rules } = state;
  const asked = Object.entries(acts[order.type].people);
  if (rules < knowsPeople || asked.length === 0) return null;
  const step = 'stepId' in order ? state.steps.find(({ id }) => id === order.stepId) : undefined;
  const handler = step === undefined ? null : stepTask(world, state, step).role;
  const fields: Readonly<Record<string, unknown>> = { ...order };
  const named = asked.map(([field, rule]) => ({
    field,
    ids: [fields[field]].flat().filter((id) => typeof id === 'string'),
    ...soughtBy(rule, handler, world),
  }));
  return judgeNamed(named, { people, departmentId: state.filing.departmentId });
}

/** Opens what the flow wants open now; a flow with nothing left closes the case. */
export function openNext(draft: Draft): void {
  if (draft.state.status === 'closed') return;
  const { plan } = draft.world;
  const settled = { outcomes: outcomesOf(draft.state), byForm: chosenByForm(draft.state) };
  if (isDone(plan, settled)) return closeCase(draft, draft.state.decision === 'refuse' ? 'refused' : 'granted');
  for (const plannedId of openSteps(plan, settled)) {
    const last = lastRound(draft.state, plannedId);
    if (last === undefined) openStep(draft, instanceId(plannedId, 1));
    else if (last.outcome !== null) openStep(draft, instanceId(plannedId, splitInstance(last.id).round + 1));
  }
}

/** What the form of a case chose. */
function chosenByForm({ filing }: CaseState): ChosenByForm {
  return Object.fromEntries(Object.entries(filing.formChoices ?? {}).map(([id, { label }]) => [id, label]));
}

/** The outcome of each step of the plan that is finished: its last round's. */
export function outcomesOf({ steps }: CaseState): Outcomes {
  const outcomes = new Map<string, string>();
  for (const { id, outcome } of steps) {
    const planned = splitInstance(id).id;
    if (outcome === null) outcomes.delete(planned);
    else outcomes.set(planned, outcome);
  }
  return Object.fromEntries(outcomes);
}

function lastRound({ steps }: CaseState, plannedId: string): StepState | undefined {
  return steps.findLast((step) => splitInstance(step.id).id === plannedId);
}

function openStep(draft: Draft, stepId: string): void {
  const planned = plannedStep(draft.world, stepId);
  const { kind, by, limit, untimed } = planned;
  const departmentId = departmentOf(planned, draft.state);
  const drawn = draft.state.rules >= knowsPeople ? { kind, by, departmentId, limit } : {};
  record(draft, { type: 'StepOpened', stepId, on: today(draft), untimed: untimed !== null, ...drawn });
  if (limit !== null) startOwn(draft, 'step', { stepId, limit });
  const { start } = draft.world.plan.limits;
  if (untimed !== null && start !== undefined && draft.state.rules >= watchesStart) {
    startOwn(draft, 'start', { stepId, limit: start });
  }
}

function startOwn(draft: Draft, kind: 'step' | 'start', { stepId, limit }: { stepId: string; limit: Limit }): void {
  startClock(draft, { id: clockId(kind, stepId), kind, stepId, limit, startedOn: today(draft) });
}
