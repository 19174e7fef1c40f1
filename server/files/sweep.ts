import { rm } from 'node:fs/promises';
import type { Db } from '../../db/client.ts';
import { dropFile, filesArrivingSince, knownBlobs } from '../../db/files/case-files.ts';
import type { Files } from './open-files.ts';
import { unnamedBlobs } from './unnamed.ts';

const dayMs = 86_400_000;

/** An upload may be continued for a day. */
export const patienceMs = dayMs;

/** Content that no row names: so long a database may have come back from an earlier moment, and a later one be put in its place. */
export const unnamedPatienceMs = 30 * dayMs;

/**
 * Throws away uploads that were begun over a day before `now` (epoch ms) and not written to since, what a crash left of finishing one,
 * and content that no row has named for long (its process was killed between the two).
 */
export async function sweepFiles(db: Db, { arrivals, store }: Files, now: number): Promise<void> {
  const before = now - patienceMs;
  const idle = await arrivals.idleSince(before);
  for (const fileId of await filesArrivingSince(db, before)) {
    // One that is still being written to may have begun long ago.
    const isThere = (await arrivals.lengthOf(fileId)) > 0;
    if (!isThere || idle.fileIds.includes(fileId)) await dropFile(db, fileId);
  }
  for (const fileId of idle.fileIds) await arrivals.drop(fileId);
  for (const copy of idle.copies) await rm(copy, { force: true });
  for await (const { sha256, at } of unnamedBlobs(db, store)) {
    // Asked again just before: it may have been brought again since the list was read.
    if (at < now - unnamedPatienceMs && !(await knownBlobs(db, [sha256])).has(sha256)) await store.remove(sha256);
  }
}
