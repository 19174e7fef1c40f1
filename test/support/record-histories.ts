import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readHead } from '../../db/journal/head.ts';
import { civilDateOf } from '../../domain/clock/civil-date.ts';
import { workflowId } from '../../workflows/messages.ts';
import { accepted, changeContact, digestOf, drivenCase, official, reviewed, started } from './driven-case.ts';
import type { DrivenCase } from './driven-case.ts';
import { historiesDir, saveHistories } from './histories.ts';
import { publishTestFlow, uuidOf } from './played-case.ts';
import { openTestProduct } from './temporal.ts';
import type { TestProduct } from './temporal.ts';
import { fastForward } from './time-skipping.ts';
import { until } from './until.ts';

const dayMs = 86_400_000;
const words = { reason: digestOf('reason'), opinion: digestOf('opinion'), note: digestOf('note') };

/** Records the corpus anew on real servers: `node --import tsx test/support/record-histories.ts`. */
async function recordAll(): Promise<void> {
  for (const file of readdirSync(historiesDir)) {
    if (file.endsWith('.json')) rmSync(join(historiesDir, file));
  }
  const scenarios = { granted, heard, notNeeded, withdrawn };
  for (const [name, play] of Object.entries(scenarios)) {
    const product = await openTestProduct({ maxEvents: 80 });
    try {
      await publishTestFlow(product.admin);
      await product.startWorker();
      const it = await drivenCase(product);
      await play(product, it);
      process.stdout.write(`${(await saveHistories(product.client, { caseId: it.caseId, name })).join(' ')}\n`);
    } finally {
      await product.close();
    }
  }
}

/** Experts and inspection side by side, warnings by the durable timer, a supervisor, an extension, certificate, delivery. */
async function granted(product: TestProduct, it: DrivenCase): Promise<void> {
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
  const experts = ['a', 'b', 'c'].map(digestOf);
  const { opinion } = words;
  await it.must('caseOfficer', {
    type: 'finishExpertReview',
    stepId: 'experts',
    outcome: 'pass',
    opinion,
    experts,
    officials: [],
  });
  await it.must('caseOfficer', { type: 'requestExtension', count: 5, reason: words.reason });
  await it.must('agencyHead', { type: 'declineExtension', reason: words.reason });
  await it.must('caseOfficer', { type: 'requestExtension', count: 5, reason: words.reason });
  await it.must('agencyHead', { type: 'approveExtension', documentNo: '延1' });
  await started(it, { stepId: 'site', by: 'siteInspector', on: today() });
  const inspectors = ['a', 'b'].map(uuidOf);
  const findings = digestOf('findings');
  await it.must('siteInspector', {
    type: 'finishInspection',
    stepId: 'site',
    outcome: 'pass',
    heldOn: today(),
    inspectors,
    findings,
  });
  await product.gateway.advance({ days: 1, actor: official('systemAdmin') });
  const on = civilDateOf(product.now() + dayMs);
  await it.must('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' });
  const validity = { validFrom: on, validUntil: null };
  await it.must('certificateClerk', {
    type: 'issueCertificate',
    stepId: 'certificate',
    certificateNo: '证1',
    ...validity,
  });
  await it.must('certificateClerk', { type: 'deliver', stepId: 'delivery', mode: 'electronic', servedOn: on });
  await ended(product, it);
}

/** A hearing, and a refusal with reasons and remedy. */
async function heard(product: TestProduct, it: DrivenCase): Promise<void> {
  await accepted(it);
  await reviewed(it, 'hearing');
  const today = civilDateOf(product.now());
  await started(it, { stepId: 'hearing', by: 'hearingOfficer', approver: 'deputyHead', on: today });
  const held = { heldOn: today, presider: uuidOf('presider'), record: digestOf('record') };
  await it.must('hearingOfficer', { type: 'finishHearing', stepId: 'hearing', outcome: 'held', ...held });
  const answer = { documentNo: '决2', reasons: words.reason, remedy: digestOf('remedy') };
  await it.must('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'refuse', ...answer });
  await it.must('certificateClerk', { type: 'deliver', stepId: 'delivery', mode: 'collected', servedOn: today });
  await ended(product, it);
}

async function notNeeded(product: TestProduct, it: DrivenCase): Promise<void> {
  await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  const answer = { ground: 'notNeeded', reasons: words.reason, documentNo: '不受1' } as const;
  await it.must('windowClerk', { type: 'refuseAcceptance', stepId: 'acceptance', ...answer });
  await ended(product, it);
}

/** Past its limits, then withdrawn. */
async function withdrawn(product: TestProduct, it: DrivenCase): Promise<void> {
  await accepted(it);
  await fastForward(product, it.caseId, 50 * dayMs);
  await it.must('windowClerk', { type: 'withdraw', statement: digestOf('statement') });
  await ended(product, it);
}

async function firstWarning(product: TestProduct, { caseId }: DrivenCase): Promise<string> {
  return until('a warning', async () => (await readHead(product.db, caseId))?.state.warnings[0]?.id);
}

async function ended(product: TestProduct, { caseId }: DrivenCase): Promise<void> {
  await product.client.workflow.getHandle(workflowId(caseId)).result();
}

await recordAll();
