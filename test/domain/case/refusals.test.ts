import { describe, expect, it } from 'vitest';

import { fold } from '../../../domain/case/apply.ts';
import type { Order } from '../../../domain/case/acts/index.ts';
import { isRejection } from '../../../domain/rejection.ts';
import { rejectionCodes } from '../../../domain/rejections/index.ts';
import type { RejectionCode } from '../../../domain/rejection.ts';
import type { Actor, Role } from '../../../domain/people/roles.ts';
import { applicantActor } from '../../../domain/people/applicant.ts';
import { systemActor } from '../../../domain/people/system.ts';
import { expertOpinion } from '../../support/good-order.ts';
import { Scene, caseId, day, person } from '../../support/scene.ts';
import { beforeAcceptance } from './refusals-before-acceptance.ts';
import { afterTheEnd } from './refusals-after-the-end.ts';
import { ofStatements } from './refusals-of-statements.ts';
import { ofPassing } from './refusals-of-passing.ts';
import { ofServing } from './refusals-of-serving.ts';
import { testFlow } from '../../support/flow-fixture.ts';

/** Codes of the shell, which compares with the head of the journal, and of filing, which is no order. */
const ofTheShell = ['journal-fork', 'received-on-invalid', 'receipt-evidence-required'] as const;
const shell: readonly string[] = ofTheShell;

/** A scene at the point where the law says no, and the order it refuses. */
type Scenario = () => { scene: Scene; on: string; who: Role | Actor; order: Order };

const filed = () => new Scene('2026-09-14');
const reviewed = (outcome = 'pass') => new Scene('2026-09-14').reviewed('2026-09-14', outcome);
const requested = (actor: Actor) => {
  const scene = reviewed();
  scene.give('2026-09-15', actor, { type: 'requestUntimedStep', stepId: 'experts', reason: 'r' });
  return scene;
};
const twoPosts = { id: 'both', posts: [...person('caseOfficer').posts, ...person('sectionChief').posts] };
const experts = () => reviewed().started('2026-09-15', 'experts', 'caseOfficer');
const site = () => reviewed().started('2026-09-15', 'site', 'siteInspector');
const hearing = () => reviewed('hearing').started('2026-09-15', 'hearing', 'hearingOfficer', 'deputyHead');
const decided = (outcome: 'grant' | 'refuse' = 'grant') => new Scene('2026-09-14').decided('2026-09-14', outcome);
const received = (scene: Scene, on = '2026-09-14') => {
  scene.must(on, 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  return scene;
};
/** A flow that issues a certificate whatever was decided: a mistake the step kind still refuses. */
const carelessFlow = () => ({
  ...testFlow,
  body: {
    type: 'sequence' as const,
    blocks: (testFlow.body.type === 'sequence' ? testFlow.body.blocks : []).map((block) =>
      block.type === 'choice' && block.id === 'granted' ? (block.cases[0]?.block ?? block) : block,
    ),
  },
});

const held = { heldOn: day('2026-09-16'), outcome: 'pass', findings: 'f' } as const;
const sat = { heldOn: day('2026-09-16'), outcome: 'held', presider: 'p', record: 'r' } as const;
const call = {
  type: 'callHearing',
  stepId: 'hearing',
  documentNo: '听1',
  servedOn: day('2026-09-15'),
  hearingOn: day('2026-09-24'),
  hearingAt: '09:30',
  hearingPlace: 'w',
  presider: 'p',
} as const;
const announced = { documentNo: '听2', announcedOn: day('2026-09-15'), announcedIn: 'w' } as const;
const decide = { type: 'makeDecision', stepId: 'decision', outcome: 'refuse', documentNo: '决1' } as const;
const issue = {
  type: 'issueCertificate',
  stepId: 'certificate',
  certificateNo: '证1',
  validFrom: day('2026-09-14'),
} as const;
const toSomebody = { type: 'reassignTask', stepId: 'experts', reason: 'r' } as const;
const extend = { type: 'requestExtension', count: 10, reason: 'r' } as const;
const at = (scene: Scene, who: Role | Actor, order: Order, on = '2026-09-17') => ({ scene, on, who, order });

const scenarios: { readonly [C in Exclude<RejectionCode, (typeof ofTheShell)[number]>]: Scenario } = {
  ...beforeAcceptance,
  ...ofServing,
  ...ofPassing,
  ...afterTheEnd,
  ...ofStatements,
  'case-closed': () => {
    const scene = filed();
    scene.must('2026-09-14', 'windowClerk', { type: 'withdraw', statement: 's' });
    return at(scene, 'windowClerk', { type: 'withdraw', statement: 's' });
  },
  'not-allowed': () => at(filed(), 'caseOfficer', { type: 'checkIn', stepId: 'intake', received: ['plan'] }),
  'task-of-another': () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    scene.give('2026-09-15', person('caseOfficer', 'first'), { type: 'claimTask', stepId: 'review' });
    return at(scene, person('caseOfficer', 'second'), {
      type: 'finishReview',
      stepId: 'review',
      outcome: 'pass',
      opinion: 'o',
    });
  },
  'task-held': () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    scene.must('2026-09-15', 'caseOfficer', { type: 'claimTask', stepId: 'review' });
    return at(scene, 'caseOfficer', { type: 'claimTask', stepId: 'review' });
  },
  'task-not-held': () =>
    at(new Scene('2026-09-14').accepted('2026-09-14'), 'caseOfficer', {
      type: 'releaseTask',
      stepId: 'review',
      reason: 'r',
    }),
  'task-same-person': () =>
    at(new Scene('2026-09-14').accepted('2026-09-14'), 'caseOfficer', {
      type: 'handOverTask',
      stepId: 'review',
      to: 'caseOfficer',
      reason: 'r',
    }),
  'person-unknown': () => at(reviewed(), 'sectionChief', { ...toSomebody, to: 'nobody' }),
  'person-without-post': () => at(reviewed(), 'sectionChief', { ...toSomebody, to: 'stranger' }),
  'same-hand': () =>
    at(
      reviewed('plain'),
      { id: 'caseOfficer', posts: person('approver').posts },
      { ...decide, reasons: 'r', remedy: 'm' },
    ),
  'four-eyes': () => at(requested(twoPosts), twoPosts, { type: 'approveUntimedStep', stepId: 'experts' }),
  'step-not-open': () => at(filed(), 'approver', { ...decide, outcome: 'grant' }),
  'wrong-step-kind': () => at(filed(), 'windowClerk', { type: 'accept', stepId: 'intake', documentNo: '受1' }),
  'unknown-outcome': () =>
    at(new Scene('2026-09-14').accepted('2026-09-14'), 'caseOfficer', {
      type: 'finishReview',
      stepId: 'review',
      outcome: 'maybe',
      opinion: 'o',
    }),
  'materials-missing': () => at(filed(), 'windowClerk', { type: 'checkIn', stepId: 'intake', received: [] }),
  'nothing-to-receive': () => at(filed(), 'windowClerk', { type: 'receiveMaterials', received: ['proof'] }),
  'unknown-material': () =>
    at(filed(), 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan', 'other'] }),
  'competent-agency-required': () =>
    at(received(filed()), 'windowLead', {
      type: 'refuseAcceptance',
      stepId: 'acceptance',
      reasons: 'r',
      documentNo: '不受1',
    }),
  'opinion-required': () =>
    at(new Scene('2026-09-14').accepted('2026-09-14'), 'caseOfficer', {
      type: 'finishReview',
      stepId: 'review',
      outcome: 'pass',
      opinion: '',
    }),
  'experts-too-few': () => at(experts(), 'caseOfficer', { ...expertOpinion, experts: ['x', 'y'] }),
  'expert-not-independent': () => at(experts(), 'caseOfficer', { ...expertOpinion, officials: ['caseOfficer'] }),
  'inspectors-too-few': () =>
    at(site(), 'siteInspector', { type: 'finishInspection', stepId: 'site', ...held, inspectors: ['i'] }),
  'held-on-invalid': () =>
    at(site(), 'siteInspector', {
      type: 'finishInspection',
      stepId: 'site',
      ...held,
      heldOn: day('2026-09-14'),
      inspectors: ['i', 'j'],
    }),
  'presider-is-reviewer': () =>
    at(hearing(), 'hearingOfficer', { type: 'finishHearing', stepId: 'hearing', ...sat, presider: 'caseOfficer' }),
  'hearing-not-held': () =>
    at(hearing(), 'hearingOfficer', { type: 'finishHearing', stepId: 'hearing', ...sat, outcome: 'waived' }),
  'hearing-record-required': () =>
    at(hearing(), 'hearingOfficer', { type: 'finishHearing', stepId: 'hearing', ...sat, record: '' }),
  'hearing-notice-day-invalid': () => at(hearing(), 'hearingOfficer', { ...call, servedOn: day('2026-09-20') }),
  'hearing-told-too-late': () => at(hearing(), 'hearingOfficer', { ...call, hearingOn: day('2026-09-22') }),
  'hearing-not-called': () =>
    at(hearing(), 'hearingOfficer', { type: 'announceHearing', stepId: 'hearing', ...announced }),
  'hearing-not-as-called': () => {
    const scene = hearing();
    scene.must('2026-09-15', 'hearingOfficer', call);
    const order = { type: 'finishHearing', stepId: 'hearing', ...sat, heldOn: call.hearingOn, presider: 'q' } as const;
    return { ...at(scene, 'hearingOfficer', order), on: '2026-09-24' };
  },
  'hearing-still-to-come': () => {
    const scene = hearing();
    scene.must('2026-09-15', 'hearingOfficer', call);
    return at(scene, 'hearingOfficer', { type: 'finishHearing', stepId: 'hearing', ...sat });
  },
  'reasons-required': () => at(reviewed('plain'), 'approver', { ...decide, remedy: 'm' }),
  'remedy-required': () => at(reviewed('plain'), 'approver', { ...decide, reasons: 'r' }),
  'decision-not-granted': () => {
    const scene = new Scene('2026-09-14', {}, carelessFlow()).decided('2026-09-14', 'refuse');
    return at(scene, 'certificateClerk', { ...issue, validUntil: null });
  },
  'validity-invalid': () => at(decided(), 'certificateClerk', { ...issue, validUntil: day('2026-09-14') }),
  'e-delivery-without-consent': () =>
    at(decided('refuse'), 'certificateClerk', {
      type: 'deliver',
      stepId: 'delivery',
      mode: 'electronic',
      servedOn: day('2026-09-15'),
    }),
  'step-not-untimed': () =>
    at(new Scene('2026-09-14').accepted('2026-09-14'), 'caseOfficer', {
      type: 'requestUntimedStep',
      stepId: 'review',
      reason: 'r',
    }),
  'untimed-step-phase': () => at(reviewed(), 'caseOfficer', { type: 'startUntimedStep', stepId: 'experts' }),
  'notice-day-invalid': () => {
    const scene = requested(person('caseOfficer'));
    scene.must('2026-09-16', 'sectionChief', { type: 'approveUntimedStep', stepId: 'experts' });
    const early = { documentNo: '告1', servedOn: day('2026-09-15') } as const;
    return at(scene, 'caseOfficer', { type: 'recordNotice', stepId: 'experts', ...early });
  },
  'notice-required': () => {
    const scene = requested(person('caseOfficer'));
    scene.must('2026-09-15', 'sectionChief', { type: 'approveUntimedStep', stepId: 'experts' });
    return at(scene, 'caseOfficer', { type: 'startUntimedStep', stepId: 'experts' });
  },
  'extension-already-used': () => {
    const scene = reviewed();
    scene.must('2026-09-15', 'caseOfficer', extend);
    return at(scene, 'caseOfficer', extend);
  },
  'extension-not-requested': () => at(reviewed(), 'agencyHead', { type: 'approveExtension', documentNo: '延1' }),
  'extension-before-acceptance': () => at(filed(), 'caseOfficer', extend),
  'extension-after-decision': () => at(decided(), 'caseOfficer', extend),
  'extension-not-foreseen': () => {
    const fixed = { ...testFlow, limits: { ...testFlow.limits, extension: null } };
    return at(new Scene('2026-09-14', {}, fixed).accepted('2026-09-14'), 'caseOfficer', extend);
  },
  'extension-over-cap': () => at(reviewed(), 'caseOfficer', { ...extend, count: 11 }),
  'extension-too-late': () => at(reviewed(), 'caseOfficer', extend, '2026-10-17'),
  'withdraw-after-decision': () => at(decided(), 'windowClerk', { type: 'withdraw', statement: 's' }),
  'withdrawal-asked': () => {
    const scene = reviewed();
    scene.give('2026-09-18', applicantActor, { type: 'askWithdrawal', statement: 's' });
    return at(scene, applicantActor, { type: 'askWithdrawal', statement: 's' });
  },
  'unknown-warning': () => at(reviewed(), 'supervisor', { type: 'acknowledge', warningId: 'w' }),
  'warning-already-acknowledged': () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    scene.pass('2026-09-20');
    const warningId = scene.state.warnings[0]?.id ?? '';
    scene.must('2026-09-20', 'supervisor', { type: 'acknowledge', warningId });
    return at(scene, 'supervisor', { type: 'acknowledge', warningId }, '2026-09-20');
  },
  'nothing-to-remind': () => at(reviewed(), 'supervisor', { type: 'remind', stepId: 'review', note: 'n' }),
  'calendar-of-another-region': () =>
    at(filed(), systemActor, { type: 'adoptCalendar', revision: { region: '210000', revision: 2 } }),
  'calendar-not-covered': () =>
    at(
      new Scene('2036-11-24').accepted('2036-11-24'),
      'caseOfficer',
      { type: 'requestExtension', count: 10, reason: 'r' },
      '2036-11-24',
    ),
};

describe('a refusal', () => {
  it.each(rejectionCodes.filter((code) => !shell.includes(code)))(
    '%s is given in its scenario and changes nothing',
    (code) => {
      const scenario = new Map<string, Scenario>(Object.entries(scenarios)).get(code);
      expect(scenario, `a scenario for ${code}`).toBeDefined();
      if (!scenario) return;
      const { scene, on, who, order } = scenario();
      const [state, facts, world] = [structuredClone(scene.state), structuredClone(scene.facts), scene.world];

      const answer = scene.give(on, typeof who === 'string' ? person(who) : who, order);
      if (!isRejection(answer)) throw new Error(`${order.type} was accepted, but ${code} was expected`);
      expect(answer.code).toBe(code);
      expect(answer.detail).toMatch(/^expected .*, but .*/);
      expect(scene.state).toEqual(state);
      expect(scene.facts).toEqual(facts);
      expect(scene.world).toBe(world);
      expect(fold(caseId, scene.facts)).toEqual(state);
    },
  );

  it('leaves what is due to the next tick: the same order refused twice raises nothing', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    const order = { type: 'finishReview', stepId: 'review', outcome: 'maybe', opinion: 'o' } as const;
    expect(scene.refused('2026-10-12', 'caseOfficer', order)).toBe('unknown-outcome');
    expect(scene.refused('2026-10-12', 'caseOfficer', order)).toBe('unknown-outcome');
    expect(scene.raised()).toEqual([]);
    scene.pass('2026-10-12');
    expect(scene.raised()).toHaveLength(5);
  });

  it('of an unknown warning beside an open one names the warning', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    scene.pass('2026-09-20');
    expect(scene.refused('2026-09-20', 'supervisor', { type: 'acknowledge', warningId: 'w' })).toBe('unknown-warning');
  });

  it('a receipt the calendar does not hold is no case', () => {
    expect(() => new Scene('2036-12-30')).toThrow(/^expected .*, but it lies outside$/);
  });
});
