import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../domain/people/roles.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { code, fileCase } from '../support/filed-case.ts';
import type { FiledCase } from '../support/filed-case.ts';
import { compound, office, pdf, zip } from '../support/file-samples.ts';
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

describe('what is not taken', () => {
  it('is told by its bytes, as soon as they tell it, and nothing of it stays', async () => {
    const before = await list();
    const refused = [
      zip(['a.txt']),
      Buffer.from('MZ' + '\0'.repeat(2_000)),
      office('xl/workbook.xml', 'xl/vbaProject.bin'),
      compound(['EncryptedPackage']),
    ];
    for (const bytes of refused) {
      const { fileId, uploadUrl } = await filed.begun(bytes);
      const answer = await sendPart(api, officer, uploadUrl, bytes);
      expect([answer.statusCode, code(answer)]).toEqual([415, 'file-not-taken']);
      expect((await api.send(officer, 'GET', `/files/${fileId}/upload`)).statusCode).toBe(404);
    }
    const large = Buffer.alloc(1_000_000, 0x41);
    const { uploadUrl } = await filed.begun(large);
    expect(code(await sendPart(api, officer, uploadUrl, large.subarray(0, 500)))).toBe('file-not-taken');
    expect(await list()).toEqual(before);
    expect(readdirSync(join(dir, 'arriving'))).toEqual([]);
  });

  it('is more than was announced, or than a file, a person or a case may have', async () => {
    const bytes = pdf(1_000, 'more');
    const { uploadUrl } = await filed.begun(bytes);
    expect(code(await sendPart(api, officer, uploadUrl, pdf(1_500)))).toBe('body-too-large');
    expect(code(await announce(api, officer, { ...at(), name: 'a', bytes: Buffer.alloc(1_048_577) }))).toBe(
      'file-too-large',
    );
    const large = Buffer.alloc(1_048_576);
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await announce(api, officer, { ...at(), name: 'a', bytes: large }));
    expect(answers.filter(({ statusCode }) => statusCode !== 201).map(code)).toContain('case-files-too-large');
    await api.database.admin.query(`DELETE FROM case_file WHERE state = 'arriving'`);
    const many = await Promise.all(
      Array.from({ length: 60 }, async () => announce(api, officer, { ...at(), name: 'a', bytes: pdf(10) })),
    );
    expect(many.filter(({ statusCode }) => statusCode === 201)).toHaveLength(50);
    expect(new Set(many.filter(({ statusCode }) => statusCode !== 201).map(code))).toEqual(new Set(['too-many-files']));
    await api.database.admin.query(`DELETE FROM case_file WHERE state = 'arriving'`);
  });

  it('is a name that deceives, a material that the item does not list, a part that says no place or another type', async () => {
    const wrong = async (more: object) =>
      (await announce(api, officer, { ...at(), name: 'a.pdf', bytes: pdf(), ...more })).json<{
        code: string;
      }>().code;
    expect(await wrong({ name: 'a\u202egpj.exe' })).toBe('bad-characters');
    expect(await wrong({ name: 'a\u0000.pdf' })).toBe('bad-characters');
    expect(await wrong({ name: '  ' })).toBe('bad-request');
    expect(await wrong({ materialId: 'nothing' })).toBe('unknown-material');
    expect(await wrong({ bytes: Buffer.alloc(0) })).toBe('bad-request');
    const { uploadUrl } = await filed.begun(pdf());
    const headers = { 'content-type': 'application/json' };
    expect(code(await sendPart(api, officer, uploadUrl, pdf(), 0, headers))).toBe('unsupported-media-type');
    expect(code(await sendPart(api, officer, uploadUrl, pdf(), 0, { 'upload-offset': '-1' }))).toBe('bad-request');
    const bytes = { 'content-type': 'application/offset+octet-stream' };
    expect(code(await api.send(officer, 'POST', '/files', { body: {}, headers: bytes }))).toBe(
      'unsupported-media-type',
    );
    expect((await api.send(officer, 'DELETE', uploadUrl)).statusCode).toBe(204);
  });
});

describe('who may not', () => {
  it('does not even learn that a file is there', async () => {
    const fileId = await bring(api, officer, { ...at(), name: 'secret.pdf', bytes: pdf(200, 'secret') });
    const { uploadUrl } = await filed.begun(pdf());
    const none = '0192f000-0000-7000-8000-00000000abcd';
    for (const who of ['supervisor', 'departmentAdmin', 'systemAdmin', 'auditAdmin', 'catalogueAdmin'] as const) {
      for (const [method, url, body] of [
        ['GET', `/files/${fileId}/content`, undefined],
        ['POST', `/files/${fileId}/withdrawal`, { reason: '不' }],
      ] as const) {
        const [there, nowhere] = [
          await api.send(who, method, url, { body }),
          await api.send(who, method, url.replace(fileId, none), { body }),
        ];
        expect([who, there.statusCode, code(there)]).toEqual([who, 404, 'not-found']);
        expect(there.json<{ detail: string }>().detail).toBe(nowhere.json<{ detail: string }>().detail);
      }
      expect([403, 404]).toContain((await api.send(who, 'GET', `/cases/${filed.caseId}/files`)).statusCode);
      expect([403, 404]).toContain((await announce(api, who, { ...at(), name: 'a', bytes: pdf() })).statusCode);
    }
    // Nobody else continues an upload, not even a colleague.
    expect((await sendPart(api, 'windowClerk', uploadUrl, pdf())).statusCode).toBe(404);
    expect((await api.send('windowClerk', 'DELETE', uploadUrl)).statusCode).toBe(404);
    expect((await api.send(null, 'GET', `/files/${fileId}/content`)).statusCode).toBe(401);
  });
});
