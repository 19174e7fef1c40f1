import { expect } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import { applyFacts } from '../../db/journal/apply.ts';
import { openOperations } from '../../db/seed/operations.ts';
import type { Role } from '../../domain/people/roles.ts';
import type { TestApi } from './api.ts';
import { longStory, publishTestFlow, stored } from './played-case.ts';
import { announce } from './uploads.ts';

/** A case of 沈阳水务局 in review, to which files are brought for one of its materials. */
export interface FiledCase {
  readonly caseId: string;
  readonly caseNo: string;
  readonly materialId: string;
  /** Its files as somebody sees them, the case officer where nobody is said. */
  list(who?: Role): Promise<OkOf<'listFiles'>['items']>;
  /** An upload that the case officer has announced. */
  begun(bytes: Uint8Array, more?: { name?: string; replaces?: string }): Promise<OkOf<'beginUpload'>>;
}

/** Stores the case of the long story under a number. */
export async function fileCase(api: TestApi, caseNo: string): Promise<FiledCase> {
  const { caseId, facts } = stored(longStory(), caseNo);
  await publishTestFlow(api.database.admin);
  await openOperations(api.database.app, caseId, facts);
  await applyFacts(api.database.app, api.deps.worlds, { caseId, facts });
  const materialId = 'form';
  return {
    caseId,
    caseNo,
    materialId,
    list: async (who = 'caseOfficer') =>
      (await api.send(who, 'GET', `/cases/${caseId}/files`)).json<OkOf<'listFiles'>>().items,
    begun: async (bytes, more = {}) => {
      const answer = await announce(api, 'caseOfficer', { caseId, materialId, name: 'a.pdf', bytes, ...more });
      expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
      return answer.json<OkOf<'beginUpload'>>();
    },
  };
}

/** The code of a refusal. */
export function code(answer: { json: () => { code: string } }): string {
  return answer.json().code;
}
