import { describe, expect, it } from 'vitest';
import { fold } from '../../../domain/case/apply.ts';
import { dueOnOf } from '../../../domain/case/clocks.ts';
import type { FactType } from '../../../domain/case/facts/index.ts';
import { recordOf } from '../../../domain/case/facts/index.ts';
import { caseResults } from '../../../domain/case/filing.ts';
import { noHash, verifyChain } from '../../../domain/case/seal.ts';
import type { CaseState } from '../../../domain/case/state.ts';
import { roleNames } from '../../../domain/people/roles.ts';
import type { Actor } from '../../../domain/people/roles.ts';
import { bruteForce } from '../../support/brute-force-clock.ts';
import { lived, plans, reachedBy } from '../../support/directed-plans.ts';
import type { PlanName } from '../../support/directed-plans.ts';
import { amend, expectedRungs } from '../../support/expected-rungs.ts';
import type { OracleLedger } from '../../support/expected-rungs.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import type { Life, Look } from '../../support/life.ts';
import { Walk, wideFlow } from '../../support/random-walk.ts';
import { caseId, person } from '../../support/scene.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
const turns = 60;
const planNames = Object.keys(plans) as PlanName[];
const flows = { testFlow, wideFlow };

/** Walks one case and looks at it after every turn; answers the finished walk. */
function walked(seed: number, look: (walk: Walk, before: CaseState, known: number) => void): Walk {
  const walk = new Walk(seed);
  const seen: Look = (_, before, known) => look(walk, before, known);
  for (let index = 0; index < turns; index += 1) walk.turn(seen, () => walk.step());
  walk.now += 86_400_000 * 40;
  walk.turn(seen, () => walk.tick());
  return walk;
}

type Lived = (look: Look) => Life;

/** Every plan on every flow, and every seed. */
const lives: readonly (readonly [string, Lived])[] = [
  ...planNames.flatMap((name) =>
    Object.entries(flows).map(([title, flow]): [string, Lived] => [
      `plan ${name} on ${title}`,
      (look) => lived(name, flow, look),
    ]),
  ),
  ...seeds.map((seed): [string, Lived] => [`seed ${seed}`, (look) => walked(seed, look)]),
];

/** What people still say of a case that is over. */
const afterTheEnd: readonly FactType[] = [
  'WarningAcknowledged',
  'CertificatesChecked',
  'FindingRecorded',
  'DocumentCorrected',
  'RevocationProposed',
  'RevocationDeclined',
  'GrantRevoked',
  'RevocationServed',
  'GrantRevokedAbove',
];

/** The facts are a sound continuation of the state before, and folding them gives the state after. */
function soundFacts({ scene }: Life, before: CaseState, known: number): void {
  const fresh = scene.facts.slice(known);
  expect(fresh.map((fact) => fact.seq)).toEqual(fresh.map((_, index) => before.seq + 1 + index));
  expect(verifyChain(fresh, before.seq, before.hash)).toBeNull();
  expect(fold(caseId, fresh, before)).toEqual(scene.state);
  let last = before.last;
  for (const fact of fresh) {
    expect(fact.at).toBeLessThanOrEqual(fact.recordedAt);
    expect(fact.recordedAt).toBeGreaterThanOrEqual(last);
    last = fact.recordedAt;
    if (fact.requestId === 'tick') expect([fact.actorId, recordOf(fact.body.type).byTime]).toEqual([null, true]);
  }
  if (before.status === 'closed') expect(fresh.filter(({ body }) => !afterTheEnd.includes(body.type))).toEqual([]);
}

/** The state is JSON, has an open step while it is open, and a stopped clock has no due date. */
function soundState({ scene }: Life): void {
  const { state, world } = scene;
  const copy: CaseState = JSON.parse(JSON.stringify(state));
  expect(copy).toEqual(state);
  scene.state = copy;
  expect(state.steps.some((step) => step.outcome === null)).toBe(state.status === 'open');
  for (const clock of state.clocks) {
    const dueOn = dueOnOf(world, clock);
    const held = clock.stops.some((stop) => stop.to === null && (dueOn === null || stop.from <= dueOn));
    if (held) expect(dueOn).toBeNull();
  }
}

/** Everything said of a date is what the day-by-day oracle says of the ledger at that moment. */
function datesOf({ scene }: Life): void {
  const ledgers = new Map<string, OracleLedger>();
  const ended = new Set<string>();
  for (const { body } of scene.facts) {
    if (!('clock' in body) || typeof body.clock !== 'string') continue;
    if (body.type === 'ClockStarted') {
      ledgers.set(body.clock, { startedOn: body.startedOn, limit: body.limit, extension: 0, stops: [] });
    }
    const ledger = ledgers.get(body.clock);
    if (!ledger) continue;
    amend(ledger, body);
    if (body.type === 'ClockEnded') ended.add(body.clock);
    if (body.type === 'WarningRaised') expect(ended.has(body.clock)).toBe(false);
    if (body.type !== 'DeadlineSet') continue;
    const answer = bruteForce({ ...ledger, limit: { ...ledger.limit } });
    if (answer === 'calendar-not-covered') throw new Error('a walk left the calendar');
    expect([body.clock, body.dueOn, body.provisional]).toEqual([body.clock, answer.dueOn, answer.provisional]);
  }
}

/** Nothing happens twice: a step, a warning of an epoch, a rung of a clock on a day, a lapse of a due date. */
function onceEach({ scene }: Life): void {
  const once = (keys: readonly string[]) => expect(new Set(keys).size).toBe(keys.length);
  const opened = scene.all('StepOpened').map((fact) => fact.stepId);
  const finished = scene.all('StepFinished').map((fact) => fact.stepId);
  once(opened);
  once(finished);
  expect(finished.filter((id) => !opened.includes(id))).toEqual([]);
  once(scene.all('WarningRaised').map((fact) => `${fact.clock} ${fact.epoch} ${fact.rung}`));
  once(scene.all('WarningRaised').map((fact) => `${fact.clock} ${fact.rung} ${fact.on}`));
  once(scene.all('ClockLapsed').map((fact) => `${fact.clock} ${fact.dueOn}`));
  once(scene.all('ClockEnded').map((fact) => fact.clock));
}

describe.each(lives)('a case lived through by %s', (_, live) => {
  it('keeps its invariants after every order and every passing of time, and raises the rungs whose day was reached', () => {
    const life = live((one, before, known) => {
      soundFacts(one, before, known);
      soundState(one);
    });
    expect(verifyChain(life.scene.facts, 0, noHash)).toBeNull();
    expect(fold(caseId, life.scene.facts)).toEqual(life.scene.state);
    datesOf(life);
    onceEach(life);
    const raised = life.scene.all('WarningRaised').map((fact) => `${fact.clock} ${fact.rung} ${fact.on}`);
    const expected = expectedRungs(life.told, life.scene.world.plan.ladder, life.until);
    expect(raised.toSorted()).toEqual(expected.toSorted());
  });
});

/** What is offered to a person now is accepted, and what is not is refused with the code that the offer names. */
function offersHold(life: Life, actor: Actor): void {
  life.tick();
  for (const { offer, answer } of life.offers(actor)) {
    expect([offer.order, offer.stepId, offer.refusedBecause?.code]).toEqual([offer.order, offer.stepId, answer?.code]);
  }
}

describe('a machine that offers', () => {
  it.each(seeds)('accepts what it offers and refuses what it does not, with the same code: seed %i', (seed) => {
    walked(seed, (walk) => {
      if (walk.choose(4) === 0) offersHold(walk, walk.anybody());
    });
  });

  it.each(planNames)('does so on the whole way of plan %s', (name) => {
    let turn = 0;
    lived(name, testFlow, (life) => {
      offersHold(life, person(roleNames[turn % roleNames.length] ?? 'supervisor'));
      turn += 1;
    });
  });
});

describe('plans', () => {
  it.each(Object.entries(reachedBy).filter(([, by]) => by !== 'carried'))('reach %s by %s', (type, by) => {
    const { facts } = lived(by as PlanName, testFlow).scene;
    expect(facts.map(({ body }) => body.type)).toContain(type);
  });

  it('reach every end', () => {
    const ends = planNames
      .flatMap((name) => Object.values(flows).map((flow) => lived(name, flow).scene.state.result))
      .filter((result) => result !== null);
    expect([...new Set(ends)].toSorted()).toEqual(Object.keys(caseResults).toSorted());
  });
});
