import type { Db } from '../../db/client.ts';
import { knownBlobs } from '../../db/files/case-files.ts';
import type { BlobStore, StoredBlob } from './blob-store.ts';

/** So many contents are asked for in one query. */
const atOnce = 500;

/** The contents of a store that no row of the tables names. */
export async function* unnamedBlobs(db: Db, store: BlobStore): AsyncGenerator<StoredBlob> {
  let some: StoredBlob[] = [];
  for await (const blob of store.list()) {
    some.push(blob);
    if (some.length < atOnce) continue;
    yield* await unnamedOf(db, some);
    some = [];
  }
  yield* await unnamedOf(db, some);
}

async function unnamedOf(db: Db, blobs: readonly StoredBlob[]): Promise<StoredBlob[]> {
  const known = await knownBlobs(
    db,
    blobs.map(({ sha256 }) => sha256),
  );
  return blobs.filter(({ sha256 }) => !known.has(sha256));
}
