import type { Db } from '../../db/client.ts';
import { blobsToScan, keepScan } from '../../db/files/scans.ts';
import type { Files } from './open-files.ts';

const atOnce = 50;

/**
 * Has a content scanned now, where a scanner is set. It stays in quarantine when the scanner cannot tell: it is asked again by the sweep.
 * @throws Error from the scanner or the store
 */
export async function scanBlob(db: Db, { store, scanner }: Files, sha256: string): Promise<void> {
  if (scanner === null) return;
  const said = await scanner(await store.get(sha256));
  const found = said.clean ? null : said.found;
  await keepScan(db, { sha256, scan: said.clean ? 'clean' : 'infected', found, at: Date.now() });
}

/** Scans what waits, one after the other, up to 50. @returns how many were judged; the first that fails ends it */
export async function scanWaiting(db: Db, files: Files): Promise<number> {
  if (files.scanner === null) return 0;
  const waiting = await blobsToScan(db, atOnce);
  for (const sha256 of waiting) await scanBlob(db, files, sha256);
  return waiting.length;
}
