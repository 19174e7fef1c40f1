import { expect, it } from 'vitest';
import { documentKinds } from '../../../domain/documents/kind-names.ts';
import { toldOf } from '../../../domain/documents/told.ts';
import { handedOut } from '../../support/good-order.ts';
import { Scene, day } from '../../support/scene.ts';

it('tells notices at once, decisions and certificates once they are served, and never what is the agency’s own', () => {
  const scene = new Scene('2026-03-02').decided('2026-03-03', 'refuse');
  const [filed] = scene.facts;
  if (filed === undefined) throw new Error('expected a fact');
  const told = () => documentKinds.filter((kind) => toldOf(kind, filed, scene.facts) !== null);
  const served = ['grantDecision', 'refusalDecision', 'certificate'] as const;
  const never = ['serviceReturn', 'hearingRecord', 'passingSheet', 'statementNotice'] as const;
  const atOnce = documentKinds.filter((kind) => ![...served, ...never].some((one) => one === kind));
  expect(told()).toEqual(atOnce);
  const on = day('2026-03-06');
  scene.must('2026-03-06', 'certificateClerk', { type: 'deliver', stepId: 'delivery', ...handedOut, servedOn: on });
  expect(new Set(told())).toEqual(new Set([...atOnce, ...served]));
  expect(toldOf('refusalDecision', filed, scene.facts)).toEqual({ servedOn: on });
  expect(toldOf('acceptanceNotice', filed, scene.facts)).toEqual({ servedOn: null });
});

it('tells the correction of a decision not before the decision itself', () => {
  const scene = new Scene('2026-03-02').decided('2026-03-03');
  const seqOf = (type: string) => scene.facts.find(({ body }) => body.type === type)?.seq ?? 0;
  const correct = (documentSeq: number) => {
    const correction = { documentSeq, wrong: 'w', right: 'x', basis: 'e', documentNo: '更1' } as const;
    const [fact] = scene.must('2026-03-04', 'windowLead', { type: 'correctDocument', ...correction });
    return fact === undefined ? undefined : toldOf('correctionNotice', fact, scene.facts);
  };
  expect(correct(seqOf('DecisionMade'))).toBeNull();
  expect(correct(seqOf('CaseAccepted'))).toEqual({ servedOn: null });
});

it('tells the decision that revoked as soon as it is made, with the day of its own service once it was served', () => {
  const scene = new Scene('2026-03-02').undertaken('2026-03-03', '2026-03-05');
  scene.must('2026-03-06', 'caseOfficer', { type: 'proposeRevocation', ground: 'unqualified', reasons: 'r' });
  const words = { documentNo: '撤1', reasons: 'r', heard: 's', weighed: 'w', remedy: 'm' } as const;
  const [revoked] = scene.must('2026-03-09', 'approver', { type: 'revokeGrant', ...words });
  const told = () => revoked && toldOf('revocationDecision', revoked, scene.facts);
  expect(told()).toEqual({ servedOn: null });
  const servedOn = day('2026-03-10');
  scene.must('2026-03-10', 'certificateClerk', { type: 'serveRevocation', ...handedOut, servedOn });
  expect(told()).toEqual({ servedOn });
});
