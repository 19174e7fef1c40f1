import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';

/** What seals documents. A department's own platform of electronic seals is another one of these. */
export interface Sealer {
  /** Stands on each document: what its seal is, and what it is not. */
  readonly note: string;
  /** Seals what has this SHA-256 (lower-case hex). */
  seal(sha256: string): Promise<Seal>;
  /** Whether a seal of this sealer is of what has this SHA-256. */
  isGood(sha256: string, seal: Seal): boolean;
}

/** A signature that stands beside the document: base64, by which algorithm, and the public key (SPKI, base64) that checks it. */
export interface Seal {
  readonly algorithm: string;
  readonly signature: string;
  readonly publicKey: string;
}

/** The ASN.1 before the 32 bytes of an Ed25519 key in PKCS 8. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The stock sealer: a detached Ed25519 signature over the digest, with a key of the server's secret. It shows that a paper is as we made
 * it; it is no reliable electronic signature (电子签名法 13) and no seal, and says so.
 */
export function stockSealer(secret: string): Sealer {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'document seal', 32));
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
  return {
    note: '附有分离式签名，可核验内容是否被改动；需要印章的，以加盖印章的文本为准。',
    seal: async (sha256) => ({
      algorithm: 'Ed25519',
      signature: sign(null, Buffer.from(sha256, 'hex'), key).toString('base64'),
      publicKey,
    }),
    isGood: (sha256, { signature }) =>
      verify(null, Buffer.from(sha256, 'hex'), createPublicKey(key), Buffer.from(signature, 'base64')),
  };
}
