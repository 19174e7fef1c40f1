import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyFacts } from '../../../db/journal/apply.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import { queryCodeOf } from '../../../server/gateway/query-code.ts';
import { addPerson, openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';
import { longStory, publishTestFlow, stored } from '../../support/played-case.ts';
import { openBrowser } from '../../support/sign-in.ts';

let api: TestApi;
let log: string[];
const { caseId, facts, state } = stored(longStory(), 'LOST');
const { caseNo } = state.filing;

beforeAll(async () => {
  log = [];
  api = await openTestApi({}, (_level, message) => log.push(message));
  await publishTestFlow(api.database.admin);
  await openOperations(api.database.app, caseId, facts);
  await applyFacts(api.database.app, api.deps.worlds, { caseId, facts });
});
afterAll(async () => api.close());

async function issue(login: string) {
  const { headers } = await openBrowser(api, login);
  return api.send(null, 'POST', `/query-codes/${caseId}`, { headers });
}

async function look(code: string, address = '10.5.0.1') {
  return (await api.send(null, 'POST', '/lookup', { body: { caseNo, code }, address })).statusCode;
}

describe('fault: a query code that is lost', () => {
  it('is issued anew by the window of the department: the code before ends, and its tries with it', async () => {
    const first = queryCodeOf(api.deps.config.sessionSecret, caseId);
    expect(await look(first)).toBe(200);
    for (let n = 0; n < 12; n += 1) await look('wrong');
    expect(await look(first)).toBe(429);
    const codes = [first];
    for (const role of ['windowClerk', 'windowLead'] as const) {
      const answer = await issue(api.personOf(role).login);
      expect([answer.statusCode, answer.json()]).toEqual([
        201,
        { caseId, caseNo, queryCode: expect.stringMatching(/^[0-9A-Z]{10}$/) },
      ]);
      const { queryCode } = answer.json<{ queryCode: string }>();
      expect(await Promise.all([queryCode, ...codes].map((code) => look(code)))).toEqual([
        200,
        ...codes.map(() => 404),
      ]);
      codes.push(queryCode);
    }
    expect(new Set(codes).size).toBe(3);
  });

  it('is refused to everybody else, to a token and to a form of another page', async () => {
    await addPerson(api.database, 'window-elsewhere', [{ role: 'windowClerk', departmentId: 'sy-health' }]);
    const codeOf = async (login: string) => (await issue(login)).json().code;
    expect(await codeOf(api.personOf('caseOfficer').login)).toBe('not-allowed');
    expect(await codeOf(api.personOf('supervisor').login)).toBe('not-allowed');
    expect(await codeOf('window-elsewhere')).toBe('not-found');
    const byToken = await api.send('windowClerk', 'POST', `/query-codes/${caseId}`);
    expect(byToken.json().code).toBe('token-not-allowed');
    const { cookie } = await openBrowser(api, api.personOf('windowClerk').login);
    const forged = await api.send(null, 'POST', `/query-codes/${caseId}`, { headers: { cookie } });
    expect(forged.json().code).toBe('bad-csrf');
  });

  it('is audited by its case number; no code stands in the audit, in a table or in the log', async () => {
    const { queryCode } = (await issue(api.personOf('windowClerk').login)).json<{ queryCode: string }>();
    const { rows } = await api.database.audit.query(
      `SELECT who, subject, details FROM audit_entry WHERE kind = 'codeIssued' ORDER BY at DESC`,
    );
    expect(rows[0]).toEqual({ who: api.personOf('windowClerk').id, subject: caseNo, details: {} });
    expect(rows).toHaveLength(3);
    const kept = await api.database.admin.query(
      `SELECT string_agg(query_to_xml(format('SELECT t::text AS row FROM %I t', tablename), true, false, '')::text, '') AS all
       FROM pg_tables WHERE schemaname = 'public'`,
    );
    expect(kept.rows[0].all).toContain(caseNo);
    expect(kept.rows[0].all).not.toContain(queryCode);
    expect(log.join('\n')).not.toContain(queryCode);
  });
});
