import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import { createToken } from '../../db/people/tokens.ts';
import type { Role } from '../../domain/people/roles.ts';
import { addPerson, openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { company, storeOf } from '../support/earlier-cases.ts';
import { code } from '../support/filed-case.ts';
import { pdf } from '../support/file-samples.ts';
import { publishTestFlow } from '../support/played-case.ts';
import { bring } from '../support/uploads.ts';

let api: TestApi;
let plan: string;
let next: string;

beforeAll(async () => {
  api = await openTestApi();
  await publishTestFlow(api.database.admin);
  const before = await storeOf(api, 'BEFORE', { after: (scene) => scene.accepted('2026-03-03') });
  plan = await bring(api, 'windowClerk', { caseId: before, materialId: 'plan', name: '平面图.pdf', bytes: pdf() });
  next = await storeOf(api, 'NEXT');
});
afterAll(async () => api.close());

const url = (caseId: string) => `/cases/${caseId}/earlier-materials`;
const body = (caseId: string) => ({ caseId, materialId: 'plan', source: plan, consent: 'counter' });
const take = async (who: Role | null, caseId = next, headers: Record<string, string> = {}) =>
  api.send(who, 'POST', '/files/reuse', { body: body(caseId), headers });
const sources = async (caseId: string) =>
  (await api.send('windowClerk', 'GET', url(caseId))).json<OkOf<'listEarlier'>>().items.map(({ source }) => source);

/** How somebody with these posts is answered who asks for the earlier materials, and uses one. */
async function refusalsOf(login: string, posts: Parameters<typeof addPerson>[2]): Promise<readonly string[]> {
  const userId = await addPerson(api.database, login, posts);
  const { token } = await createToken(api.database.app, { userId, title: 't', expiresAt: Date.now() + 60_000 });
  const headers = { authorization: `Bearer ${token}` };
  return [code(await api.send(null, 'GET', url(next), { headers })), code(await take(null, next, headers))];
}

describe('an applicant’s earlier files', () => {
  it('are seen and used by nobody but a window of the department', async () => {
    expect([(await take(null)).statusCode, (await api.send(null, 'GET', url(next))).statusCode]).toEqual([401, 401]);
    for (const role of ['caseOfficer', 'approver', 'supervisor', 'auditAdmin', 'departmentAdmin'] as const) {
      expect([role, code(await take(role)), code(await api.send(role, 'GET', url(next)))]).toEqual([
        role,
        'not-allowed',
        'not-allowed',
      ]);
    }
    const market = { role: 'windowClerk', departmentId: 'sh-market' } as const;
    const seen = { role: 'caseOfficer', departmentId: 'sy-water' } as const;
    expect(await refusalsOf('other-window', [market])).toEqual(['not-found', 'not-found']);
    expect(await refusalsOf('other-window-here', [market, seen])).toEqual(['not-allowed', 'not-allowed']);
  });

  it('are not had by filing online with the paper of somebody else', async () => {
    const thief = await storeOf(api, 'THIEF', { filing: { channel: 'online', identity: 'unverified', reuse: true } });
    for (const consent of ['online', 'counter', 'written']) {
      const answer = await api.send('windowClerk', 'POST', '/files/reuse', { body: { ...body(thief), consent } });
      expect([consent, code(answer)]).toEqual([consent, 'identity-not-verified']);
    }
  });

  it('are not planted by it either: what an unverified applicant sent is nobody’s earlier file', async () => {
    const forger = await storeOf(api, 'FORGER', {
      filing: { channel: 'online', identity: 'unverified' },
      after: (scene) =>
        scene.must('2026-03-02', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] }),
    });
    const forged = await bring(api, 'windowClerk', {
      caseId: forger,
      materialId: 'plan',
      name: '假.pdf',
      bytes: pdf(700, 'forged'),
    });
    expect(await sources(next)).toEqual([plan]);
    expect(await sources(next)).not.toContain(forged);
  });

  it('are not those of a name or an agent: the paper itself must be the same', async () => {
    const namesake = await storeOf(api, 'NAMESAKE', { applicant: { ...company, idNo: '91210200MA0D3M0218' } });
    const otherPaper = await storeOf(api, 'OTHER-PAPER', { applicant: { ...company, idType: 'other' } });
    expect([await sources(namesake), await sources(otherPaper)]).toEqual([[], []]);
  });
});
