import { applyFacts } from '../../db/journal/apply.ts';
import { openOperations } from '../../db/seed/operations.ts';
import type { Filing } from '../../domain/case/filing.ts';
import type { TestApi } from './api.ts';
import { digestOf } from './driven-case.ts';
import { stored } from './played-case.ts';
import { Scene, day } from './scene.ts';

/** Applicants of cases that come one after another. */
export const company = {
  kind: 'organisation',
  name: '沈阳浑河供水有限公司',
  idType: 'uscc',
  idNo: '91210100MA0D3M0138',
};
export const stranger = { ...company, name: '大连另一家公司', idNo: '91210200MA0D3M0218' };

interface Told {
  readonly applicant?: object;
  readonly filing?: Partial<Filing>;
  /** What happens after the filing; it waits at the window where nothing does. */
  readonly after?: (scene: Scene) => unknown;
}

/** Stores a case of an applicant, filed today or on a day; its id. */
export async function storeOf(
  { database: { app, admin }, deps }: TestApi,
  caseNo: string,
  { applicant = company, filing = {}, after }: Told = {},
): Promise<string> {
  const content = JSON.stringify(applicant);
  const scene = new Scene('2026-03-02', { applicant: digestOf(content), ...filing });
  after?.(scene);
  const { caseId, facts } = stored(scene, caseNo);
  // The words first: what a case is found by is made of them when its first fact comes.
  await admin.query('INSERT INTO case_text (case_id, digest, content) VALUES ($1, $2, $3)', [
    caseId,
    digestOf(content),
    content,
  ]);
  await openOperations(app, caseId, facts);
  await applyFacts(app, deps.worlds, { caseId, facts });
  return caseId;
}

/** Grants a case and makes its certificate, good for five years. */
export function certified(scene: Scene, certificateNo: string): void {
  scene.reviewed('2026-03-03', 'plain');
  scene.must('2026-03-04', 'approver', {
    type: 'makeDecision',
    stepId: 'decision',
    outcome: 'grant',
    documentNo: '准1',
  });
  scene.must('2026-03-05', 'certificateClerk', {
    type: 'issueCertificate',
    stepId: 'certificate',
    certificateNo,
    validFrom: day('2026-03-05'),
    validUntil: day('2031-03-04'),
  });
}
