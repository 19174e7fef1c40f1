import type { Bytes } from './bytes.ts';
import { numberAt } from './bytes.ts';

/** What a ZIP says of itself in its central directory, which is what every reader of Office and OFD goes by. */
export interface ZipList {
  readonly names: readonly string[];
  /** Sum of the sizes that its parts say they have unpacked, in bytes. */
  readonly unpacked: number;
  /** A part opens with a password only. */
  readonly locked: boolean;
}

/** A directory at the end: signature, 18 bytes, and a comment of at most 65,535 bytes. */
const [endSize, longestComment] = [22, 65_535];
const [endMark, partMark] = [0x06054b50, 0x02014b50];
const [mostParts, longestList] = [20_000, 4_194_304];

/**
 * Lists a ZIP without unpacking anything. Null where it is none, is cut, has more than 20,000 parts, or says sizes that only ZIP64 can say.
 */
export async function listZip(bytes: Bytes): Promise<ZipList | null> {
  const tail = await bytes.read(Math.max(0, bytes.size - endSize - longestComment), endSize + longestComment);
  const end = endOf(tail);
  if (end === null) return null;
  const count = numberAt(tail, end + 10, 2);
  const length = numberAt(tail, end + 12, 4);
  const from = numberAt(tail, end + 16, 4);
  if (count > mostParts || length > longestList || from + length > bytes.size) return null;
  return readList(await bytes.read(from, length), count);
}

/** The last directory whose comment ends with the file; null when there is none. */
function endOf(tail: Uint8Array): number | null {
  for (let at = tail.length - endSize; at >= 0; at -= 1) {
    const fits = numberAt(tail, at, 4) === endMark && at + endSize + numberAt(tail, at + 20, 2) === tail.length;
    if (fits) return at;
  }
  return null;
}

function readList(list: Uint8Array, count: number): ZipList | null {
  const names: string[] = [];
  let [at, unpacked, locked] = [0, 0, false];
  for (let part = 0; part < count; part += 1) {
    if (at + 46 > list.length || numberAt(list, at, 4) !== partMark) return null;
    const nameLength = numberAt(list, at + 28, 2);
    locked ||= (numberAt(list, at + 8, 2) & 1) === 1;
    unpacked += numberAt(list, at + 24, 4);
    names.push(latin(list.subarray(at + 46, at + 46 + nameLength)));
    at += 46 + nameLength + numberAt(list, at + 30, 2) + numberAt(list, at + 32, 2);
  }
  return { names, unpacked, locked };
}

/** Byte for byte: the names that matter here are ASCII, whatever the others are written in. */
function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
