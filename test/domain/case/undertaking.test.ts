import { describe, expect, it } from 'vitest';
import { messageRowsOf } from '../../../db/projections/message-rows.ts';
import { outstanding } from '../../../domain/case/materials.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { handedOut } from '../../support/good-order.ts';
import { Scene, day, lineOf } from '../../support/scene.ts';

const checkIn = { type: 'checkIn', stepId: 'intake', received: [] } as const;
const accept = { type: 'accept', stepId: 'acceptance', documentNo: '受1' } as const;
const replace = (undertakenOn: string) =>
  ({
    type: 'replaceCertificates',
    stepId: 'intake',
    replaced: ['plan'],
    documentNo: '承1',
    undertakenOn: day(undertakenOn),
    undertaking: 'u',
    credit: 'clear',
  }) as const;
const check = { type: 'checkCertificates', checked: ['plan'], result: 'untrue', findings: 'f' } as const;
const grant = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;

/** Filed without its plan, for which the applicant's word may stand. */
const filed = () => new Scene('2026-09-14');
const reviewed = () => {
  const scene = filed();
  scene.must('2026-09-14', 'windowClerk', replace('2026-09-14'));
  scene.must('2026-09-14', 'windowClerk', checkIn);
  scene.must('2026-09-14', 'windowClerk', accept);
  scene.must('2026-09-15', 'caseOfficer', { type: 'finishReview', stepId: 'review', outcome: 'plain', opinion: 'o' });
  return scene;
};

describe('12.1.5: 证明事项承诺', () => {
  it('stands for the certificate: the case is checked in, accepted and granted as if it were there', () => {
    const scene = reviewed();
    expect(scene.all('CertificatesReplaced')).toMatchObject([{ replaced: ['plan'], undertakenOn: '2026-09-14' }]);
    expect([scene.state.received.includes('plan'), outstanding(scene.world, scene.state)]).toEqual([true, []]);
    scene.must('2026-09-16', 'approver', grant);
  });

  it('starts no clock and stops none', () => {
    const scene = filed();
    expect(scene.must('2026-09-14', 'windowClerk', replace('2026-09-14')).map(({ body }) => body.type)).toEqual([
      'CertificatesReplaced',
    ]);
  });

  it.each([
    ['a material that the guide does not name', { replaced: ['form'] }, 'not-replaceable'],
    ['nothing', { replaced: [] }, 'not-replaceable'],
    ['an applicant who is barred', { credit: 'barred' }, 'credit-barred'],
    ['a day to come', { undertakenOn: day('2026-09-16') }, 'undertaking-day-invalid'],
  ] as const)('is refused for %s', (_, change, code) => {
    expect(filed().refused('2026-09-15', 'windowClerk', { ...replace('2026-09-14'), ...change })).toBe(code);
  });

  it('is no matter of a case that is accepted, nor of a certificate that is there', () => {
    const scene = filed();
    scene.must('2026-09-14', 'windowClerk', { ...checkIn, received: ['plan'] });
    const late = { ...replace('2026-09-14'), stepId: 'acceptance' };
    expect(scene.refused('2026-09-14', 'windowClerk', late)).toBe('nothing-to-replace');
  });
});

describe('a check of an undertaking that stands for a certificate', () => {
  it('that finds it true settles it', () => {
    const scene = reviewed();
    scene.must('2026-09-16', 'caseOfficer', { ...check, result: 'confirmed' });
    expect(scene.refused('2026-09-16', 'caseOfficer', check)).toBe('nothing-to-check');
    scene.must('2026-09-16', 'approver', grant);
  });

  it('that finds it untrue asks for the certificate itself before a grant, and tells the supervisor', () => {
    const scene = reviewed();
    const facts = scene.must('2026-09-16', 'caseOfficer', check);
    expect(scene.findings()).toEqual(['undertaking-untrue null']);
    const told = messageRowsOf(facts, scene.world, scene.state);
    expect(told.map(({ kind, role }) => [kind, role])).toEqual([['FindingRecorded', 'supervisor']]);
    expect(scene.refused('2026-09-16', 'approver', grant)).toBe('materials-missing');
    scene.must('2026-09-17', 'windowClerk', { type: 'receiveMaterials', received: ['plan'] });
    scene.must('2026-09-17', 'approver', grant);
  });

  it('may come after the end, and then changes nothing of what was decided', () => {
    const scene = reviewed();
    scene.must('2026-09-16', 'approver', { ...grant, outcome: 'refuse', reasons: 'r', remedy: 'm' });
    const service = { type: 'deliver', stepId: 'delivery', ...handedOut, servedOn: day('2026-09-17') } as const;
    scene.must('2026-09-17', 'certificateClerk', service);
    expect(scene.state.status).toBe('closed');
    const before = scene.state.clocks;
    scene.must('2026-10-12', 'caseOfficer', check);
    expect([scene.state.status, scene.state.result, scene.state.clocks]).toEqual(['closed', 'refused', before]);
    expect(scene.refused('2026-10-12', 'caseOfficer', { ...check, checked: ['form'] })).toBe('nothing-to-check');
  });
});

describe('12.1.5: 许可承诺', () => {
  const order = {
    type: 'acceptUndertaking',
    stepId: 'acceptance',
    documentNo: '受1',
    undertakingNo: '诺1',
    undertakenOn: day('2026-09-14'),
    undertaking: 'u',
    credit: 'clear',
  } as const;
  const received = (flow = testFlow) => {
    const scene = new Scene('2026-09-14', {}, flow);
    scene.must('2026-09-14', 'windowClerk', { ...checkIn, received: ['plan'] });
    return scene;
  };

  it('opens the decision at once, which is due on the very day', () => {
    const scene = received();
    scene.must('2026-09-14', 'windowClerk', order);
    expect(scene.facts.slice(-8).map(lineOf)).toContain('StepOpened decision 2026-09-14');
    expect(['promised', 'statutory'].map((id) => scene.dueOn(id))).toEqual(['2026-09-14', '2026-10-16']);
    expect(scene.state.acceptedOn).toBe('2026-09-14');
    scene.must('2026-09-14', 'approver', grant);
    expect(scene.dueOn('afterCheck')).toBe('2026-10-16');
  });

  it('that is refused leaves nothing to check', () => {
    const scene = received();
    scene.must('2026-09-14', 'windowClerk', order);
    scene.must('2026-09-14', 'approver', { ...grant, outcome: 'refuse', reasons: 'r', remedy: 'm' });
    expect(scene.state.clocks.map(({ id }) => id)).not.toContain('afterCheck');
    const service = { type: 'deliver', stepId: 'delivery', ...handedOut, servedOn: day('2026-09-15') } as const;
    scene.must('2026-09-15', 'certificateClerk', service);
    expect(scene.state.status).toBe('closed');
  });

  it('is the applicant’s choice: without it the case is looked at and promised like every other', () => {
    const scene = received();
    scene.must('2026-09-14', 'windowClerk', accept);
    expect([scene.step('review').outcome, scene.dueOn('promised')]).toEqual([null, '2026-10-10']);
  });

  it('is not offered where the flow does not draw it, and refused to who is barred', () => {
    const { body } = testFlow;
    const blocks = (body.type === 'sequence' ? body.blocks : []).map((block) =>
      block.type === 'step' && block.step.kind === 'acceptance'
        ? { ...block, step: { ...block.step, outcomes: [{ id: 'accepted', title: 'accepted' }] } }
        : block,
    );
    const plain = received({ ...testFlow, body: { type: 'sequence', blocks } });
    expect(plain.refused('2026-09-14', 'windowClerk', order)).toBe('undertaking-not-offered');
    expect(received().refused('2026-09-14', 'windowClerk', { ...order, credit: 'barred' })).toBe('credit-barred');
  });

  it('answers nothing that silence has answered', () => {
    const scene = received();
    scene.pass('2026-09-21', '00:10');
    expect(scene.refused('2026-09-21', 'windowClerk', order)).toBe('accepted-by-silence');
    const unsure = received();
    unsure.pass('2026-09-21', '03:00');
    expect(unsure.refused('2026-09-21', 'windowClerk', order)).toBe('silence-to-confirm');
  });
});
