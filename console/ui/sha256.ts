/**
 * SHA-256 of a file in lower-case hex, computed here: the file is not sent. `crypto.subtle` exists on https and localhost only; on a plain
 * http address of an office network the digest is computed in script.
 */
export async function sha256Of(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  const digest = globalThis.isSecureContext
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    : (await import('@noble/hashes/sha2.js')).sha256(new Uint8Array(bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
