import { createHash, randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Db } from '../../db/client.ts';
import { keepBlob } from '../../db/files/case-files.ts';
import type { Files } from '../files/open-files.ts';
import type { Rendered } from './renderer.ts';

/** The bytes of documents that went out, where the files are, under their digest. */
export interface KeptBytes {
  /** Keeps them: when it returns they survive a crash. `at`: the instant, epoch ms. */
  keep(rendered: Rendered, at: number): Promise<void>;
  /** Null: they are not there, or are no longer what they were. */
  read(sha256: string): Promise<Rendered | null>;
}

/** Bytes are in the store before a row names them; what a crash leaves without one is thrown away like any unnamed content. */
export function keptBytes(db: Db, { store, arrivals, inTurn }: Files): KeptBytes {
  return {
    keep: async ({ bytes, sha256 }, at) => {
      await inTurn(async () => {
        const id = randomUUID();
        await arrivals.write(id, { from: 0, most: bytes.length, body: once(bytes) });
        const sealed = await arrivals.seal(id);
        try {
          await store.put(sha256, sealed.path);
        } finally {
          await arrivals.dropSealed(sealed);
          await arrivals.drop(id);
        }
      });
      // Ours: no scanner is asked.
      await keepBlob(db, { sha256, size: bytes.length, kind: 'pdf', scan: 'clean', at });
    },
    read: async (sha256) => {
      if ((await store.head(sha256)) === null) return null;
      const bytes = await buffer(await store.get(sha256));
      return createHash('sha256').update(bytes).digest('hex') === sha256 ? { bytes, sha256 } : null;
    },
  };
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
