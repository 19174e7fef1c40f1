/** Bytes that are read where they are needed, so that a large file is never in memory as a whole. */
export interface Bytes {
  readonly size: number;
  /** Up to `length` bytes from an offset; fewer where the file ends. */
  read(from: number, length: number): Promise<Uint8Array>;
}

/** An unsigned little-endian number of 2 or 4 bytes; what lies past the end counts as 0. */
export function numberAt(bytes: Uint8Array, at: number, width: 2 | 4): number {
  let value = 0;
  for (let index = width - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

/** Whether bytes have these at an offset. */
export function hasAt(bytes: Uint8Array, at: number, wanted: readonly number[] | string): boolean {
  const codes = typeof wanted === 'string' ? Array.from(wanted, (sign) => sign.charCodeAt(0)) : wanted;
  return codes.every((code, index) => bytes[at + index] === code);
}
