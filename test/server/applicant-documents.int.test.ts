import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketHeader } from '../../contract/file-ticket.ts';
import type { OkOf } from '../../contract/routes.ts';
import { queryCodeOf } from '../../server/gateway/query-code.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { publishDocumented, storeDocumented } from '../support/documented-case.ts';
import { code } from '../support/filed-case.ts';
import { handedOut } from '../support/good-order.ts';
import { day } from '../support/scene.ts';

const officer = 'caseOfficer';
const deliver = { type: 'deliver', stepId: 'delivery', ...handedOut, servedOn: day('2026-03-06') } as const;
let api: TestApi;
let caseId: string;

beforeAll(async () => {
  api = await openTestApi();
  await publishDocumented(api);
  caseId = await storeDocumented(api, { caseNo: '77' });
});
afterAll(async () => api.close());

const seqOf = async (kind: string) => {
  const { items } = (await api.send(officer, 'GET', `/cases/${caseId}/documents`)).json<OkOf<'listDocuments'>>();
  return items.find((one) => one.kind === kind)?.seq ?? 0;
};

describe('an applicant with number and code', () => {
  const ticketOf = async (id: string, caseNo: string) => {
    const body = { caseNo, code: queryCodeOf(api.deps.config.sessionSecret, id, 0) };
    const { ticket } = (await api.send(null, 'POST', '/lookup/files', { body })).json<OkOf<'openFileDoor'>>();
    return { [ticketHeader]: ticket };
  };
  const told = async (headers: Record<string, string>) =>
    (await api.send(null, 'GET', '/lookup/documents', { headers })).json<OkOf<'listTold'>>().items;

  it('sees what was told at once, and the decision once it is served, with its day', async () => {
    const mine = await ticketOf(caseId, '77');
    expect((await told(mine)).map(({ kind, number, servedOn }) => [kind, number, servedOn])).toEqual([
      ['receipt', null, null],
      ['acceptanceNotice', '受1', null],
    ]);
    const served = await storeDocumented(api, {
      caseNo: '91',
      after: (scene) => scene.must('2026-03-06', 'certificateClerk', deliver),
    });
    expect((await told(await ticketOf(served, '91'))).map(({ kind, servedOn }) => [kind, servedOn])).toEqual([
      ['receipt', null],
      ['acceptanceNotice', null],
      ['refusalDecision', '2026-03-06'],
    ]);
  });

  it('opens just the bytes that the agency has, and nothing of what is not served, of the agency or of others', async () => {
    const mine = await ticketOf(caseId, '77');
    const open = async (seq: number, headers: Record<string, string>) =>
      api.send(null, 'GET', `/lookup/documents/${seq}/pdf`, { headers });
    const notice = await seqOf('acceptanceNotice');
    const opened = await open(notice, mine);
    expect([opened.statusCode, opened.headers['content-type'], opened.headers['cache-control']]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    const staffs = await api.send(officer, 'GET', `/cases/${caseId}/documents/${notice}/pdf`);
    expect(opened.rawPayload.equals(staffs.rawPayload)).toBe(true);
    const decision = await seqOf('refusalDecision');
    expect((await open(decision, mine)).statusCode).toBe(404);
    expect((await open(2, mine)).statusCode).toBe(404);
    expect(code(await open(notice, {}))).toBe('ticket-over');
    expect(code(await open(notice, { [ticketHeader]: `${mine[ticketHeader]}x` }))).toBe('ticket-over');
  });
});
