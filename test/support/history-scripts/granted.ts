import { readHead } from '../../../db/journal/head.ts';
import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { accepted, changeContact, digestOf, official, reviewed, started } from '../driven-case.ts';
import type { DrivenCase } from '../driven-case.ts';
import { uuidOf } from '../played-case.ts';
import type { TestProduct } from '../temporal.ts';
import { fastForward } from '../time-skipping.ts';
import { until } from '../until.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

const dayMs = 86_400_000;

/** Experts and inspection side by side, warnings by the durable timer, a supervisor, an extension, certificate, delivery. */
export const granted: Script = async (product, it) => {
  const today = () => civilDateOf(product.now());
  await accepted(it);
  await it.must('windowClerk', changeContact('new contact'));
  await reviewed(it, 'pass');
  await it.must('caseOfficer', { type: 'requestUntimedStep', stepId: 'experts', reason: words.reason });
  await it.must('sectionChief', { type: 'declineUntimedStep', stepId: 'experts', reason: words.reason });
  await started(it, { stepId: 'experts', by: 'caseOfficer', on: today() });
  await fastForward(product, it.caseId, 30 * dayMs);
  const warningId = await firstWarning(product, it);
  await it.must('supervisor', { type: 'acknowledge', warningId, note: words.note });
  await it.must('supervisor', { type: 'remind', stepId: 'experts', note: words.note });
  await it.must('caseOfficer', {
    type: 'finishExpertReview',
    stepId: 'experts',
    outcome: 'pass',
    heldOn: today(),
    opinion: words.opinion,
    experts: ['a', 'b', 'c'].map(digestOf),
    officials: [],
  });
  await extended(it);
  await started(it, { stepId: 'site', by: 'siteInspector', on: today() });
  await it.must('siteInspector', {
    type: 'finishInspection',
    stepId: 'site',
    outcome: 'pass',
    heldOn: today(),
    inspectors: ['a', 'b'].map(uuidOf),
    findings: digestOf('findings'),
  });
  await product.gateway.advance({ days: 1, actor: official('systemAdmin') });
  await delivered(it, civilDateOf(product.now() + dayMs));
};

/** Asked for twice: declined, then approved. */
async function extended(it: DrivenCase): Promise<void> {
  await it.must('caseOfficer', { type: 'requestExtension', count: 5, reason: words.reason });
  await it.must('agencyHead', { type: 'declineExtension', reason: words.reason });
  await it.must('caseOfficer', { type: 'requestExtension', count: 5, reason: words.reason });
  await it.must('agencyHead', { type: 'approveExtension', documentNo: '延1' });
}

/** Decision, certificate and delivery on one day. */
async function delivered(it: DrivenCase, on: ReturnType<typeof civilDateOf>): Promise<void> {
  await it.must('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' });
  await it.must('certificateClerk', {
    type: 'issueCertificate',
    stepId: 'certificate',
    certificateNo: '证1',
    validFrom: on,
    validUntil: null,
  });
  const sent = { mode: 'electronic', medium: digestOf('medium'), servedOn: on } as const;
  await it.must('certificateClerk', { type: 'deliver', stepId: 'delivery', ...sent });
}

async function firstWarning(product: TestProduct, { caseId }: DrivenCase): Promise<string> {
  return until('a warning', async () => (await readHead(product.db, caseId))?.state.warnings[0]?.id);
}
