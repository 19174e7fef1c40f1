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
    expect(later(scene, 'CaseAccepted')).toEqual([]);
    scene.must('2026-03-05', 'windowClerk', { type: 'withdraw', statement: 's' });
    expect(later(scene, 'CaseAccepted')).toEqual([{ note: 'ended', on: '2026-03-05', number: null }]);
    expect(later(scene, 'CaseFiled')).toEqual([]);
    expect(later(scene, 'CaseWithdrawn')).toEqual([]);
  });

  it('is another call for what told or announced the hearing before', () => {
    const scene = calling(new Scene('2026-03-02'));
    expect([later(scene, 'HearingCalled'), later(scene, 'HearingAnnounced')]).toEqual([[], []]);
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
    const replaced = [{ note: 'replaced', on: '2026-03-09', number: null }];
    expect([later(scene, 'HearingCalled'), later(scene, 'HearingAnnounced')]).toEqual([replaced, replaced]);
    expect(later(scene, 'HearingRightTold')).toEqual([]);
  });

  it('is an undertaking that was found untrue for the grant and the certificate that rest on it', () => {
    const scene = new Scene('2026-03-02').undertaken('2026-03-03', '2026-03-05');
    const check = { type: 'finishAfterCheck', stepId: 'afterCheck', heldOn: day('2026-03-09'), findings: 'f' } as const;
    expect(later(scene, 'DecisionMade')).toEqual([]);
    scene.must('2026-03-10', 'caseOfficer', { ...check, outcome: 'fail' });
    const untrue = [{ note: 'untrue', on: '2026-03-09', number: null }];
    expect([later(scene, 'DecisionMade'), later(scene, 'CertificateIssued')]).toEqual([untrue, untrue]);
  });

  it('is a correction for the document it names alone, and a revocation for grant and certificate, each with its number', () => {
    const scene = new Scene('2026-03-02').undertaken('2026-03-03', '2026-03-05');
    const documentSeq = scene.facts.find(({ body }) => body.type === 'DecisionMade')?.seq ?? 0;
    const slip = { documentSeq, wrong: 'w', right: 'x', basis: 'e', documentNo: '更1' } as const;
    const words = { documentNo: '撤1', reasons: 'r', heard: 's', weighed: 'w', remedy: 'm' } as const;
    scene.must('2026-03-06', 'windowLead', { type: 'correctDocument', ...slip });
    scene.must('2026-03-09', 'caseOfficer', { type: 'proposeRevocation', ground: 'deceit', reasons: 'r' });
    scene.must('2026-03-10', 'approver', { type: 'revokeGrant', ...words });
    const corrected = { note: 'corrected', on: '2026-03-06', number: '更1' };
    const revoked = { note: 'revoked', on: '2026-03-10', number: '撤1' };
    expect(later(scene, 'DecisionMade')).toEqual([corrected, revoked]);
    expect(later(scene, 'CertificateIssued')).toEqual([revoked]);
    expect(later(scene, 'AcceptedOnUndertaking')).toEqual([]);
  });

  it('from above counts since the day of its decision', () => {
    const scene = new Scene('2026-03-02').undertaken('2026-03-03', '2026-03-05');
    const above = { ground: 'deceit', superior: 'a', superiorNo: '省撤3', revokedOn: day('2026-03-06') } as const;
    scene.must('2026-03-10', 'agencyHead', { type: 'recordSuperiorRevocation', ...above });
    expect(later(scene, 'CertificateIssued')).toEqual([{ note: 'revoked', on: '2026-03-06', number: '省撤3' }]);
  });
});
