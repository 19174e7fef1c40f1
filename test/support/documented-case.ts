import { applyFacts } from '../../db/journal/apply.ts';
import { openOperations } from '../../db/seed/operations.ts';
import type { TestApi } from './api.ts';
import { digestOf } from './driven-case.ts';
import { publishTestFlow, stored, testGuide } from './played-case.ts';
import { Scene } from './scene.ts';

/** Who applies for the cases with documents. */
export const documentApplicant = '沈阳浑河供水有限公司';

/** The words behind the marks of a case with documents. */
export const documentWords = {
  applicant: JSON.stringify({
    kind: 'organisation',
    name: documentApplicant,
    idType: 'uscc',
    idNo: '91210100MA0000000X',
  }),
  reasons: '取水点位于地下水禁采区',
  remedy: '可自收到决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼',
};

/** The flow of the tests in force, its item with a guide that says whom to ask. */
export async function publishDocumented({ database: { admin } }: TestApi): Promise<void> {
  await publishTestFlow(admin);
}

/** The guide of its item as it was published. */
export async function restoreGuide({ database: { admin } }: { database: Pick<TestApi['database'], 'admin'> }) {
  await admin.query(`UPDATE item SET guide = $1 WHERE name = '测试事项'`, [JSON.stringify(testGuide)]);
}

/** A case that was accepted and, unless `isDecided` is false, refused, and what `after` lets happen; with the words `told` of it. Its id. */
export async function storeDocumented(
  { database: { app, admin }, deps }: TestApi,
  o: {
    readonly caseNo: string;
    readonly isDecided?: boolean;
    readonly told?: readonly string[];
    readonly after?: (scene: Scene) => unknown;
  },
): Promise<string> {
  const scene = new Scene('2026-03-02', { applicant: digestOf(documentWords.applicant) });
  scene.reviewed('2026-03-03', 'plain');
  if (o.isDecided !== false) decide(scene, o.caseNo);
  o.after?.(scene);
  const { caseId, facts } = stored(scene, o.caseNo);
  await openOperations(app, caseId, facts);
  await applyFacts(app, deps.worlds, { caseId, facts });
  for (const content of o.told ?? Object.values(documentWords)) {
    const row = [caseId, digestOf(content), content];
    await admin.query('INSERT INTO case_text (case_id, digest, content) VALUES ($1, $2, $3)', row);
  }
  await admin.query('INSERT INTO case_secret (case_id, secret) VALUES ($1, $2)', [caseId, 'ab'.repeat(32)]);
  return caseId;
}

function decide(scene: Scene, caseNo: string): void {
  scene.must('2026-03-04', 'approver', {
    type: 'makeDecision',
    stepId: 'decision',
    outcome: 'refuse',
    documentNo: `沈水决字〔2026〕${caseNo}号`,
    reasons: digestOf(documentWords.reasons),
    remedy: digestOf(documentWords.remedy),
  });
}
