import { describe, expect, it } from 'vitest';

import { orderTitle } from '../../../domain/case/acts/index.ts';
import type { Order } from '../../../domain/case/acts/index.ts';
import { recordOf } from '../../../domain/case/facts/index.ts';
import { bruteForce } from '../../support/brute-force-clock.ts';
import { expertOpinion, handedOut } from '../../support/good-order.ts';
import { Scene, day, lineOf, person } from '../../support/scene.ts';

const orders = {
  review: { type: 'finishReview', stepId: 'review', outcome: 'pass', opinion: 'o' },
  experts: expertOpinion,
  site: {
    type: 'finishInspection',
    stepId: 'site',
    outcome: 'pass',
    heldOn: day('2026-10-13'),
    inspectors: ['i', 'j'],
    findings: 'f',
  },
  grant: { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' },
  refuse: { type: 'makeDecision', stepId: 'decision', outcome: 'refuse', documentNo: '决1', reasons: 'r', remedy: 'm' },
  certificate: {
    type: 'issueCertificate',
    stepId: 'certificate',
    certificateNo: '证1',
    validFrom: day('2026-10-16'),
    validUntil: null,
  },
  deliver: { type: 'deliver', stepId: 'delivery', ...handedOut, servedOn: day('2026-10-21') },
} as const satisfies Record<string, Order>;

const due = (startedOn: string, count: number, stops: { from: string; to: string | null }[] = []) => {
  const answer = bruteForce({ startedOn, limit: { count, unit: 'workday' }, stops });
  return answer === 'calendar-not-covered' ? answer : answer.dueOn;
};
const openSteps = (scene: Scene) => scene.state.steps.filter((step) => step.outcome === null).map((step) => step.id);

describe('a case from receipt to delivery', () => {
  it('starts with the notice clock from the day of receipt and the first step open', () => {
    const scene = new Scene('2026-09-11', { receivedOn: day('2026-09-10') });
    expect(scene.facts.map(lineOf)).toEqual([
      'CaseFiled',
      'StepOpened intake 2026-09-11',
      'ClockStarted notice 2026-09-10',
      'DeadlineSet notice 2026-09-17 2026-09-11',
    ]);
  });

  it('runs two clocks from acceptance and opens the review with its own', () => {
    const scene = new Scene('2026-09-14');
    scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    const facts = scene.must('2026-09-14', 'windowClerk', {
      type: 'accept',
      stepId: 'acceptance',
      documentNo: '受1',
    });
    expect(facts.map(lineOf)).toEqual([
      'CaseAccepted acceptance 2026-09-14',
      'StepFinished acceptance accepted',
      'ClockEnded notice 2026-09-14',
      'ClockStarted statutory 2026-09-14',
      'DeadlineSet statutory 2026-10-16 2026-09-14',
      'ClockStarted promised 2026-09-14',
      'DeadlineSet promised 2026-10-10 2026-09-14',
      'StepOpened review 2026-09-14',
      'ClockStarted step:review review 2026-09-14',
      'DeadlineSet step:review 2026-09-18 2026-09-14',
    ]);
  });

  it('stops with each basis what that basis may stop, as a union, and joins both branches', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    scene.must('2026-09-16', 'caseOfficer', orders.review);
    expect(openSteps(scene)).toEqual(['experts', 'site']);

    scene.started('2026-09-21', 'experts', 'caseOfficer');
    expect([scene.told('statutory'), scene.told('promised')]).toEqual([null, null]);
    expect(scene.dueOn('promise:experts')).toBe('2026-10-12');
    scene.started('2026-09-22', 'site', 'siteInspector');
    expect(scene.clock('statutory').stops.map((stop) => stop.stepId)).toEqual(['experts']);
    expect(scene.clock('promised').stops.map((stop) => stop.stepId)).toEqual(['experts', 'site']);

    scene.pass('2026-10-09');
    const ended = scene.must('2026-10-09', 'caseOfficer', orders.experts);
    expect(ended.map(lineOf)).toEqual([
      'ExpertReviewFinished experts pass 2026-10-09',
      'StepFinished experts pass',
      'ClockEnded promise:experts 2026-10-09',
      'ClockResumed statutory experts 2026-10-09',
      'DeadlineSet statutory 2026-10-28 2026-10-09',
      'ClockResumed promised experts 2026-10-09',
    ]);
    expect(scene.dueOn('promised')).toBeNull();
    expect(openSteps(scene)).toEqual(['site']);

    scene.must('2026-10-13', 'siteInspector', orders.site);
    expect(openSteps(scene)).toEqual(['decision']);
    expect(scene.dueOn('statutory')).toBe('2026-10-28');
    expect(scene.dueOn('statutory')).toBe(due('2026-09-14', 20, [{ from: '2026-09-21', to: '2026-10-09' }]));
    expect(scene.dueOn('promised')).toBe('2026-10-26');
    const both = [
      { from: '2026-09-21', to: '2026-10-09' },
      { from: '2026-09-22', to: '2026-10-13' },
    ];
    expect(scene.dueOn('promised')).toBe(due('2026-09-14', 15, both));
  });

  it('ends the case clocks with the decision and the delivery clock with the service', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    scene.must('2026-09-16', 'caseOfficer', { ...orders.review, outcome: 'plain' });
    scene.pass('2026-10-09');
    expect(scene.must('2026-10-09', 'approver', orders.grant).map(lineOf)).toEqual([
      'DecisionMade decision grant 2026-10-09',
      'StepFinished decision grant',
      'ClockEnded statutory 2026-10-09',
      'ClockEnded promised 2026-10-09',
      'ClockStarted delivery 2026-10-09',
      'DeadlineSet delivery 2026-10-22 2026-10-09',
      'StepOpened certificate 2026-10-09',
    ]);
    scene.must('2026-10-20', 'certificateClerk', orders.certificate);
    expect(scene.state.certificateNo).toBe('证1');
    expect(scene.must('2026-10-22', 'certificateClerk', orders.deliver).map(lineOf)).toEqual([
      'Delivered delivery 2026-10-21',
      'StepFinished delivery delivered',
      'ClockEnded delivery 2026-10-21',
      'CaseClosed granted',
    ]);
    expect(scene.state).toMatchObject({
      status: 'closed',
      result: 'granted',
      decision: 'grant',
      decidedOn: '2026-10-09',
    });
    expect(scene.state.clocks.every((clock) => clock.endedOn !== null)).toBe(true);
  });

  it('dates service, an inspection and their facts to the day they happened, known only later', () => {
    const scene = new Scene('2026-09-14').decided('2026-09-14');
    scene.must('2026-09-14', 'certificateClerk', { ...orders.certificate, validFrom: day('2026-09-14') });
    scene.must('2026-09-22', 'certificateClerk', { ...orders.deliver, servedOn: day('2026-09-16') });
    const delivered = scene.facts.find((fact) => fact.body.type === 'Delivered');
    expect(new Date(delivered?.at ?? 0).toISOString()).toBe('2026-09-15T16:00:00.000Z');
    expect(new Date(delivered?.recordedAt ?? 0).toISOString()).toBe('2026-09-22T02:00:00.000Z');
  });

  it('trap 15: refuses a permit with reasons and remedy, skips the certificate and still delivers', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'plain');
    scene.must('2026-09-15', 'approver', orders.refuse);
    expect(scene.all('DecisionMade')[0]).toMatchObject({ outcome: 'refuse', reasons: 'r', remedy: 'm' });
    expect(openSteps(scene)).toEqual(['delivery']);
    expect(scene.dueOn('delivery')).toBe(due('2026-09-15', 10));
    scene.must('2026-09-16', 'certificateClerk', { ...orders.deliver, servedOn: day('2026-09-16') });
    expect(scene.state).toMatchObject({ status: 'closed', result: 'refused', certificateNo: null });
  });

  const answers = {
    notNeeded: { type: 'answerNotNeeded' },
    notCompetent: { type: 'refuseAcceptance', competentAgency: 'agency' },
  } as const;
  const told = { reasons: 'r', remedy: 'm', documentNo: '不受1' };
  const by = { notNeeded: 'windowClerk', notCompetent: 'windowLead' } as const;
  const facts = { notNeeded: 'PermitNotNeeded', notCompetent: 'AcceptanceRefused' } as const;

  it.each(['notNeeded', 'notCompetent'] as const)('T4, T5: closes without starting a case clock: %s', (result) => {
    const scene = new Scene('2026-09-14');
    scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    const order = { ...answers[result], stepId: 'acceptance', ...told };
    expect(scene.must('2026-09-15', by[result], order).map(lineOf)).toEqual([
      `${facts[result]} acceptance`,
      `StepFinished acceptance ${result}`,
      'ClockEnded notice 2026-09-15',
      `CaseClosed ${result}`,
    ]);
  });

  it.each(['notNeeded', 'notCompetent'] as const)(
    'fault B7: is told at once, while materials are missing, with the remedy: %s',
    (result) => {
      const scene = new Scene('2026-09-14');
      expect(scene.refused('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: [] })).toBe(
        'materials-missing',
      );
      const order = { ...answers[result], stepId: 'intake', ...told };
      expect(scene.must('2026-09-14', by[result], order).map(lineOf)).toEqual([
        `${facts[result]} intake`,
        `StepFinished intake ${result}`,
        'ClockEnded notice 2026-09-14',
        `CaseClosed ${result}`,
      ]);
      expect(scene.all(facts[result])[0]).toMatchObject({ reasons: 'r', remedy: 'm' });
    },
  );

  it('fault B7, trap 12: 不受理 and 不予受理 are two words on button and timeline', () => {
    const words = Object.values(answers).map(({ type }) => orderTitle(type));
    expect(words).toEqual(['不受理', '不予受理']);
    expect(Object.values(facts).map((type) => recordOf(type).title.zh)).toEqual(words);
  });

  it('was told without a remedy before rules 4: cases under older rules replay as they were', () => {
    const scene = new Scene('2026-09-14');
    scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    scene.state = { ...scene.state, rules: 3, filedUnder: 3 };
    const old = { ground: 'notNeeded', reasons: 'r', documentNo: '不受1' } as const;
    scene.give(
      '2026-09-15',
      person('windowClerk'),
      { type: 'refuseAcceptance', stepId: 'acceptance', ...old },
      { rules: 3 },
    );
    expect(scene.all('AcceptanceRefused')).toEqual([
      { type: 'AcceptanceRefused', stepId: 'acceptance', competentAgency: null, ...old },
    ]);
  });

  it('ends by withdrawal before the decision: open steps, stopped clocks and all', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14').started('2026-09-16', 'experts', 'caseOfficer');
    expect(scene.must('2026-09-18', 'windowClerk', { type: 'withdraw', statement: 's' }).map(lineOf)).toEqual([
      'ClockLapsed start:site 2026-09-17',
      'WarningRaised start:site R6 2026-09-17 2026-09-18',
      'CaseWithdrawn',
      'StepFinished experts ended',
      'StepFinished site ended',
      'ClockEnded statutory 2026-09-18',
      'ClockEnded promised 2026-09-18',
      'ClockEnded start:site 2026-09-18',
      'ClockEnded promise:experts 2026-09-18',
      'CaseClosed withdrawn',
    ]);
    expect(scene.pass('2027-03-01')).toEqual([]);
  });

  it('cannot be withdrawn once it was decided', () => {
    const scene = new Scene('2026-09-14').decided('2026-09-14');
    expect(scene.refused('2026-09-15', 'windowClerk', { type: 'withdraw', statement: 's' })).toBe(
      'withdraw-after-decision',
    );
  });

  it('changes contact and consent as a fact and moves no clock', () => {
    const scene = new Scene('2026-09-14').decided('2026-09-14', 'refuse');
    const electronic = {
      type: 'deliver',
      stepId: 'delivery',
      mode: 'electronic',
      medium: 'm',
      servedOn: day('2026-09-15'),
    } as const;
    expect(scene.refused('2026-09-15', 'certificateClerk', electronic)).toBe('e-delivery-without-consent');
    const change = { type: 'changeContact', contact: 'c2', address: 'd2', eDelivery: true } as const;
    expect(scene.must('2026-09-15', 'windowClerk', change).map((fact) => fact.body)).toEqual([
      { type: 'ContactChanged', contact: 'c2', address: 'd2', eDelivery: true },
    ]);
    scene.must('2026-09-15', 'certificateClerk', electronic);
    expect(scene.state.result).toBe('refused');
  });

  it('keeps the agent apart from the applicant', () => {
    const scene = new Scene('2026-09-14', { applicant: 'company', agent: 'agent' });
    expect(scene.all('CaseFiled')[0]?.filing).toMatchObject({ applicant: 'company', agent: 'agent' });
    expect(scene.state.filing).toMatchObject({ applicant: 'company', agent: 'agent' });
  });

  it('lets messages reach a closed case, and nothing else', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    scene.pass('2026-10-12');
    const [warning] = scene.all('WarningRaised');
    scene.must('2026-10-12', 'windowClerk', { type: 'withdraw', statement: 's' });
    scene.must('2026-10-13', 'supervisor', { type: 'acknowledge', warningId: warning?.warningId ?? '', note: 'n' });
    expect(scene.state.warnings[0]?.acknowledgedBy).toBe('supervisor');
    expect(scene.refused('2026-10-13', 'supervisor', { type: 'remind', stepId: 'review', note: 'n' })).toBe(
      'case-closed',
    );
  });
});
