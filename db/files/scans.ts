import type { ScanState } from '../../domain/files/states.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** Contents that no scanner has judged yet, those that wait longest first: also what came while none was set. */
export async function blobsToScan(db: Queryable, most: number): Promise<string[]> {
  const text = `SELECT sha256 FROM blob WHERE scan IN ('off', 'waiting') ORDER BY kept_at LIMIT $1`;
  return (await run<{ sha256: string }>(db, { name: 'blob-to-scan', text }, [most])).map(({ sha256 }) => sha256);
}

/** Keeps what a scanner said of a content. `at` in epoch ms. */
export async function keepScan(
  db: Queryable,
  o: { sha256: string; scan: Extract<ScanState, 'clean' | 'infected'>; found: string | null; at: number },
): Promise<void> {
  const text = `UPDATE blob SET scan = $2, found = $3, scanned_at = $4 WHERE sha256 = $1 AND scan <> 'infected'`;
  await run(db, { name: 'blob-scanned', text }, [o.sha256, o.scan, o.found, new Date(o.at)]);
}
