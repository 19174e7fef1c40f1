import { canonicalJson, sha256Hex } from '../flow/canonical.ts';
import type { Fact, FactBody } from './facts/index.ts';
import type { PersonId } from './marks.ts';

/** The hash before the first fact of every case. */
export const noHash = '';

/** Who and when stands behind the facts of one order or one tick. Instants in business ms. */
export interface Stamp {
  readonly at: number;
  readonly recordedAt: number;
  readonly requestId: string;
  readonly actorId: string | null;
  readonly onBehalfOf?: PersonId;
}

/** SHA-256 over the previous hash and the canonical fact: any change, gap or reordering breaks the chain. */
export function hashOf(previousHash: string, fact: Omit<Fact, 'hash'>): string {
  const { seq, at, recordedAt, requestId, actorId, onBehalfOf, body } = fact;
  // Canonical JSON leaves out what is undefined: facts without a stand-in keep the hash they always had.
  return sha256Hex(previousHash + canonicalJson({ seq, at, recordedAt, requestId, actorId, onBehalfOf, body }));
}

/** Makes a fact of a body: the next number, its times, its link in the chain. */
export function seal(previous: { seq: number; hash: string }, stamp: Stamp, body: FactBody): Fact {
  const open = { seq: previous.seq + 1, ...stamp, body };
  return { ...open, hash: hashOf(previous.hash, open) };
}

/** Checks a run of facts that follows (fromSeq, fromHash). Answers the seq of the first broken link, or null. */
export function verifyChain(facts: readonly Fact[], fromSeq = 0, fromHash: string = noHash): number | null {
  let [seq, hash] = [fromSeq, fromHash];
  for (const fact of facts) {
    if (fact.seq !== seq + 1 || fact.hash !== hashOf(hash, fact)) return seq + 1;
    [seq, hash] = [fact.seq, fact.hash];
  }
  return null;
}
