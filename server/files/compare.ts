import { createHash } from 'node:crypto';
import type { Db } from '../../db/client.ts';
import { allBlobs, digestsInFacts, filesWithoutCase } from '../../db/files/check.ts';
import type { BlobStore } from './blob-store.ts';
import { patienceMs } from './sweep.ts';
import { unnamedBlobs } from './unnamed.ts';

/** What a comparison of store, tables and facts found. `wrong`: sentences that say what is not as it must be. */
export interface Compared {
  readonly contents: number;
  readonly bytes: number;
  /** Contents that no row names and that are young: an upload may be finishing them. */
  readonly young: number;
  /** Digests that facts told, and those of them of which the case has the file. */
  readonly told: number;
  readonly toldWithFile: number;
  readonly wrong: readonly string[];
}

/**
 * Holds the store against the tables, both ways, and the tables against the facts. `deep`: every content is read and hashed too. `now` in
 * epoch ms.
 */
export async function compareFiles(o: { db: Db; store: BlobStore; deep: boolean; now: number }): Promise<Compared> {
  const { db, store } = o;
  const wrong: string[] = [];
  let [contents, bytes, young] = [0, 0, 0];
  for await (const { sha256, size } of allBlobs(db)) {
    contents += 1;
    bytes += size;
    const found = await store.head(sha256);
    if (found === null) wrong.push(`content ${sha256} is not in the store`);
    else if (found !== size) wrong.push(`content ${sha256} has ${found} bytes in the store, its row says ${size}`);
    else if (o.deep && (await digestOf(store, sha256)) !== sha256)
      wrong.push(`content ${sha256} is not what its digest says`);
  }
  for await (const { sha256, at } of unnamedBlobs(db, store)) {
    if (at > o.now - patienceMs) young += 1;
    else wrong.push(`content ${sha256} is named by no row`);
  }
  for (const fileId of await filesWithoutCase(db)) wrong.push(`file ${fileId} is of a case that is not there`);
  const told = await digestsInFacts(db);
  for (const { caseId, materialId, hasFile, wasHere } of told) {
    if (wasHere && !hasFile) wrong.push(`a fact of case ${caseId} tells a file of ${materialId} that is not there`);
  }
  return {
    contents,
    bytes,
    young,
    told: told.length,
    toldWithFile: told.filter(({ hasFile }) => hasFile).length,
    wrong,
  };
}

async function digestOf(store: BlobStore, sha256: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of await store.get(sha256)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
