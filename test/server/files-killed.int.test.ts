import { createHash } from 'node:crypto';
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import type { Role } from '../../domain/people/roles.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { fileCase } from '../support/filed-case.ts';
import type { FiledCase } from '../support/filed-case.ts';
import { openFiles } from '../../server/files/open-files.ts';
import { patienceMs, sweepFiles } from '../../server/files/sweep.ts';
import { pdf } from '../support/file-samples.ts';
import { sendPart } from '../support/uploads.ts';

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

describe('a process that is killed', () => {
  it('between the last byte and the row loses nothing: the last byte is asked for again and the file is kept', async () => {
    const bytes = pdf(700, 'killed');
    const { fileId, uploadUrl } = await filed.begun(bytes);
    const { arrivals } = api.deps.files;
    // All bytes were written, and then nothing more was done.
    await arrivals.write(fileId, { from: 0, most: bytes.length, body: chunks(bytes) });
    const { offset } = (await api.send(officer, 'GET', uploadUrl)).json<OkOf<'uploadState'>>();
    expect(offset).toBe(bytes.length - 1);
    expect((await sendPart(api, officer, uploadUrl, bytes.subarray(offset), offset)).statusCode).toBe(204);
    expect((await list()).at(-1)).toMatchObject({ fileId, state: 'kept' });
  });

  it('leaves half files that count for nothing and are swept after a day, and takes nothing that is kept or still comes', async () => {
    const kept = await list();
    const files = await openFiles({ dir, mostBytes: api.deps.files.mostBytes });
    const [old, young] = [await filed.begun(pdf(500)), await filed.begun(pdf(500))];
    for (const { uploadUrl } of [old, young]) await sendPart(api, officer, uploadUrl, pdf(500).subarray(0, 100));
    // As a crash between store and row leaves it.
    const orphan = await files.arrivals.seal(young.fileId);
    await files.store.put(orphan.sha256, orphan.path);
    const copy = await files.arrivals.seal(young.fileId);
    await api.database.admin.query(`ALTER TABLE case_file DISABLE TRIGGER case_file_no_change`);
    await api.database.admin.query(`UPDATE case_file SET begun_at = begun_at - interval '25 h'`);
    await api.database.admin.query(`ALTER TABLE case_file ENABLE ALWAYS TRIGGER case_file_no_change`);
    const aged = new Date(Date.now() - patienceMs - 1_000);
    const all = [join(dir, 'arriving', `${old.fileId}.part`), copy.path, ...keptPaths(join(dir, 'kept'))];
    for (const path of all) utimesSync(path, aged, aged);
    await sweepFiles(api.database.app, files, Date.now());
    expect((await api.send(officer, 'GET', old.uploadUrl)).statusCode).toBe(404);
    expect((await api.send(officer, 'GET', young.uploadUrl)).json()).toMatchObject({ offset: 100 });
    expect(readdirSync(join(dir, 'arriving'))).toEqual([`${young.fileId}.part`]);
    expect(await files.store.head(orphan.sha256)).toBeNull();
    expect(await list()).toEqual(kept);
    for (const { fileId } of kept)
      expect((await api.send(officer, 'GET', `/files/${fileId}/content`)).statusCode).toBe(200);
  });

  it('lets two requests finish one upload at once: it is kept once', async () => {
    const bytes = pdf(400_000, 'twice');
    const { fileId, uploadUrl } = await filed.begun(bytes);
    const both = await Promise.all([
      sendPart(api, officer, uploadUrl, bytes),
      sendPart(api, officer, uploadUrl, bytes),
    ]);
    expect(both.map(({ statusCode }) => statusCode)).toContain(204);
    expect((await list()).filter((file) => file.fileId === fileId)).toMatchObject([
      { state: 'kept', sha256: createHash('sha256').update(bytes).digest('hex') },
    ]);
  });
});

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function keptPaths(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile());
}
