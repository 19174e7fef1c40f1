import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listZip } from '../../domain/files/zip.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { bytesOf, pdf, png } from '../support/file-samples.ts';
import { fileCase } from '../support/filed-case.ts';
import type { FiledCase } from '../support/filed-case.ts';
import { bring } from '../support/uploads.ts';

let api: TestApi;
let filed: FiledCase;
beforeAll(async () => {
  api = await openTestApi();
  filed = await fileCase(api, 'BUNDLED');
});
afterAll(async () => api.close());

const bundle = async (who: 'caseOfficer' | 'supervisor' = 'caseOfficer') =>
  api.send(who, 'GET', `/cases/${filed.caseId}/files.zip`);

it('a case’s files come as one ZIP: what counts, a folder a material, and a manifest that names each digest', async () => {
  const bring1 = async (materialId: string, name: string, bytes: Uint8Array) =>
    bring(api, 'caseOfficer', { caseId: filed.caseId, materialId, name, bytes });
  const form = pdf(2_000, 'the form');
  await bring1('plan', '../平面图.png', png);
  await bring1('form', '申请书.pdf', form);
  await bring1('form', '申请书.PDF', pdf(300, 'another'));
  const gone = await bring1('form', '误传.pdf', pdf(300, 'withdrawn'));
  await api.send('caseOfficer', 'POST', `/files/${gone}/withdrawal`, { body: { reason: '误传' } });
  const { rawPayload, headers } = await bundle();
  expect(headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': expect.stringContaining('BUNDLED.zip'),
  });
  const list = await listZip(bytesOf(rawPayload));
  const names = list?.names.map((name) => Buffer.from(name, 'latin1').toString('utf8'));
  expect(names).toEqual(['manifest.json', '01-申请书/申请书.pdf', '01-申请书/申请书(2).pdf', '02-平面图/_平面图.png']);
  // Stored as it is: the content stands in the bundle byte for byte.
  expect(rawPayload.includes(form)).toBe(true);
  const sha256 = createHash('sha256').update(form).digest('hex');
  expect(rawPayload.includes(sha256)).toBe(true);
  const { rows } = await api.database.audit.query(
    `SELECT subject, details FROM audit_entry WHERE kind = 'fileOpened' ORDER BY at DESC LIMIT 1`,
  );
  expect(rows).toMatchObject([{ subject: 'BUNDLED', details: { rows: 3 } }]);
  expect((await bundle('supervisor')).statusCode).toBe(403);
});

it('a bundle of which a content is gone does not look whole', async () => {
  const [first] = await filed.list();
  await api.deps.files.store.remove(first?.sha256 ?? '');
  await expect(bundle()).rejects.toThrow();
});
