import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Db } from '../../db/client.ts';
import { dropFile, keepFile, readFile } from '../../db/files/case-files.ts';
import type { CaseFile } from '../../db/files/case-files.ts';
import { notTaken } from '../../domain/files/kinds.ts';
import type { NotTaken } from '../../domain/files/kinds.ts';
import { headLength, refusedByHead, sniff } from '../../domain/files/sniff.ts';
import { withBytes } from './arrivals.ts';
import type { Files } from './open-files.ts';
import { scanBlob } from './scan.ts';

/** A file of which bytes are still to come, or came. */
type Arriving = Pick<CaseFile, 'fileId' | 'size' | 'state' | 'broughtBy'>;

/**
 * Where an upload goes on, in bytes. Of one whose bytes are all there but that is not kept yet (its process was killed just then) the
 * last byte is asked for again: with it the rest is done.
 */
export async function offsetOf({ arrivals }: Files, { fileId, size, state }: Arriving): Promise<number> {
  if (state !== 'arriving') return size;
  return Math.min(await arrivals.lengthOf(fileId), size - 1);
}

/**
 * Writes a part of an upload; with the last one the file is kept, or refused and forgotten. `at`: the instant, epoch ms. Problems
 * `upload-ended`, `upload-offset`, `body-too-large`, `file-not-taken`.
 * @returns where the upload goes on
 */
export async function receivePart(
  o: { db: Db; files: Files; at: number },
  file: Arriving,
  part: { from: number; length: number | null; body: AsyncIterable<Uint8Array> },
): Promise<number | Problem> {
  const { arrivals } = o.files;
  if (file.state !== 'arriving') return problem('upload-ended', 'expected an upload under way, but it is over');
  const offset = await offsetOf(o.files, file);
  if (part.from !== offset) return problem('upload-offset', `expected to go on at ${offset}, but it is ${part.from}`);
  const most = file.size - offset;
  if (part.length !== null && part.length > most) return tooMuch(most);
  const { more } = await arrivals.write(file.fileId, { from: offset, most, body: part.body });
  const length = await arrivals.lengthOf(file.fileId);
  const early = refusedByHead(await arrivals.headOf(file.fileId, headLength));
  // Fewer bytes than tell a file from another are no reason yet.
  if (early !== null && (length >= headLength || length >= file.size)) return forget(o, file.fileId, early);
  if (more) return tooMuch(most);
  if (length < file.size) return length;
  const kept = await o.files.inTurn(async () => finish(o, file));
  if (typeof kept !== 'string') return kept;
  // Outside of the turn: a scanner takes its time. What it cannot tell now it is asked again later.
  await scanBlob(o.db, o.files, kept).catch((error: unknown) => o.files.heard(error));
  return file.size;
}

/**
 * The bytes are all there: copied, told by what they are, stored, and only then kept.
 * @returns the digest of what is kept; a number where bytes are missing after all
 */
async function finish(o: { db: Db; files: Files; at: number }, file: Arriving): Promise<string | number | Problem> {
  const { arrivals, store } = o.files;
  const sealed = await arrivals.seal(file.fileId);
  try {
    // A power cut may have taken the end away again.
    if (sealed.size < file.size) return sealed.size;
    const found = await withBytes(sealed.path, sniff);
    if ('refused' in found) return await forget(o, file.fileId, found.refused);
    await store.put(sealed.sha256, sealed.path);
    const { fileId, size, broughtBy } = file;
    const scan = o.files.scanner === null ? 'off' : 'waiting';
    const isKept =
      (await keepFile(o.db, { fileId, size, broughtBy, sha256: sealed.sha256, kind: found.kind, scan, at: o.at })) ||
      // The same part came twice, and the other request was first.
      (await readFile(o.db, fileId))?.sha256 === sealed.sha256;
    if (!isKept) return problem('upload-ended', 'expected an upload under way, but it was given up');
    await arrivals.drop(fileId);
    return sealed.sha256;
  } finally {
    await arrivals.dropSealed(sealed);
  }
}

async function forget({ db, files }: { db: Db; files: Files }, fileId: string, why: NotTaken): Promise<Problem> {
  await dropFile(db, fileId);
  await files.arrivals.drop(fileId);
  return problem('file-not-taken', `expected a file that is taken, but ${notTaken[why].en}`, {
    detail: notTaken[why].zh,
  });
}

function tooMuch(most: number): Problem {
  return problem('body-too-large', `expected at most ${most} bytes more, but there are more`);
}
