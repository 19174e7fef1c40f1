import { describe, expect, test } from 'vitest';
import { developerQualification } from '../../../db/seed/items/developer-qualification.ts';
import { waterAbstraction } from '../../../db/seed/items/water-abstraction.ts';
import { dueOnOf } from '../../../domain/case/clocks.ts';
import type { FactType } from '../../../domain/case/facts/index.ts';
import { demoToday, playDemo } from '../../support/demo-scenes.ts';
import type { Scene } from '../../support/scene.ts';

const scenes = [...playDemo().scenes.values()];
const isOpen = ({ state }: Scene) => state.status === 'open';
const has = (scene: Scene, type: FactType) => scene.facts.some(({ body }) => body.type === type);
const openStep = ({ state }: Scene, id: string) => state.steps.some((step) => step.id === id && step.outcome === null);
const missing = ({ world, state }: Scene) =>
  world.plan.materials.some(({ id, necessary }) => necessary && !state.received.includes(id));
/** Whether a running clock of a kind is past its day. */
const isPast = ({ world, state }: Scene, kind: string) =>
  state.clocks.some((clock) => {
    const dueOn = clock.kind === kind && clock.endedOn === null ? dueOnOf(world, clock) : null;
    return dueOn !== null && dueOn < demoToday;
  });
const deferred = ({ state }: Scene) => state.deferral !== undefined;
const deferralIn = ({ state }: Scene) => state.deferral?.materials.every((id) => state.received.includes(id)) === true;
const unchecked = ({ state }: Scene) => state.replaced?.some(({ result }) => result === null) === true;

/** The states of issue 11, section 1, each with what tells a case that stands in it. */
const states: readonly (readonly [string, (scene: Scene) => boolean])[] = [
  ['received, incomplete, nobody has answered', (one) => isOpen(one) && missing(one) && !has(one, 'SupplementAsked')],
  ['waiting for a supplement', ({ state }) => state.status === 'open' && state.supplement?.state === 'waiting'],
  [
    'a part of the supplement has come',
    (one) => isOpen(one) && has(one, 'SupplementReceived') && !has(one, 'SupplyDeclared'),
  ],
  ['said to be supplied', ({ state }) => state.status === 'open' && state.supplement?.state === 'declared'],
  ['the time to supply is over', (one) => isOpen(one) && isPast(one, 'supplement')],
  ['ended for want of a supplement', (one) => has(one, 'SupplementLapsed')],
  ['accepted after a supplement', (one) => isOpen(one) && has(one, 'AcceptedAfterSupplement')],
  ['corrected on the spot', (one) => isOpen(one) && has(one, 'CorrectedOnSpot')],
  ['accepted by silence', (one) => isOpen(one) && (has(one, 'AcceptanceDeemed') || has(one, 'SilenceReached'))],
  ['accepted late, after silence had', (one) => isOpen(one) && has(one, 'AcceptanceNoticeIssued')],
  [
    'accepted on paper, entered later',
    (one) => one.facts.some(({ body }) => body.type === 'CaseAccepted' && body.evidence !== undefined),
  ],
  ['不受理', (one) => has(one, 'PermitNotNeeded')],
  ['不予受理, laid before the lead', ({ state }) => state.status === 'open' && state.refusal?.state === 'proposed'],
  ['不予受理', (one) => has(one, 'AcceptanceRefused')],
  ['撤件 asked for online', ({ state }) => state.status === 'open' && state.withdrawalAsked !== undefined],
  ['撤件', (one) => has(one, 'CaseWithdrawn')],
  ['容缺, still to come', (one) => isOpen(one) && deferred(one) && !deferralIn(one) && !isPast(one, 'deferral')],
  ['容缺, come', (one) => deferred(one) && deferralIn(one)],
  ['容缺, past its day', (one) => isOpen(one) && deferred(one) && !deferralIn(one) && isPast(one, 'deferral')],
  ['证明事项承诺, to be checked', (one) => isOpen(one) && unchecked(one)],
  ['证明事项承诺, untrue', ({ state }) => state.replaced?.some(({ result }) => result === 'untrue') === true],
  ['许可承诺, to be decided', (one) => isOpen(one) && has(one, 'AcceptedOnUndertaking') && !has(one, 'DecisionMade')],
  [
    '许可承诺, to be checked afterwards',
    (one) => isOpen(one) && openStep(one, 'afterCheck') && !isPast(one, 'afterCheck'),
  ],
  ['许可承诺, its check overdue', (one) => isOpen(one) && isPast(one, 'afterCheck')],
  [
    'to be passed to the department',
    (one) => isOpen(one) && openStep(one, 'passing') && !has(one, 'PassedToDepartment'),
  ],
  [
    'passed on, to be signed for',
    (one) => openStep(one, 'passing') && has(one, 'PassedToDepartment') && !has(one, 'ReturnedToWindow'),
  ],
  ['returned to the window', (one) => openStep(one, 'passing') && has(one, 'ReturnedToWindow')],
  ['即办, just come in', (one) => isOpen(one) && one.world.plan.limits.promised.count === 0],
  ['即办, done', ({ state, world }) => state.status === 'closed' && world.plan.limits.promised.count === 0],
  ['received after hours', ({ state }) => state.filing.countsFrom !== undefined],
  [
    'filed online, identity to be verified',
    ({ state }) => state.status === 'open' && state.filing.identity === 'unverified' && state.identity === undefined,
  ],
];

/** Items of the two departments that hand something out. */
const handedOut = [waterAbstraction.item, developerQualification.item];

describe('the demo has a case that', () => {
  test.each(states)('is %s', (_name, stands) => {
    expect(scenes.filter(stands).length).toBeGreaterThan(0);
  });

  test.each(handedOut)('waits to be collected: $name', ({ code }) => {
    const waiting = scenes.filter(
      (one) => isOpen(one) && one.world.plan.itemCode === code && has(one, 'ToldToCollect'),
    );
    expect(waiting.length).toBeGreaterThan(0);
  });
});
