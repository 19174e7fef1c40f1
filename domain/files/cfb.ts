import type { Bytes } from './bytes.ts';
import { numberAt } from './bytes.ts';

/** No sector, and the end of a chain (MS-CFB 2.1): everything from here up is no address. */
const firstNone = 0xfffffffa;
const mostSectors = 2_000;

/** The sectors of a compound file: where each begins, and which follows which. */
interface Sectors {
  readonly bytes: Bytes;
  /** In bytes: 512 or 4,096. */
  readonly size: number;
  /** Where the table of chains stands. */
  readonly tables: readonly number[];
}

/**
 * Lists the names of streams and storages in a compound file (MS-CFB, the container of Word, Excel and PowerPoint until 2003). Null
 * where it is none, is cut, or goes in a circle.
 */
export async function listCompound(bytes: Bytes): Promise<string[] | null> {
  const head = await bytes.read(0, 512);
  const shift = numberAt(head, 30, 2);
  if (head.length < 512 || (shift !== 9 && shift !== 12)) return null;
  const tables = Array.from({ length: 109 }, (_none, index) => numberAt(head, 76 + 4 * index, 4));
  const first = { bytes, size: 2 ** shift, tables: tables.filter((sector) => sector < firstNone) };
  const more = await moreTables(first, numberAt(head, 68, 4));
  if (more === null) return null;
  const sectors = { ...first, tables: [...first.tables, ...more] };
  const names: string[] = [];
  let at = numberAt(head, 48, 4);
  for (let turn = 0; at < firstNone; turn += 1) {
    const directory = await sectorOf(sectors, at);
    if (directory.length === 0 || turn >= mostSectors) return null;
    names.push(...namesIn(directory));
    at = await nextOf(sectors, at);
  }
  return names;
}

/** Large files keep the places of their table in a chain of its own: its last number is where it goes on. */
async function moreTables(sectors: Sectors, from: number): Promise<number[] | null> {
  const tables: number[] = [];
  const perSector = sectors.size / 4 - 1;
  let at = from;
  for (let turn = 0; at < firstNone; turn += 1) {
    const found = await sectorOf(sectors, at);
    if (found.length === 0 || turn >= mostSectors) return null;
    const numbers = Array.from({ length: perSector }, (_none, index) => numberAt(found, 4 * index, 4));
    tables.push(...numbers.filter((sector) => sector < firstNone));
    at = numberAt(found, 4 * perSector, 4);
  }
  return tables;
}

async function sectorOf({ bytes, size }: Sectors, sector: number): Promise<Uint8Array> {
  return bytes.read((sector + 1) * size, size);
}

async function nextOf(sectors: Sectors, sector: number): Promise<number> {
  const perTable = sectors.size / 4;
  const table = sectors.tables[Math.floor(sector / perTable)];
  if (table === undefined) return firstNone;
  return numberAt(await sectorOf(sectors, table), 4 * (sector % perTable), 4);
}

/** Entries of 128 bytes: a name in UTF-16, its length with the closing zero, and a type that is 0 where the entry is empty. */
function namesIn(directory: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(numberAt(directory, at + 64, 2), 64);
    if (directory[at + 66] === 0 || length < 2) continue;
    const signs = Array.from({ length: length / 2 - 1 }, (_none, index) => numberAt(directory, at + 2 * index, 2));
    names.push(String.fromCharCode(...signs));
  }
  return names;
}
