import type { Order, OrderType } from '../../domain/case/acts/index.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import type { StepState } from '../../domain/case/state.ts';
import { canonicalJson } from '../../domain/flow/canonical.ts';
import { splitInstance } from '../../domain/instance-id.ts';
import type { PlanStep } from '../../domain/flow/plan.ts';
import type { Lasting, StepChoice } from '../../domain/flow/simulate/choices.ts';
import type { Role } from '../../domain/people/roles.ts';
import { oracleWorkdays } from './brute-force-clock.ts';
import { goodOrder } from './good-order.ts';
import { Life } from './life.ts';
import type { RandomTrial } from './random-flow.ts';
import { Scene, at, person } from './scene.ts';

/**
 * The independent reading of a trial: the same choices lived day by day. Each night the clock ticks, each working day everybody does what is
 * due, with the payloads of the walks, by people of the test department. It shares with `simulate` no line but its types.
 */

const dayMs = 86_400_000;
const workdays = new Set(oracleWorkdays());
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The day on which what takes so long from a day on is acted on, counted one by one. */
function dueOn(from: string, { count, unit }: Lasting): string {
  let day = Date.parse(from);
  for (let left = count; left > 0; left -= unit === 'calendarDay' || workdays.has(iso(day)) ? 1 : 0) day += dayMs;
  while (!workdays.has(iso(day))) day += dayMs;
  return iso(day);
}

type Due = readonly [on: string, by: Role, type: OrderType, change?: Record<string, unknown>];

/** A case lived to its end. */
export function livedByDays({ flow, choices, filedOn }: RandomTrial): readonly Fact[] {
  const late = (need: string) => need === 'deferrable' && choices.deferred !== null;
  const materials = flow.materials.map(({ id, need }) => ({ id, sha256: null, received: !late(need) }));
  const chosen = Object.entries(choices.byForm).map(([id, label]) => [
    id,
    { label, holds: {}, conditions: 'c', inputs: {} },
  ]);
  const filing = { branch: choices.branch, materials, formChoices: Object.fromEntries(chosen) };
  const life = new Life(new Scene(filedOn, filing, flow), at(filedOn));
  for (let day = Date.parse(filedOn); life.scene.state.status === 'open'; day += dayMs) {
    if (day > Date.parse(filedOn)) {
      life.now = at(iso(day), '00:30');
      life.tick();
    }
    if (!workdays.has(iso(day))) continue;
    life.now = at(iso(day));
    while (actOn(life, { choices, day: iso(day) })) if (life.scene.facts.length > 2_000) throw new Error('no end');
  }
  return life.scene.facts;
}

type How = { readonly choices: RandomTrial['choices']; readonly day: string };

/** Does the first thing that is due on a day; whether there was one. */
function actOn(life: Life, how: How): boolean {
  const { state } = life.scene;
  if (state.status === 'closed') return false;
  const arrival = arrivesOn(life, how);
  if (arrival !== null && arrival <= how.day) return give(life, null, [arrival, 'windowClerk', 'receiveMaterials']);
  for (const step of state.steps.filter(({ outcome }) => outcome === null)) {
    const due = dueOf(life, step, how);
    if (due[0] <= how.day) return give(life, step, due);
  }
  return false;
}

function arrivesOn({ scene: { state, world } }: Life, { choices }: How): string | null {
  if (choices.deferred === null || state.acceptedOn === null || state.decision !== null) return null;
  const missing = world.plan.materials.some(({ id, deferrable }) => deferrable && !state.received.includes(id));
  return missing ? dueOn(state.acceptedOn, choices.deferred) : null;
}

function give(life: Life, step: StepState | null, [, by, type, change = {}]: Due): boolean {
  const { world, state } = life.scene;
  const good = goodOrder({ world, state, today: life.today, choose: () => 0 }, type, step?.id ?? null);
  const order = { ...good, ...change } as Order;
  const refusal = life.give(person(by, `${by} ${step?.id ?? ''} ${type}`), order);
  if (refusal) throw new Error(`${type} ${step?.id ?? ''}: ${refusal.code} ${refusal.detail}`);
  return true;
}

function dueOf(life: Life, step: StepState, how: How): Due {
  const { state, world } = life.scene;
  const planned = world.plan.steps.find(({ id }) => id === splitInstance(step.id).id);
  const choice = how.choices.steps[planned?.id ?? ''] as StepChoice | undefined;
  if (planned === undefined || choice === undefined) throw new Error(`expected ${step.id} to be drawn and chosen`);
  switch (step.phase) {
    case 'waiting':
      return [dueOn(step.openedOn, choice.waits), planned.by, 'requestUntimedStep'];
    case 'requested':
      return [how.day, planned.untimed?.approvedBy ?? 'agencyHead', 'approveUntimedStep'];
    case 'approved':
      return [how.day, planned.by, step.notice === null ? 'recordNotice' : 'startUntimedStep'];
    default:
      return planned.kind === 'acceptance' && (state.acceptedOn === null || isToAsk(life, how))
        ? answerDue(life, { step, planned, choice }, how)
        : endDue(life, { step, planned, choice }, how);
  }
}

/** What was chosen to be asked for is asked for, also where silence has accepted: it is then refused. */
function isToAsk({ scene: { state } }: Life, { choices }: How): boolean {
  return choices.supplement !== null && state.supplement === undefined;
}

type Drawn = { readonly step: StepState; readonly planned: PlanStep; readonly choice: StepChoice };

function answerDue(life: Life, drawn: Drawn, how: How): Due {
  const { supplement, deferral, received } = life.scene.state;
  const { plan } = life.scene.world;
  const { planned, choice, step } = drawn;
  const turnsDown = choice.outcome === 'notNeeded' || choice.outcome === 'notCompetent';
  const looked = dueOn(step.openedOn, choice.lasts);
  if (how.choices.supplement !== null && supplement?.state !== 'declared') {
    if (supplement === undefined) return [looked, planned.by, 'askSupplement'];
    const came = supplement.arrived.length > 0;
    const on = dueOn(supplement.servedOn, how.choices.supplement);
    return [on, planned.by, came ? 'declareSupplied' : 'receiveSupplement'];
  }
  const missing = plan.materials.some(({ id, deferrable }) => deferrable && !received.includes(id));
  const [on, ...end] = endDue(life, drawn, how);
  if (missing && plan.limits.deferral !== undefined && deferral === undefined && !turnsDown)
    return [on, planned.by, 'deferMaterials'];
  return [on, ...end];
}

function endDue(life: Life, { step, planned, choice }: Drawn, how: How): Due {
  const { state } = life.scene;
  const { outcome } = choice;
  const supplied = planned.kind === 'acceptance' ? state.supplement?.declaredOn : null;
  const on = dueOn(supplied ?? step.startedOn ?? step.openedOn, choice.lasts);
  const held = step.phase === null ? {} : { heldOn: how.day };
  switch (planned.kind) {
    case 'intake':
      return [on, planned.by, 'checkIn', { received: [] }];
    case 'passing':
      return step.passing?.stage === 'passed'
        ? [how.day, 'caseOfficer', 'signForMaterials']
        : [on, planned.by, 'passToDepartment'];
    case 'acceptance':
      if (outcome === 'notNeeded') return [on, planned.by, 'answerNotNeeded'];
      if (outcome === 'notCompetent') return [on, 'windowLead', 'refuseAcceptance'];
      return [on, planned.by, outcome === 'undertaken' ? 'acceptUndertaking' : 'accept'];
    case 'review':
      return [on, planned.by, 'finishReview', { outcome, ...held }];
    case 'expertReview':
      return [on, planned.by, 'finishExpertReview', { outcome, heldOn: undefined, ...held }];
    case 'siteInspection':
      return [on, planned.by, 'finishInspection', { outcome, heldOn: how.day }];
    case 'hearing':
      return [on, planned.by, 'finishHearing', { outcome, heldOn: how.day }];
    case 'decision': {
      const arrival = arrivesOn(life, how);
      return [arrival !== null && arrival > on ? arrival : on, planned.by, 'makeDecision', { outcome }];
    }
    case 'certificate':
      return [on, planned.by, 'issueCertificate'];
    case 'delivery':
      return [on, planned.by, 'deliver', { servedOn: how.day }];
    case 'afterCheck':
      return [on, planned.by, 'finishAfterCheck', { outcome }];
  }
  return planned satisfies never;
}

/** What facts say of people, papers and words, which nobody invents alike. */
const invented = new Set(
  [
    'departmentId documentNo certificateNo undertakingNo opinion experts officials inspectors findings presider record reason reasons remedy',
    'recipient undertaking receiver items competentAgency asked mends consequence arrived received statement warningId',
  ].flatMap((line) => line.split(' ')),
);

/** A fact without them: its type, its civil day, who is told, and every day and number of the law. */
export function bareFact({ body, at: instant }: Fact): string {
  if (body.type === 'CaseFiled') return `CaseFiled ${iso(instant + 8 * 3_600_000)} ${body.filing.receivedOn}`;
  const told = Object.entries(body).filter(([key, value]) => !invented.has(key) && value !== undefined);
  return `${iso(instant + 8 * 3_600_000)} ${canonicalJson(Object.fromEntries(told))}`;
}
