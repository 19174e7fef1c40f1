import { describe, expect, it } from 'vitest';
import type { FactType } from '../../../domain/case/facts/index.ts';
import { documentOf } from '../../../domain/documents/compose.ts';
import { laterOf } from '../../../domain/documents/later.ts';
import { calling } from '../../support/papers.ts';
import { Scene, day } from '../../support/scene.ts';

/** What is told of the first document of a type of fact of a scene. */
function later(scene: Scene, type: FactType) {
  const fact = scene.facts.find(({ body }) => body.type === type);
  const kind = fact === undefined ? null : documentOf(fact.body);
  if (fact === undefined || kind === null) throw new Error(`expected a document of ${type}`);
  return laterOf(kind, fact, scene.facts);
}

describe('what came after a document', () => {
  it('is the end of the application for what stood on the way to the decision, and nothing for the receipt', () => {
    const scene = new Scene('2026-03-02').accepted('2026-03-03');
    expect(later(scene, 'CaseAccepted')).toBeNull();
    scene.must('2026-03-05', 'windowClerk', { type: 'withdraw', statement: 's' });
    expect(later(scene, 'CaseAccepted')).toEqual({ note: 'ended', on: '2026-03-05' });
    expect(later(scene, 'CaseFiled')).toBeNull();
    expect(later(scene, 'CaseWithdrawn')).toBeNull();
  });

  it('is another call for what told or announced the hearing before', () => {
    const scene = calling(new Scene('2026-03-02'));
    expect([later(scene, 'HearingCalled'), later(scene, 'HearingAnnounced')]).toEqual([null, null]);
    scene.must('2026-03-09', 'hearingOfficer', {
      type: 'callHearing',
      stepId: 'hearing',
      documentNo: '听4',
      servedOn: day('2026-03-09'),
      hearingOn: day('2026-03-24'),
      hearingAt: '14:00',
      hearingPlace: 'p',
      presider: 'presider',
    });
    const replaced = { note: 'replaced', on: '2026-03-09' };
    expect([later(scene, 'HearingCalled'), later(scene, 'HearingAnnounced')]).toEqual([replaced, replaced]);
    expect(later(scene, 'HearingRightTold')).toBeNull();
  });

  it('is an undertaking that was found untrue for the grant and the certificate that rest on it', () => {
    const scene = new Scene('2026-03-02').undertaken('2026-03-03', '2026-03-05');
    const check = { type: 'finishAfterCheck', stepId: 'afterCheck', heldOn: day('2026-03-09'), findings: 'f' } as const;
    expect(later(scene, 'DecisionMade')).toBeNull();
    scene.must('2026-03-10', 'caseOfficer', { ...check, outcome: 'fail' });
    const untrue = { note: 'untrue', on: '2026-03-09' };
    expect([later(scene, 'DecisionMade'), later(scene, 'CertificateIssued')]).toEqual([untrue, untrue]);
  });
});
