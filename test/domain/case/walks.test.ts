import { describe, expect, it } from 'vitest';

import { fold } from '../../../domain/case/apply.ts';
import { dueOnOf } from '../../../domain/case/clocks.ts';
import { factTypes } from '../../../domain/case/facts/index.ts';
import { noHash, verifyChain } from '../../../domain/case/seal.ts';
import type { CaseState } from '../../../domain/case/state.ts';
import { bruteForce } from '../../support/brute-force-clock.ts';
import { amend, expectedRungs } from '../../support/expected-rungs.ts';
import type { OracleLedger } from '../../support/expected-rungs.ts';
import { Walk } from '../../support/random-walk.ts';
import { caseId } from '../../support/scene.ts';

const seeds = Array.from({ length: 100 }, (_, index) => index + 1);
const turns = 60;

/** Walks one case and looks at it after every turn; answers the finished walk. */
function walked(seed: number, look: (walk: Walk, before: CaseState, known: number) => void): Walk {
  const walk = new Walk(seed);
  for (let turn = 0; turn < turns; turn += 1) {
    const [before, known] = [walk.scene.state, walk.scene.facts.length];
    walk.step();
    look(walk, before, known);
  }
  walk.now += 86_400_000 * 40;
  const [before, known] = [walk.scene.state, walk.scene.facts.length];
  walk.tick();
  look(walk, before, known);
  return walk;
}

/** The facts are a sound continuation of the state before, and folding them gives the state after. */
function soundFacts({ scene }: Walk, before: CaseState, known: number): void {
  const fresh = scene.facts.slice(known);
  expect(fresh.map((fact) => fact.seq)).toEqual(fresh.map((_, index) => before.seq + 1 + index));
  expect(verifyChain(fresh, before.seq, before.hash)).toBeNull();
  expect(fold(caseId, fresh, before)).toEqual(scene.state);
  let last = before.last;
  for (const fact of fresh) {
    expect(fact.at).toBeLessThanOrEqual(fact.recordedAt);
    expect(fact.recordedAt).toBeGreaterThanOrEqual(last);
    last = fact.recordedAt;
  }
  if (before.status === 'closed') expect(fresh.filter((fact) => fact.body.type !== 'WarningAcknowledged')).toEqual([]);
}

/** The state is JSON, has an open step while it is open, and a stopped clock has no due date. */
function soundState({ scene }: Walk): void {
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
function datesOf({ scene }: Walk): void {
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
function onceEach({ scene }: Walk): void {
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

describe('cases lived through at random', () => {
  it('keep their invariants after every order and every passing of time', () => {
    for (const seed of seeds.slice(0, 25)) {
      const walk = walked(seed, (one, before, known) => {
        soundFacts(one, before, known);
        soundState(one);
      });
      expect(verifyChain(walk.scene.facts, 0, noHash)).toBeNull();
      expect(fold(caseId, walk.scene.facts)).toEqual(walk.scene.state);
      datesOf(walk);
      onceEach(walk);
    }
  });

  it('raise exactly the rungs whose day was reached while the clock ran', () => {
    for (const seed of seeds) {
      const walk = walked(seed, () => undefined);
      const raised = walk.scene.all('WarningRaised').map((fact) => `${fact.clock} ${fact.rung} ${fact.on}`);
      const expected = expectedRungs(walk.told, walk.scene.world.plan.ladder, walk.until);
      expect([seed, ...raised.toSorted()]).toEqual([seed, ...expected.toSorted()]);
    }
  });

  it('accept what they offer and refuse what they do not, with the same code', () => {
    for (const seed of seeds.slice(25)) {
      walked(seed, (walk) => {
        if (walk.choose(6) > 0) return;
        walk.tick();
        for (const { offer, answer } of walk.offers(walk.anybody())) {
          expect([seed, offer.order, offer.stepId, offer.refusedBecause?.code]).toEqual([
            seed,
            offer.order,
            offer.stepId,
            answer?.code,
          ]);
        }
      });
    }
  });

  it('reach every fact but those an order carries in, and every end', () => {
    const walks = seeds.map((seed) => walked(seed, () => undefined));
    const types = new Set<string>(walks.flatMap((walk) => walk.scene.facts.map((fact) => fact.body.type)));
    expect(factTypes.filter((type) => !types.has(type))).toEqual([
      'BusinessClockAdopted',
      'CalendarAdopted',
      'RulesAdopted',
    ]);
    const results = new Set(walks.map((walk) => walk.scene.state.result));
    expect(results).toEqual(new Set([null, 'granted', 'refused', 'notNeeded', 'notCompetent', 'withdrawn']));
  });
});
