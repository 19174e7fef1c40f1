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
import { patienceMs, sweepFiles, unnamedPatienceMs } from '../../server/files/sweep.ts';
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
    const files = await opened();
    const [old, young] = [await filed.begun(pdf(500)), await filed.begun(pdf(500))];
    for (const { uploadUrl } of [old, young]) await sendPart(api, officer, uploadUrl, pdf(500).subarray(0, 100));
    const copy = await files.arrivals.seal(young.fileId);
    await api.database.admin.query(`ALTER TABLE case_file DISABLE TRIGGER case_file_no_change`);
    await api.database.admin.query(`UPDATE case_file SET begun_at = begun_at - interval '25 h'`);
    await api.database.admin.query(`ALTER TABLE case_file ENABLE ALWAYS TRIGGER case_file_no_change`);
    age([join(dir, 'arriving', `${old.fileId}.part`), copy.path], patienceMs);
    age(keptPaths(), unnamedPatienceMs);
    await sweepFiles(api.database.app, files, Date.now());
    expect((await api.send(officer, 'GET', old.uploadUrl)).statusCode).toBe(404);
    expect((await api.send(officer, 'GET', young.uploadUrl)).json()).toMatchObject({ offset: 100 });
    expect(readdirSync(join(dir, 'arriving'))).toEqual([`${young.fileId}.part`]);
    expect(await list()).toEqual(kept);
    for (const { fileId } of kept)
      expect((await api.send(officer, 'GET', `/files/${fileId}/content`)).statusCode).toBe(200);
  });

  it('leaves content that no row names, which stays as long as a later copy of the database may still be put back that does', async () => {
    const files = await opened();
    const { fileId, uploadUrl } = await filed.begun(pdf(500, 'unnamed'));
    await sendPart(api, officer, uploadUrl, pdf(500, 'unnamed').subarray(0, 100));
    const { sha256, path } = await files.arrivals.seal(fileId);
    await files.store.put(sha256, path);
    age(keptPaths(), unnamedPatienceMs - 60_000);
    await sweepFiles(api.database.app, files, Date.now());
    expect(await files.store.head(sha256)).not.toBeNull();
    await sweepFiles(api.database.app, files, Date.now() + 120_000);
    expect(await files.store.head(sha256)).toBeNull();
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

const opened = async () => openFiles({ dir, mostBytes: api.deps.files.mostBytes });

/** Makes files look as if they had last been written a second more than so long ago. */
function age(paths: readonly string[], ms: number): void {
  const then = new Date(Date.now() - ms - 1_000);
  for (const path of paths) utimesSync(path, then, then);
}

function keptPaths(): string[] {
  const root = join(dir, 'kept');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile());
}
