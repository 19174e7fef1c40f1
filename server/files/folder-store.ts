import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestForm } from './blob-store.ts';
import type { BlobStore, StoredBlob } from './blob-store.ts';

/** A store in a folder: `ab/ab12...`, one file a content. Arrivals must be on the same file system, for a file is moved in. */
export function folderStore(root: string): BlobStore {
  const folderOf = (sha256: string) => join(root, sha256.slice(0, 2));
  const pathOf = (sha256: string) => {
    // A digest of ours always fits; anything else would be a path that somebody chose.
    if (!digestForm.test(sha256)) throw new Error('expected a SHA-256, but it is none');
    return join(folderOf(sha256), sha256);
  };
  return {
    put: async (sha256, path) => {
      await mkdir(folderOf(sha256), { recursive: true, mode: 0o700 });
      await rename(path, pathOf(sha256));
      await syncFolder(folderOf(sha256));
      await syncFolder(root);
    },
    get: async (sha256) => {
      const handle = await open(pathOf(sha256), 'r');
      return handle.createReadStream();
    },
    head: async (sha256) => {
      const found = await stat(pathOf(sha256)).catch(orNull);
      return found === null ? null : found.size;
    },
    remove: async (sha256) => rm(pathOf(sha256), { force: true }),
    list: () => listFolder(root),
  };
}

async function* listFolder(root: string): AsyncGenerator<StoredBlob> {
  for (const folder of (await readdir(root)).filter((name) => /^[0-9a-f]{2}$/.test(name)).toSorted()) {
    for (const sha256 of (await readdir(join(root, folder))).filter((name) => digestForm.test(name)).toSorted()) {
      const found = await stat(join(root, folder, sha256)).catch(orNull);
      if (found !== null) yield { sha256, size: found.size, at: found.mtimeMs };
    }
  }
}

/** A name in a folder survives a crash only once the folder itself was written. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Null for what is not there; every other failure is one. */
export function orNull(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
