import type { Order } from '../../domain/case/acts/index.ts';
import type { StepKindName } from '../../domain/steps/params.ts';
import { isRejection } from '../../domain/rejection.ts';
import type { RejectionCode } from '../../domain/rejection.ts';
import type { StepContext, StepKind } from '../../domain/steps/step-kind.ts';
import { expertOpinion, handedOut } from './good-order.ts';
import { atWindow, passed } from './passing-flow.ts';
import { Scene, day } from './scene.ts';

/** One rule of a step kind: where it meets an order, and the refusal; null: the order is accepted. */
export interface StepRule {
  readonly says: string;
  readonly context: () => StepContext;
  readonly order: Order;
  readonly code: RejectionCode | null;
}

/** What a kind sees of an open step of a scene on a day. */
export function contextOf(scene: Scene, stepId: string, today: string, actorId = 'someone'): StepContext {
  const plan = scene.world.plan.steps.find((step) => step.id === stepId);
  if (!plan) throw new Error(`the plan has no step ${stepId}`);
  return {
    world: scene.world,
    state: scene.state,
    step: scene.step(stepId),
    plan,
    params: plan.params,
    actorId,
    people: [],
    today: day(today),
  };
}

const filed = () => contextOf(new Scene('2026-09-14'), 'intake', '2026-09-14');
const received = () => {
  const scene = new Scene('2026-09-14');
  scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  return contextOf(scene, 'acceptance', '2026-09-14');
};
const handed = () => contextOf(passed(atWindow('2026-09-14'), '2026-09-14'), 'passing', '2026-09-15');
const unpassed = () => {
  const context = handed();
  const { passing: _passing, ...step } = context.step;
  return { ...context, step };
};
const accepted = () => contextOf(new Scene('2026-09-14').accepted('2026-09-14'), 'review', '2026-09-15');
const running = (stepId: string, outcome: string, today = '2026-09-18') =>
  contextOf(
    new Scene('2026-09-14')
      .reviewed('2026-09-14', outcome)
      .started(
        '2026-09-16',
        stepId,
        byOf[stepId] ?? 'caseOfficer',
        outcome === 'hearing' ? 'deputyHead' : 'sectionChief',
      ),
    stepId,
    today,
  );
const byOf: Readonly<Record<string, 'siteInspector' | 'hearingOfficer'>> = {
  site: 'siteInspector',
  hearing: 'hearingOfficer',
};
const experts = () => running('experts', 'pass');
const site = () => running('site', 'pass');
const hearing = () => running('hearing', 'hearing');
const reviewed = () => contextOf(new Scene('2026-09-14').reviewed('2026-09-14', 'plain'), 'decision', '2026-09-15');
const granted = () => contextOf(new Scene('2026-09-14').decided('2026-09-15'), 'certificate', '2026-09-16');
const ungranted = () => ({ ...granted(), state: { ...granted().state, decision: 'refuse' as const } });
const refused = () => contextOf(new Scene('2026-09-14').decided('2026-09-15', 'refuse'), 'delivery', '2026-09-18');

/** Granted on an undertaking on 2026-09-14, and served. */
const watched = () => contextOf(new Scene('2026-09-14').undertaken('2026-09-14'), 'afterCheck', '2026-09-17');

const review = { type: 'finishReview', stepId: 'review', outcome: 'pass', opinion: 'o' } as const;
const answer = { stepId: 'acceptance', reasons: 'r', remedy: 'm', documentNo: '不受1' } as const;
const turnDown = { type: 'refuseAcceptance', ...answer } as const;
const expert = { ...expertOpinion, heldOn: day('2026-09-17') } as const;
const inspection = { type: 'finishInspection', stepId: 'site', outcome: 'pass', findings: 'f' } as const;
const held = { type: 'finishHearing', stepId: 'hearing', outcome: 'held', presider: 'p', record: 'r' } as const;
const waived = { type: 'waiveHearing', stepId: 'hearing', statement: 's' } as const;
const decide = { type: 'makeDecision', stepId: 'decision', documentNo: '决1' } as const;
const certificate = { type: 'issueCertificate', stepId: 'certificate', certificateNo: '证1' } as const;
const deliver = { type: 'deliver', stepId: 'delivery', ...handedOut } as const;
const checked = {
  type: 'finishAfterCheck',
  stepId: 'afterCheck',
  outcome: 'kept',
  heldOn: day('2026-09-16'),
  findings: 'f',
} as const;
const checkIn = (...ids: string[]): Order => ({ type: 'checkIn', stepId: 'intake', received: ids });
const rule = (code: RejectionCode | null, says: string, context: () => StepContext, order: Order): StepRule => ({
  says,
  context,
  order,
  code,
});

/** The rules of every kind, each with an order that keeps it (null) or breaks it. */
export const stepRules: { readonly [K in StepKindName]: readonly StepRule[] } = {
  intake: [
    rule(null, 'takes what was missing', filed, checkIn('plan')),
    rule('materials-missing', 'is not complete without each necessary material', filed, checkIn('extra')),
    rule('unknown-material', 'takes nothing outside the list', filed, checkIn('plan', 'stranger')),
  ],
  passing: [
    rule(null, 'is signed for', handed, { type: 'signForMaterials', stepId: 'passing' }),
    rule('nothing-passed', 'signs for nothing that was not passed on', unpassed, {
      type: 'signForMaterials',
      stepId: 'passing',
    }),
  ],
  acceptance: [
    rule(null, 'accepts', received, { type: 'accept', stepId: 'acceptance', documentNo: '受1' }),
    rule(null, 'answers that no permit is needed', received, { ...answer, type: 'answerNotNeeded' }),
    rule(null, 'names the competent agency', received, { ...turnDown, competentAgency: 'a' }),
    rule('competent-agency-required', 'does not leave the applicant without one', received, turnDown),
    rule('remedy-required', 'names the remedy', received, {
      type: 'refuseAcceptance',
      stepId: 'acceptance',
      competentAgency: 'a',
      reasons: 'r',
      documentNo: '不受1',
    }),
  ],
  review: [
    rule(null, 'gives an opinion and an outcome', accepted, review),
    rule('unknown-outcome', 'knows the outcomes of the flow only', accepted, { ...review, outcome: 'maybe' }),
    rule('held-on-invalid', 'ends today where it is timed', accepted, { ...review, heldOn: day('2026-09-14') }),
    rule('opinion-required', 'says its opinion in words', accepted, { ...review, opinion: '' }),
  ],
  expertReview: [
    rule(null, 'counts three experts', experts, expert),
    rule('held-on-invalid', 'did not end before its start', experts, {
      ...expert,
      heldOn: day('2026-09-15'),
    }),
    rule('experts-too-few', 'counts different experts', experts, { ...expert, experts: ['x', 'y', 'y'] }),
    rule('expert-not-independent', 'has no expert who reviewed the case', experts, {
      ...expert,
      officials: ['caseOfficer'],
    }),
    rule('expert-not-independent', 'has no expert who enters the result', experts, {
      ...expert,
      officials: ['someone'],
    }),
    rule('unknown-outcome', 'knows the outcomes of the flow only', experts, {
      ...expert,
      outcome: 'maybe',
    }),
  ],
  siteInspection: [
    rule(null, 'was held by two', site, { ...inspection, heldOn: day('2026-09-16'), inspectors: ['i', 'j'] }),
    rule('inspectors-too-few', 'needs two different officers (XKF 34)', site, {
      ...inspection,
      heldOn: day('2026-09-17'),
      inspectors: ['i', 'i'],
    }),
    rule('held-on-invalid', 'was not held before its start', site, {
      ...inspection,
      heldOn: day('2026-09-15'),
      inspectors: ['i', 'j'],
    }),
    rule('held-on-invalid', 'is not still to come', site, {
      ...inspection,
      heldOn: day('2026-09-19'),
      inspectors: ['i', 'j'],
    }),
    rule('unknown-outcome', 'knows the outcomes of the flow only', site, {
      ...inspection,
      outcome: 'maybe',
      heldOn: day('2026-09-17'),
      inspectors: ['i', 'j'],
    }),
  ],
  hearing: [
    rule(null, 'was held', hearing, { ...held, heldOn: day('2026-09-18') }),
    rule('presider-is-reviewer', 'is presided by somebody who did not review (XKF 48)', hearing, {
      ...held,
      heldOn: day('2026-09-18'),
      presider: 'caseOfficer',
    }),
    rule(null, 'is waived without presider and record', hearing, { ...waived, waivedOn: day('2026-09-17') }),
    rule('held-on-invalid', 'is not waived in the future', hearing, { ...waived, waivedOn: day('2026-09-19') }),
    rule('hearing-not-held', 'is waived by an act of its own', hearing, {
      ...held,
      outcome: 'waived',
      heldOn: day('2026-09-18'),
    }),
    rule('hearing-record-required', 'has a record', hearing, { ...held, heldOn: day('2026-09-18'), record: '' }),
    rule('held-on-invalid', 'was not held before its start', hearing, { ...held, heldOn: day('2026-09-15') }),
    rule('held-on-invalid', 'is not still to come', hearing, { ...held, heldOn: day('2026-09-19') }),
    rule('unknown-outcome', 'knows the outcomes of the flow only', hearing, {
      ...held,
      heldOn: day('2026-09-18'),
      outcome: 'maybe',
    }),
  ],
  decision: [
    rule(null, 'grants without words', reviewed, { ...decide, outcome: 'grant' }),
    rule(null, 'refuses with reasons and remedy', reviewed, {
      ...decide,
      outcome: 'refuse',
      reasons: 'r',
      remedy: 'm',
    }),
    rule('reasons-required', 'gives the reasons of a refusal (XKF 38)', reviewed, {
      ...decide,
      outcome: 'refuse',
      remedy: 'm',
    }),
    rule('remedy-required', 'names the remedy of a refusal (XKF 38)', reviewed, {
      ...decide,
      outcome: 'refuse',
      reasons: 'r',
    }),
  ],
  afterCheck: [
    rule(null, 'says what was found', watched, checked),
    rule('unknown-outcome', 'knows the outcomes of the flow only', watched, { ...checked, outcome: 'maybe' }),
    rule('held-on-invalid', 'was not held before the decision', watched, { ...checked, heldOn: day('2026-09-13') }),
    rule('held-on-invalid', 'was not held in the future', watched, { ...checked, heldOn: day('2026-09-30') }),
  ],
  certificate: [
    rule(null, 'is valid from the decision without an end', granted, {
      ...certificate,
      validFrom: day('2026-09-15'),
      validUntil: null,
    }),
    rule('decision-not-granted', 'is issued for a granted permit only', ungranted, {
      ...certificate,
      validFrom: day('2026-09-15'),
      validUntil: null,
    }),
    rule('validity-invalid', 'is not valid before the decision', granted, {
      ...certificate,
      validFrom: day('2026-09-14'),
      validUntil: null,
    }),
    rule('validity-invalid', 'ends after it begins', granted, {
      ...certificate,
      validFrom: day('2026-09-16'),
      validUntil: day('2026-09-16'),
    }),
  ],
  delivery: [
    rule(null, 'was served between decision and today', refused, { ...deliver, servedOn: day('2026-09-15') }),
    rule('e-delivery-without-consent', 'is electronic with consent only', refused, {
      ...deliver,
      mode: 'electronic',
      servedOn: day('2026-09-16'),
    }),
    rule('served-on-invalid', 'does not precede the decision', refused, { ...deliver, servedOn: day('2026-09-14') }),
    rule('served-on-invalid', 'is not still to come', refused, { ...deliver, servedOn: day('2026-09-19') }),
  ],
};

/** How a kind answers the order of a rule: the code of its refusal, or null; `wrong-step-kind` where it has no such order. */
export function answerTo(kind: Pick<StepKind, 'endings'>, { context, order }: StepRule): RejectionCode | null {
  const ending = kind.endings[order.type];
  if (ending === undefined || !('stepId' in order)) return 'wrong-step-kind';
  const answer = ending.answer(context(), order);
  return isRejection(answer) ? answer.code : null;
}
