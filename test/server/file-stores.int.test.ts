import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BlobStore } from '../../server/files/blob-store.ts';
import { compareFiles } from '../../server/files/compare.ts';
import { folderStore } from '../../server/files/folder-store.ts';
import { openFiles } from '../../server/files/open-files.ts';
import { s3Store } from '../../server/files/s3-store.ts';
import { openTestApi } from '../support/api.ts';
import { pdf } from '../support/file-samples.ts';
import { fileCase } from '../support/filed-case.ts';
import { bring } from '../support/uploads.ts';

let dir: string;
let server: S3rver;
let url: string;
const key = { region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shixian-stores-'));
  const bucket = { directory: join(dir, 's3'), configureBuckets: [{ name: 'files' }] };
  server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, ...bucket });
  const { port } = await server.run();
  url = `http://127.0.0.1:${port}/files`;
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

const shaOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function put(store: BlobStore, bytes: Uint8Array, sha256 = shaOf(bytes)): Promise<string> {
  const path = join(dir, 'one.copy');
  writeFileSync(path, bytes);
  await store.put(sha256, path);
  return sha256;
}

async function contentOf(store: BlobStore, sha256: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await store.get(sha256)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function allOf(store: BlobStore): Promise<string[]> {
  const all: string[] = [];
  for await (const { sha256 } of store.list()) all.push(sha256);
  return all.toSorted();
}

describe.each([
  ['a folder', () => folderStore(dir)],
  ['a bucket', () => s3Store({ url, ...key })],
  ['a bucket with a prefix', () => s3Store({ url: `${url}/of-cases/`, ...key })],
])('the store in %s', (_name, open) => {
  it('gives back what was put, once, says its size, lists and removes it', async () => {
    const store = open();
    const [small, large] = [pdf(300, 'small'), pdf(3_000_000, 'large')];
    const ids = [await put(store, small), await put(store, large), await put(store, small)].toSorted();
    expect(await allOf(store)).toEqual([...new Set(ids)]);
    expect((await contentOf(store, shaOf(large))).equals(large)).toBe(true);
    expect([await store.head(shaOf(small)), await store.head(shaOf(large))]).toEqual([300, 3_000_000]);
    for (const sha256 of ids) await store.remove(sha256);
    expect(await allOf(store)).toEqual([]);
    expect(await store.head(shaOf(small))).toBeNull();
    await store.remove(shaOf(small));
    await expect(contentOf(store, shaOf(small))).rejects.toThrow();
  });

  it('takes no address for a digest', async () => {
    const store = open();
    for (const wrong of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`])
      await expect(store.get(wrong)).rejects.toThrow(/SHA-256/);
  });
});

describe('a bucket', () => {
  it('that does not know the key keeps nothing, and the failure says so', async () => {
    const stranger = s3Store({ url, ...key, accessKeyId: 'NOBODY' });
    await expect(put(stranger, pdf())).rejects.toThrow(/answered 403: InvalidAccessKeyId/);
    expect(await s3Store({ url, ...key }).head(shaOf(pdf()))).toBeNull();
  });

  it('holds the files of cases: brought, opened, compared with the tables', async () => {
    const mostBytes = { ofFile: 8_388_608, ofCase: 20_000_000 };
    const folder = join(dir, 'arrivals');
    const files = await openFiles({ dir: folder, mostBytes, bucket: { url: `${url}/cases`, ...key } });
    const api = await openTestApi({}, undefined, files);
    const filed = await fileCase(api, 'IN-A-BUCKET');
    const bytes = pdf(5_000_000, 'in a bucket');
    const { caseId, materialId } = filed;
    const fileId = await bring(api, 'caseOfficer', { caseId, materialId, name: 'a.pdf', bytes });
    const opened = await api.send('caseOfficer', 'GET', `/files/${fileId}/content`);
    expect(opened.rawPayload.equals(bytes)).toBe(true);
    const compare = async () =>
      compareFiles({ db: api.database.app, store: files.store, deep: true, now: Date.now() + 90_000_000 });
    expect(await compare()).toMatchObject({ contents: 1, bytes: 5_000_000, wrong: [] });
    await files.store.remove(shaOf(bytes));
    const stray = await put(files.store, pdf(400, 'stray'));
    expect((await compare()).wrong).toEqual([
      `content ${shaOf(bytes)} is not in the store`,
      `content ${stray} is named by no row`,
    ]);
    await api.close();
  });
});
