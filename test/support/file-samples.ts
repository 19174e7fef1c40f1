import { Buffer } from 'node:buffer';
import type { Bytes } from '../../domain/files/bytes.ts';

/** Small files of each kind, made byte by byte: what a sniffer and a door see, not what an application would open. */

/** Bytes as the sniffer reads them. */
export function bytesOf(all: Uint8Array): Bytes {
  return { size: all.length, read: async (from, length) => all.subarray(from, from + length) };
}

const ascii = (text: string) => Buffer.from(text, 'latin1');
const little = (...fields: readonly (readonly [number, 2 | 4])[]): Buffer => {
  const parts = fields.map(([value, width]) => {
    const part = Buffer.alloc(width);
    if (width === 2) part.writeUInt16LE(value);
    else part.writeUInt32LE(value);
    return part;
  });
  return Buffer.concat(parts);
};

/** A PDF of so many bytes; `mark` makes its content another one. */
export function pdf(size = 200, mark = ''): Buffer {
  const head = ascii(`%PDF-1.7\n% ${mark}\n`);
  return Buffer.concat([head, Buffer.alloc(Math.max(0, size - head.length - 6), 0x20), ascii('%%EOF\n')]);
}

/** A picture of one red pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

interface Part {
  readonly name: string;
  readonly unpacked?: number;
  readonly locked?: true;
}

/** A ZIP of empty parts under these names. */
export function zip(parts: readonly (string | Part)[], comment = ''): Buffer {
  const [bodies, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const part of parts) {
    const { name, unpacked = 0, locked } = typeof part === 'string' ? { name: part } : part;
    const bytes = Buffer.from(name, 'utf8');
    const flags = locked === true ? 1 : 0;
    const sizes = [
      [0, 4],
      [0, 4],
      [unpacked, 4],
      [bytes.length, 2],
      [0, 2],
    ] as const;
    const common = [[20, 2], [flags, 2], [0, 2], [0, 2], [0, 2], ...sizes] as const;
    const body = Buffer.concat([little([0x04034b50, 4], ...common), bytes]);
    const rest = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [at, 4],
    ] as const;
    list.push(little([0x02014b50, 4], [20, 2], ...common, ...rest), bytes);
    bodies.push(body);
    at += body.length;
  }
  const directory = Buffer.concat(list);
  const count = parts.length;
  const end = little(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [directory.length, 4],
    [at, 4],
    [comment.length, 2],
  );
  return Buffer.concat([...bodies, directory, end, ascii(comment)]);
}

/** A document of Office from 2007 on, with these parts beside. */
export function office(
  main: 'word/document.xml' | 'xl/workbook.xml' | 'ppt/presentation.xml',
  ...more: readonly (string | Part)[]
): Buffer {
  return zip(['[Content_Types].xml', '_rels/.rels', main, ...more]);
}

/** A compound file of 512-byte sectors with these entries: a table of chains, then the directory, four entries a sector. */
export function compound(
  names: readonly string[],
  next: (sector: number, last: number) => number = (sector, last) => (sector === last ? 0xfffffffe : sector + 1),
): Buffer {
  const entries = ['Root Entry', ...names].map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE(2 * name.length + 2, 64);
    entry[66] = 2;
    return entry;
  });
  const directory = Buffer.concat([...entries, Buffer.alloc(128 * ((4 - (entries.length % 4)) % 4))]);
  const head = Buffer.alloc(512, 0xff);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  head.writeUInt16LE(9, 30);
  head.writeUInt32LE(1, 48);
  head.writeUInt32LE(0xfffffffe, 68);
  head.writeUInt32LE(0, 76);
  const last = directory.length / 512;
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let sector = 1; sector <= last; sector += 1) table.writeUInt32LE(next(sector, last), 4 * sector);
  return Buffer.concat([head, table, directory]);
}

/** One of each kind that is taken. */
export const samples = {
  pdf: pdf(),
  png,
  jpeg: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(60)]),
  gif: ascii('GIF89a' + '\0'.repeat(40)),
  webp: ascii('RIFF\x20\0\0\0WEBPVP8 ' + '\0'.repeat(30)),
  bmp: Buffer.concat([ascii('BM'), Buffer.alloc(12), little([40, 4]), Buffer.alloc(40)]),
  tiff: Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0]), Buffer.alloc(40)]),
  heic: Buffer.concat([Buffer.from([0, 0, 0, 24]), ascii('ftypheic'), Buffer.alloc(40)]),
  ofd: zip(['OFD.xml', 'Doc_0/Document.xml']),
  docx: office('word/document.xml'),
  xlsx: office('xl/workbook.xml'),
  pptx: office('ppt/presentation.xml'),
  doc: compound(['WordDocument', '1Table']),
  xls: compound(['Workbook']),
  ppt: compound(['PowerPoint Document', 'Current User', 'Pictures', 'Other']),
};
