import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadiness } from '../../server/readiness.ts';
import type { Role } from '../../domain/people/roles.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { code, fileCase } from '../support/filed-case.ts';
import type { FiledCase } from '../support/filed-case.ts';
import { office, pdf, png } from '../support/file-samples.ts';
import { announce, bring, sendPart } from '../support/uploads.ts';

let api: TestApi;
let dir: string;
let filed: FiledCase;
const officer: Role = 'caseOfficer';

beforeAll(async () => {
  api = await openTestApi();
  dir = api.deps.files.dir;
  filed = await fileCase(api, 'WITH-FILES');
});
afterAll(async () => api.close());

const list = async () => filed.list();
const at = () => ({ caseId: filed.caseId, materialId: filed.materialId });

describe('a file of a case', () => {
  it('arrives in parts, counts for nothing before the last, and comes back byte for byte', async () => {
    const bytes = pdf(3_000, 'in parts');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const before = await list();
    const { fileId, uploadUrl } = await filed.begun(bytes, { name: '取水申请书（盖章）.exe' });
    const first = await sendPart(api, officer, uploadUrl, bytes.subarray(0, 1_000));
    expect([first.statusCode, first.headers['upload-offset']]).toEqual([204, '1000']);
    const asked = await api.app.inject({ method: 'HEAD', url: uploadUrl, headers: await api.bearerOf(officer) });
    expect(asked.headers).toMatchObject({
      'upload-offset': '1000',
      'upload-length': '3000',
      'tus-resumable': '1.0.0',
      'cache-control': 'no-store',
    });
    expect(await list()).toEqual(before);
    expect((await api.send(officer, 'GET', `/files/${fileId}/content`)).statusCode).toBe(404);
    expect(code(await sendPart(api, officer, uploadUrl, bytes.subarray(1_000), 900))).toBe('upload-offset');
    const last = await sendPart(api, officer, uploadUrl, bytes.subarray(1_000), 1_000);
    expect([last.statusCode, last.headers['upload-offset']]).toEqual([204, '3000']);
    expect((await list()).at(-1)).toMatchObject({
      fileId,
      materialId: 'form',
      name: '取水申请书（盖章）.exe',
      size: 3_000,
      kind: 'pdf',
      state: 'kept',
      version: 1,
      sha256,
      broughtBy: api.personOf(officer).name,
    });
    const opened = await api.send('windowClerk', 'GET', `/files/${fileId}/content`);
    expect(opened.rawPayload.equals(bytes)).toBe(true);
    expect(opened.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''%E5.*\.exe\.pdf$/,
      ),
      'content-security-policy': expect.stringMatching(/^default-src 'none'.*; sandbox$/),
    });
    expect(code(await sendPart(api, officer, uploadUrl, pdf(10), 3_000))).toBe('upload-ended');
    expect(readdirSync(join(dir, 'arriving'))).toEqual([]);
  });

  it('whose content is lost says so to who opens it, and /readyz to the operator', async () => {
    const fileId = await bring(api, officer, { ...at(), name: '丢失.pdf', bytes: pdf(2_000, 'lost') });
    const { store } = api.deps.files;
    const ready = createReadiness({
      db: api.database.app,
      auditDb: api.database.audit,
      store,
      connection: Connection.lazy({ address: '127.0.0.1:9' }),
      namespace: 'none',
      production: false,
      state: { swept: true, stopping: false },
    });
    const lost = expect.stringMatching(/^expected the contents of the files .* FILES_DIR/);
    expect((await ready()).warnings).not.toContainEqual(lost);
    const { rows } = await api.database.app.query<{ sha256: string }>('SELECT sha256 FROM blob');
    for (const { sha256 } of rows) await store.remove(sha256);
    const opened = await api.send(officer, 'GET', `/files/${fileId}/content`);
    expect([opened.statusCode, code(opened)]).toEqual([503, 'file-content-missing']);
    expect((await ready()).warnings).toContainEqual(lost);
  });

  it('is opened by nobody unseen: the audit has who, which case and which content', async () => {
    const fileId = await bring(api, officer, { ...at(), name: 'seen.png', bytes: png });
    await api.send('reviewer', 'GET', `/files/${fileId}/content?inline=true`);
    const { rows } = await api.database.audit.query(
      `SELECT who, subject, details FROM audit_entry WHERE kind = 'fileOpened' ORDER BY at DESC`,
    );
    const { sha256 = '' } = (await list()).at(-1) ?? {};
    expect(rows[0]).toMatchObject({ who: api.personOf('reviewer').id, subject: 'WITH-FILES', details: { sha256 } });
    await api.database.admin.query('REVOKE INSERT (kind) ON audit_entry FROM shixian_app');
    const unaudited = await api.send('reviewer', 'GET', `/files/${fileId}/content`);
    await api.database.admin.query('GRANT INSERT (kind) ON audit_entry TO shixian_app');
    expect([unaudited.statusCode, unaudited.headers['content-type']]).toEqual([
      500,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('is shown on a page only as a picture or a PDF, under a policy of its own', async () => {
    const show = async (bytes: Uint8Array, name: string) => {
      const fileId = await bring(api, officer, { ...at(), name, bytes });
      return (await api.send(officer, 'GET', `/files/${fileId}/content?inline=true`)).headers;
    };
    expect(await show(pdf(), 'a.pdf')).toMatchObject({
      'content-disposition': expect.stringMatching(/^inline/),
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    });
    expect(await show(png, 'a.png')).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(/^inline/),
    });
    expect(await show(office('word/document.xml'), 'a.html')).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment/),
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  });

  it('is of another version when it replaces one, and withdrawn it stays with the reason', async () => {
    const first = await bring(api, officer, { ...at(), name: 'v1.pdf', bytes: pdf(200, 'v1') });
    const second = await bring(api, officer, {
      ...at(),
      name: 'v2.pdf',
      bytes: pdf(200, 'v2'),
      replaces: first,
    });
    const again = await announce(api, officer, { ...at(), name: 'v2b.pdf', bytes: pdf(), replaces: first });
    expect([again.statusCode, code(again)]).toEqual([409, 'file-ended']);
    const withdraw = async (reason: string) =>
      api.send('windowClerk', 'POST', `/files/${second}/withdrawal`, { body: { reason } });
    expect((await withdraw('  ')).statusCode).toBe(400);
    expect((await withdraw('上传到了别的办件')).statusCode).toBe(204);
    expect(code(await withdraw('再来一次'))).toBe('file-ended');
    const found = (await list()).slice(-2);
    expect(found).toMatchObject([
      { fileId: first, state: 'replaced', version: 1, endedWhy: null },
      {
        fileId: second,
        state: 'withdrawn',
        version: 2,
        replaces: first,
        endedWhy: '上传到了别的办件',
        endedBy: api.personOf('windowClerk').name,
      },
    ]);
    expect((await api.send(officer, 'GET', `/files/${second}/content`)).statusCode).toBe(200);
  });

  it('stays as it is, whoever writes to its row', async () => {
    const fileId = await bring(api, officer, { ...at(), name: 'fixed.pdf', bytes: pdf(200, 'fixed') });
    const tries = [
      `UPDATE case_file SET sha256 = '${'0'.repeat(64)}' WHERE file_id = $1`,
      `UPDATE case_file SET name = 'other' WHERE file_id = $1`,
      `UPDATE case_file SET state = 'arriving' WHERE file_id = $1`,
      'DELETE FROM case_file WHERE file_id = $1',
      'UPDATE blob SET size = 1 WHERE sha256 = (SELECT sha256 FROM case_file WHERE file_id = $1)',
    ];
    for (const text of tries) await expect(api.database.admin.query(text, [fileId]), text).rejects.toThrow(/expected/);
    await expect(api.database.app.query('DELETE FROM blob')).rejects.toThrow(/expected content/);
  });
});
