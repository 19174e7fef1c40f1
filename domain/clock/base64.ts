const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 with padding (RFC 4648), by hand because the domain has neither Buffer nor btoa. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += alphabet.charAt(group >> 18) + alphabet.charAt((group >> 12) & 63);
    text += i + 1 < bytes.length ? alphabet.charAt((group >> 6) & 63) : '=';
    text += i + 2 < bytes.length ? alphabet.charAt(group & 63) : '=';
  }
  return text;
}

/**
 * Reads base64 with padding.
 * @throws Error on a foreign character or a length that is no multiple of four
 */
export function fromBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0) throw new Error(`expected base64 in groups of four, but got ${text.length} characters`);
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let i = 0, at = 0; i < text.length; i += 4) {
    let group = 0;
    for (let j = i; j < i + 4; j += 1) {
      const isPadding = j >= text.length - padding;
      const value = isPadding ? 0 : alphabet.indexOf(text.charAt(j));
      if (value < 0) throw new Error(`expected base64, but got "${text.charAt(j)}" at ${j}`);
      group = (group << 6) | value;
    }
    // A typed array ignores writes past its end, which is where the padding would go.
    bytes[at++] = group >> 16;
    bytes[at++] = (group >> 8) & 255;
    bytes[at++] = group & 255;
  }
  return bytes;
}
