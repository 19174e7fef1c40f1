import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import { ticketHeader } from '../../contract/file-ticket.ts';
import { applyFacts } from '../../db/journal/apply.ts';
import { issueCode } from '../../db/people/query-codes.ts';
import { openOperations } from '../../db/seed/operations.ts';
import { queryCodeOf } from '../../server/gateway/query-code.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { pdf, zip } from '../support/file-samples.ts';
import { longStory, publishTestFlow, stored } from '../support/played-case.ts';

let api: TestApi;
const own = stored(longStory(), 'OWN-CASE');
const other = stored(longStory(), 'OTHER-CASE');

beforeAll(async () => {
  api = await openTestApi();
  await publishTestFlow(api.database.admin);
  for (const story of [own, other]) {
    await openOperations(api.database.app, story.caseId, story.facts);
    await applyFacts(api.database.app, api.deps.worlds, story);
  }
});
afterAll(async () => api.close());

const codeOf = (caseId: string, issue = 0) => queryCodeOf(api.deps.config.sessionSecret, caseId, issue);
const door = async (story = own, code = codeOf(story.caseId)) =>
  api.send(null, 'POST', '/lookup/files', { body: { caseNo: story.state.filing.caseNo, code } });
const ticketOf = async (story = own) => ({ [ticketHeader]: (await door(story)).json<OkOf<'openFileDoor'>>().ticket });
const code = (answer: { json: () => { code: string } }) => answer.json().code;

async function offer(headers: Record<string, string>, bytes: Uint8Array, name = '营业执照.pdf') {
  const body = { materialId: 'form', name, size: bytes.length };
  return api.send(null, 'POST', '/lookup/uploads', { headers, body });
}

async function part(headers: Record<string, string>, url: string, bytes: Uint8Array, from = 0) {
  const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) };
  return api.app.inject({ method: 'PATCH', url, headers: { ...type, ...headers }, payload: Buffer.from(bytes) });
}

async function sent(headers: Record<string, string>, bytes: Uint8Array): Promise<string> {
  const { fileId, uploadUrl } = (await offer(headers, bytes)).json<OkOf<'offerFile'>>();
  expect((await part(headers, uploadUrl, bytes)).statusCode).toBe(204);
  return fileId;
}

const listed = async (headers: Record<string, string>) =>
  (await api.send(null, 'GET', '/lookup/files', { headers })).json<OkOf<'listOffered'>>().items;
const ofStaff = async (fileId: string) =>
  (await api.send('windowClerk', 'GET', `/cases/${own.caseId}/files`))
    .json<OkOf<'listFiles'>>()
    .items.find((file) => file.fileId === fileId);

describe('an applicant', () => {
  it('sends a file in parts with number and code; it waits until the window takes it, and says so', async () => {
    const headers = await ticketOf();
    // More than any other request without an account may bring.
    const bytes = pdf(300_000, 'offered');
    const { fileId, uploadUrl } = (await offer(headers, bytes)).json<OkOf<'offerFile'>>();
    expect((await part(headers, uploadUrl, bytes.subarray(0, 100_000))).headers['upload-offset']).toBe('100000');
    expect(await listed(headers)).toEqual([]);
    const asked = await api.app.inject({ method: 'HEAD', url: uploadUrl, headers });
    expect(asked.headers).toMatchObject({ 'upload-offset': '100000', 'upload-length': '300000' });
    expect((await part(headers, uploadUrl, bytes.subarray(100_000), 100_000)).statusCode).toBe(204);
    expect(await listed(headers)).toMatchObject([{ fileId, materialTitle: '申请书', state: 'offered', why: null }]);
    expect(await ofStaff(fileId)).toMatchObject({ state: 'offered', broughtBy: null, takenBy: null });
    expect((await api.send('caseOfficer', 'POST', `/files/${fileId}/taking`)).statusCode).toBe(403);
    expect((await api.send('windowClerk', 'POST', `/files/${fileId}/taking`)).statusCode).toBe(204);
    expect(code(await api.send('windowClerk', 'POST', `/files/${fileId}/taking`))).toBe('file-not-offered');
    expect(await ofStaff(fileId)).toMatchObject({ state: 'kept', takenBy: api.personOf('windowClerk').name });
    expect(await listed(headers)).toMatchObject([{ fileId, state: 'kept' }]);
  });

  it('takes back what the window has not taken yet, and nothing afterwards', async () => {
    const headers = await ticketOf();
    const fileId = await sent(headers, pdf(300, 'taken back'));
    const takeBack = async () => api.send(null, 'DELETE', `/lookup/uploads/${fileId}`, { headers });
    expect((await takeBack()).statusCode).toBe(204);
    expect(await ofStaff(fileId)).toMatchObject({ state: 'withdrawn', endedBy: null, endedWhy: '申请人撤回' });
    expect(code(await takeBack())).toBe('upload-ended');
    expect(code(await api.send('windowClerk', 'POST', `/files/${fileId}/taking`))).toBe('file-not-offered');
    const taken = await sent(headers, pdf(300, 'taken first'));
    await api.send('windowClerk', 'POST', `/files/${taken}/taking`);
    expect(code(await api.send(null, 'DELETE', `/lookup/uploads/${taken}`, { headers }))).toBe('upload-ended');
    expect(await ofStaff(taken)).toMatchObject({ state: 'kept' });
  });

  it('reads why a file was not taken, and no official’s name', async () => {
    const headers = await ticketOf();
    const fileId = await sent(headers, pdf(300, 'unreadable'));
    const decline = async (reason: string) =>
      api.send('windowClerk', 'POST', `/files/${fileId}/refusal`, { body: { reason } });
    expect((await decline(' ')).statusCode).toBe(400);
    expect((await decline('照片不清晰，请重新拍摄')).statusCode).toBe(204);
    const found = (await listed(headers)).find((file) => file.fileId === fileId);
    expect(found).toMatchObject({ state: 'declined', why: '照片不清晰，请重新拍摄' });
    expect(JSON.stringify(found)).not.toContain(api.personOf('windowClerk').name);
    expect(code(await api.send('windowClerk', 'POST', `/files/${fileId}/withdrawal`, { body: { reason: '不' } }))).toBe(
      'file-ended',
    );
  });

  it('reaches no case but the own, no file of staff, and nothing without a ticket that holds', async () => {
    const [headers, stranger] = [await ticketOf(), await ticketOf(other)];
    const bytes = pdf(500, 'mine');
    const { fileId, uploadUrl } = (await offer(headers, bytes)).json<OkOf<'offerFile'>>();
    expect(await listed(stranger)).toEqual([]);
    for (const method of ['GET', 'DELETE'] as const)
      expect((await api.send(null, method, uploadUrl, { headers: stranger })).statusCode).toBe(404);
    expect((await part(stranger, uploadUrl, bytes)).statusCode).toBe(404);
    const announced = await api.send('windowClerk', 'POST', '/files', {
      body: { caseId: own.caseId, materialId: 'form', name: 'a.pdf', size: 10 },
    });
    const ofClerk = announced.json<OkOf<'beginUpload'>>().fileId;
    expect((await api.send(null, 'GET', `/lookup/uploads/${ofClerk}`, { headers })).statusCode).toBe(404);
    expect((await api.send(null, 'GET', `/files/${fileId}/content`, { headers })).statusCode).toBe(401);
    const ticket = headers[ticketHeader] ?? '';
    const [caseId = '', until = '', sign = ''] = ticket.split('.');
    const forged = [
      '',
      'x',
      `${other.caseId}.${until}.${sign}`,
      `${caseId}.${Number(until) + 1}.${sign}`,
      `${caseId}.${Number(until) - 5 * 3_600_000}.${sign}`,
      `${ticket}x`,
    ];
    for (const one of forged) {
      const answer = await api.send(null, 'GET', '/lookup/files', { headers: { [ticketHeader]: one } });
      const order = {
        headers: { [ticketHeader]: one, 'idempotency-key': 'own-order-1' },
        body: { type: 'reportSupplied' },
      };
      expect(code(await api.send(null, 'POST', '/lookup/orders', order))).toBe('ticket-over');
      expect([one, code(answer)]).toEqual([one, 'ticket-over']);
    }
    expect((await door(own, 'WRONGCODE0')).statusCode).toBe(404);
    expect((await door(own, codeOf(other.caseId))).statusCode).toBe(404);
    await issueCode(api.database.app, own.caseId);
    expect(code(await part(headers, uploadUrl, bytes))).toBe('ticket-over');
    expect((await door(own, codeOf(own.caseId, 1))).statusCode).toBe(200);
  });

  it('offers no archive, not more than may wait, and from one address not without end', async () => {
    const headers = await ticketOf(other);
    const archive = zip(['a.txt']);
    const { uploadUrl } = (await offer(headers, archive)).json<OkOf<'offerFile'>>();
    expect(code(await part(headers, uploadUrl, archive))).toBe('file-not-taken');
    expect(code(await offer(headers, pdf(), 'a\u202egpj.exe'))).toBe('bad-characters');
    const codes: (string | number)[] = [];
    for (let n = 0; n < 32; n += 1) {
      const answer = await offer(headers, pdf(10));
      codes.push(answer.statusCode === 201 ? 201 : code(answer));
    }
    expect(codes).toEqual([...Array.from({ length: 30 }, () => 201), 'too-many-files', 'too-many-files']);
    const last = [];
    for (let n = 0; n < 120; n += 1) last.push(code(await offer(headers, pdf(10))));
    expect(last.at(-1)).toBe('too-many-requests');
  });
});
