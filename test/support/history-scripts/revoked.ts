import type { WithFiles } from '../../../domain/case/files-taken.ts';
import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { serviceSignature } from '../../../domain/files/signature-place.ts';
import { accepted, digestOf, reviewed } from '../driven-case.ts';
import type { DrivenCase } from '../driven-case.ts';
import type { TestProduct } from '../temporal.ts';
import { taken, words } from './script.ts';
import type { Script } from './script.ts';

/** Granted and served; then, on a closed case, a document is corrected, and the permit revoked at the second proposal. */
export const revoked: Script = async (product, it) => {
  await served(product, it);
  await revoke(it);
};

/** Served to who signed on the screen of the window; revoked, and the decision that revokes is served too. */
export const revocationServed: Script = async (product, it) => {
  await served(product, it, { files: [{ id: serviceSignature.id, sha256: digestOf('signature') }] });
  await revoke(it);
  const servedOn = civilDateOf(product.now());
  await it.must('certificateClerk', { type: 'serveRevocation', ...taken, servedOn });
};

async function revoke(it: DrivenCase): Promise<void> {
  const basis = digestOf('basis');
  const slip = { documentSeq: 1, wrong: words.reason, right: words.note, basis, documentNo: '更1' } as const;
  await it.must('windowLead', { type: 'correctDocument', ...slip });
  const proposal = { type: 'proposeRevocation', ground: 'unqualified', reasons: words.reason } as const;
  await it.must('caseOfficer', proposal);
  await it.must('approver', { type: 'declineRevocation', reason: words.note });
  await it.must('caseOfficer', proposal);
  const decision = { heard: words.opinion, weighed: words.note, remedy: digestOf('remedy'), documentNo: '撤1' };
  await it.must('deputyHead', { type: 'revokeGrant', reasons: words.reason, ...decision });
}

/** The agency above revokes what was granted and served. */
export const revokedAbove: Script = async (product, it) => {
  await served(product, it);
  const revokedOn = civilDateOf(product.now());
  const above = { ground: 'beyondPower', superior: digestOf('superior'), superiorNo: '省撤1', revokedOn } as const;
  await it.must('agencyHead', { type: 'recordSuperiorRevocation', ...above });
};

async function served(product: TestProduct, it: DrivenCase, signed: WithFiles = {}): Promise<void> {
  const on = civilDateOf(product.now());
  await accepted(it);
  await reviewed(it, 'plain');
  await it.must('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' });
  const certificate = { certificateNo: '证1', validFrom: on, validUntil: null } as const;
  await it.must('certificateClerk', { type: 'issueCertificate', stepId: 'certificate', ...certificate });
  await it.must('certificateClerk', { type: 'deliver', stepId: 'delivery', ...taken, servedOn: on, ...signed });
}
