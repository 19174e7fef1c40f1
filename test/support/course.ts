import { allowed } from '../../domain/case/allowed.ts';
import type { OrderType } from '../../domain/case/acts/index.ts';
import { formChoicesOf } from '../../domain/flow/blocks.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { goodOrder } from './good-order.ts';
import { Life } from './life.ts';
import { seededRandom } from './random-clock.ts';
import { Scene, at, person } from './scene.ts';

/** Orders by which work goes on; all others leave a case where it is, or end it early. */
const onward: readonly OrderType[] = [
  'checkIn',
  'passToDepartment',
  'signForMaterials',
  'accept',
  'acceptUndertaking',
  'finishReview',
  'requestUntimedStep',
  'approveUntimedStep',
  'recordNotice',
  'startUntimedStep',
  'finishExpertReview',
  'finishInspection',
  'finishHearing',
  'waiveHearing',
  'makeDecision',
  'issueCertificate',
  'deliver',
  'finishAfterCheck',
];

/** One of each post, and colleagues who did nothing yet. */
const desk: readonly Actor[] = (
  [
    'windowClerk',
    'caseOfficer',
    'siteInspector',
    'hearingOfficer',
    'sectionChief',
    'deputyHead',
    'approver',
    'certificateClerk',
  ] as const
).flatMap((role) => [person(role), person(role, `${role}2`)]);

const most = 300;

/** A case of any flow that willing people lead to its end by the machine's own offers, a working hour for each turn; the scene it left. */
export function leadOn(definition: FlowDefinition, seed: number): Scene {
  const random = seededRandom(seed);
  const choose = (n: number): number => Math.floor(random() * n);
  const branch =
    [null, ...definition.limitBranches.map(({ id }) => id)][choose(definition.limitBranches.length + 1)] ?? null;
  const formChoices = Object.fromEntries(
    formChoicesOf(definition).map(({ id, cases }) => {
      const label = [null, ...cases.map((one) => one.label)][choose(cases.length + 1)] ?? null;
      return [id, { label, holds: {}, conditions: 'c', inputs: {} }];
    }),
  );
  const filedOn = '2026-03-02';
  const life = new Life(new Scene(filedOn, { branch, formChoices }, definition), at(filedOn));
  for (let turn = 0; turn < most && life.scene.state.status !== 'closed'; turn += 1) {
    life.now += (1 + choose(20)) * 3_600_000;
    const offers = desk.flatMap((actor) =>
      allowed({ ...life.scene, actor, today: life.today })
        .filter(({ order, refusedBecause }) => !refusedBecause && onward.includes(order))
        .map((offer) => ({ actor, ...offer })),
    );
    const chosen = offers[choose(offers.length)];
    if (chosen === undefined) life.tick();
    else {
      const { actor, order, stepId } = chosen;
      life.give(actor, goodOrder({ ...life.scene, actor, today: life.today, choose }, order, stepId));
    }
  }
  return life.scene;
}
