import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bytes } from '../../domain/files/bytes.ts';
import { orNull } from './folder-store.ts';

/** A finished copy that nobody else has open, with the digest of just these bytes. */
export interface Sealed {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** Bytes that are coming in, a file an upload. */
export interface Arrivals {
  /** How many bytes of an upload are there. */
  lengthOf(fileId: string): Promise<number>;
  /** The first bytes of what is there. */
  headOf(fileId: string, length: number): Promise<Uint8Array>;
  /**
   * Writes what `body` brings at `from`, at most `most` bytes; what was written stays when the body breaks off. @returns whether
   * the body had more
   */
  write(fileId: string, o: { from: number; most: number; body: AsyncIterable<Uint8Array> }): Promise<{ more: boolean }>;
  /** Copies what is there into a file of its own: an upload that is still being written elsewhere cannot change it afterwards. */
  seal(fileId: string): Promise<Sealed>;
  drop(fileId: string): Promise<void>;
  /** Throws away a sealed copy. */
  dropSealed(sealed: Sealed): Promise<void>;
  /** Uploads and copies that nobody has written to since an instant (epoch ms): ids of uploads, and paths of copies that a crash left. */
  idleSince(before: number): Promise<{ fileIds: string[]; copies: string[] }>;
}

const partName = /^([0-9a-f-]{36})\.part$/;
const copyName = /^[0-9a-f-]{36}\.copy$/;
const copyChunk = 262_144;

/** Arrivals in a folder, which must be there. */
export function folderArrivals(root: string): Arrivals {
  const pathOf = (fileId: string) => join(root, `${fileId}.part`);
  return {
    lengthOf: async (fileId) => (await stat(pathOf(fileId)).catch(orNull))?.size ?? 0,
    headOf: async (fileId, length) => withFile(pathOf(fileId), 'r', async (file) => readAt(file, 0, length)),
    write: async (fileId, o) =>
      // Not in append mode: two requests that bring the same part write the same bytes to the same place.
      withFile(pathOf(fileId), constants.O_CREAT | constants.O_WRONLY, async (file) => writeAll(file, o)),
    seal: async (fileId) => {
      const path = join(root, `${randomUUID()}.copy`);
      try {
        return { path, ...(await copy(pathOf(fileId), path)) };
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
    drop: async (fileId) => rm(pathOf(fileId), { force: true }),
    dropSealed: async ({ path }) => rm(path, { force: true }),
    idleSince: async (before) => {
      const idle: string[] = [];
      for (const name of await readdir(root)) {
        const found = await stat(join(root, name)).catch(orNull);
        if (found !== null && found.mtimeMs < before) idle.push(name);
      }
      const fileIds = idle.flatMap((name) => partName.exec(name)?.[1] ?? []);
      return { fileIds, copies: idle.filter((name) => copyName.test(name)).map((name) => join(root, name)) };
    },
  };
}

/** The bytes of a file, read where they are asked for. */
export async function withBytes<T>(path: string, work: (bytes: Bytes) => Promise<T>): Promise<T> {
  return withFile(path, 'r', async (file) => {
    const { size } = await file.stat();
    return work({ size, read: async (from, length) => readAt(file, from, length) });
  });
}

async function withFile<T>(path: string, flags: string | number, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags, 0o600);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

async function writeAll(
  file: FileHandle,
  { from, most, body }: { from: number; most: number; body: AsyncIterable<Uint8Array> },
): Promise<{ more: boolean }> {
  let [at, more] = [from, false];
  try {
    for await (const chunk of body) {
      const taken = chunk.subarray(0, from + most - at);
      for (let done = 0; done < taken.length;) {
        const { bytesWritten } = await file.write(taken, done, taken.length - done, at + done);
        done += bytesWritten;
      }
      at += taken.length;
      more = taken.length < chunk.length;
      if (more) break;
    }
  } finally {
    // What an answer or a later question says is there must be there after a power cut too.
    await file.datasync();
  }
  return { more };
}

async function copy(from: string, to: string): Promise<{ sha256: string; size: number }> {
  return withFile(from, 'r', async (source) =>
    withFile(to, 'wx', async (target) => {
      const hash = createHash('sha256');
      const buffer = Buffer.allocUnsafe(copyChunk);
      let size = 0;
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, copyChunk, size);
        if (bytesRead === 0) break;
        const chunk = buffer.subarray(0, bytesRead);
        hash.update(chunk);
        await target.writeFile(chunk);
        size += bytesRead;
      }
      await target.sync();
      return { sha256: hash.digest('hex'), size };
    }),
  );
}
