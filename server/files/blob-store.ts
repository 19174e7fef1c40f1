import type { Readable } from 'node:stream';

/** Where content is kept under its SHA-256 (lower-case hex). The same content twice is one. */
export interface BlobStore {
  /** Takes the finished file at `path`, which is gone afterwards; when it returns, the content survives a crash. */
  put(sha256: string, path: string): Promise<void>;
  /** The content as a stream. @throws Error when it is not there */
  get(sha256: string): Promise<Readable>;
  /** Its size in bytes; null when it is not there. */
  head(sha256: string): Promise<number | null>;
  remove(sha256: string): Promise<void>;
  /** Everything that is kept; `at`: when it was put last, in epoch ms. */
  list(): AsyncIterable<StoredBlob>;
}

export interface StoredBlob {
  readonly sha256: string;
  readonly size: number;
  readonly at: number;
}

export const digestForm = /^[0-9a-f]{64}$/;
