import { describe, expect, it } from 'vitest';
import { allowed } from '../../../domain/case/allowed.ts';
import { Scene, day, person } from '../../support/scene.ts';

const online = { channel: 'online', identity: 'unverified' } as const;
const checkIn = { type: 'checkIn', stepId: 'intake', received: ['plan'] } as const;
const accept = { type: 'accept', stepId: 'acceptance', documentNo: '受1' } as const;
const verify = { type: 'verifyIdentity', proof: 'document', verifiedOn: day('2026-09-15') } as const;
const grant = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;

/** Filed online by somebody whom nobody has verified, and checked in. */
const filed = () => {
  const scene = new Scene('2026-09-14', online);
  scene.must('2026-09-15', 'windowClerk', checkIn);
  return scene;
};
const refusalOf = (scene: Scene, order: string) => {
  const { world, state } = scene;
  const offers = allowed({ world, state, actor: person('windowClerk'), today: day('2026-09-15') });
  return offers.find((offer) => offer.order === order)?.refusedBecause?.code ?? null;
};

describe('12.1.8: filing online is a pre-check that the counter verifies', () => {
  it('accepts once the window has verified who filed, and keeps how and when', () => {
    const scene = filed();
    expect(scene.refused('2026-09-15', 'windowClerk', accept)).toBe('identity-not-verified');
    expect(refusalOf(scene, 'accept')).toBe('identity-not-verified');
    scene.must('2026-09-15', 'windowClerk', verify);
    expect(scene.state.identity).toEqual({ proof: 'document', verifiedOn: '2026-09-15' });
    scene.must('2026-09-15', 'windowClerk', accept);
    expect(scene.state.acceptedOn).toBe('2026-09-15');
  });

  it('takes no undertaking of somebody unknown', () => {
    const scene = new Scene('2026-09-14', { ...online, materials: [] });
    const given = { undertakenOn: day('2026-09-14'), undertaking: 'u', credit: 'clear', documentNo: '容1' } as const;
    const defer = { type: 'deferMaterials', stepId: 'intake', deferred: ['proof'], ...given } as const;
    const replace = { type: 'replaceCertificates', stepId: 'intake', replaced: ['plan'], ...given } as const;
    expect(scene.refused('2026-09-14', 'windowClerk', defer)).toBe('identity-not-verified');
    expect(scene.refused('2026-09-14', 'windowClerk', replace)).toBe('identity-not-verified');
    const onWord = { type: 'acceptUndertaking', stepId: 'acceptance', undertakingNo: '诺1', ...given } as const;
    expect(filed().refused('2026-09-15', 'windowClerk', onWord)).toBe('identity-not-verified');
  });

  it('does not ask what was filed at the window, also where a clerk enters what came online', () => {
    const scene = new Scene('2026-09-14', { channel: 'online' });
    scene.must('2026-09-15', 'windowClerk', checkIn);
    expect(scene.refused('2026-09-15', 'windowClerk', verify)).toBe('no-identity-to-verify');
    scene.must('2026-09-15', 'windowClerk', accept);
  });

  it('silence still accepts, because the clock of the law runs; but nothing is granted before', () => {
    const scene = filed();
    scene.pass('2026-09-21', '00:10');
    expect(scene.state.acceptedOn).toBe('2026-09-14');
    scene.must('2026-09-21', 'windowClerk', accept);
    scene.must('2026-09-21', 'caseOfficer', { type: 'finishReview', stepId: 'review', outcome: 'plain', opinion: 'o' });
    expect(scene.refused('2026-09-21', 'approver', grant)).toBe('identity-not-verified');
    scene.must('2026-09-21', 'windowLead', { ...verify, verifiedOn: day('2026-09-21') });
    scene.must('2026-09-21', 'approver', grant);
  });

  it('is dated between the receipt and today', () => {
    const late = { ...verify, verifiedOn: day('2026-09-16') } as const;
    expect(filed().refused('2026-09-15', 'windowClerk', late)).toBe('identity-day-invalid');
  });

  it('verifies once', () => {
    const scene = filed();
    scene.must('2026-09-15', 'windowClerk', verify);
    expect(scene.refused('2026-09-15', 'windowClerk', verify)).toBe('no-identity-to-verify');
  });
});
