import { createHash, randomBytes } from 'node:crypto';

/** SHA-256 in hex of a secret with full entropy: session ids and tokens are looked up by it and never stored. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A new bearer token: 32 random bytes, with a prefix that scanners of leaked secrets can know. */
export function newToken(): string {
  return `shixian_${randomBytes(32).toString('base64url')}`;
}
