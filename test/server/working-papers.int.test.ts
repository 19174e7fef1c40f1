import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../domain/people/roles.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import {
  documentApplicant as applicant,
  documentWords as words,
  publishDocumented,
  storeDocumented,
} from '../support/documented-case.ts';
import { textOf } from '../support/pdf-text.ts';

let api: TestApi;
let caseId: string;

beforeAll(async () => {
  api = await openTestApi();
  await publishDocumented(api);
  caseId = await storeDocumented(api, { caseNo: '77' });
});
afterAll(async () => api.close());

describe('a working paper', () => {
  const open = async (who: Role | null, paper: string) =>
    api.send(who, 'GET', `/cases/${caseId}/working-papers/${paper}`);

  it('is filled from the case for who handles it, is entered into the audit, and nothing of it is kept', async () => {
    const kept = async () => (await api.database.admin.query('SELECT count(*) FROM case_document')).rows[0];
    const before = await kept();
    const answer = await open('windowClerk', 'approvalSheet');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = await textOf(answer.rawPayload);
    for (const one of ['行政许可审批表', applicant, '不予行政许可', words.reasons]) expect(text).toContain(one);
    expect(text).not.toContain('核验码');
    expect(await kept()).toEqual(before);
    const entry = `SELECT 1 FROM audit_entry WHERE kind = 'documentOpened' AND details->>'title' = '行政许可审批表'`;
    expect((await api.database.audit.query(entry)).rows).toHaveLength(1);
    const power = await textOf((await open('windowClerk', 'powerOfAttorney')).rawPayload);
    expect(power).toMatch(/^授权委托书/);
    expect(power).toContain(applicant);
  });

  it('is nobody’s who only watches, and of no case for others', async () => {
    expect((await open(null, 'serviceAddress')).statusCode).toBe(401);
    expect((await open('supervisor', 'serviceAddress')).statusCode).toBe(403);
    expect((await open('systemAdmin', 'serviceAddress')).statusCode).toBe(404);
    expect((await open('windowClerk', 'toString')).statusCode).toBe(404);
  });
});
