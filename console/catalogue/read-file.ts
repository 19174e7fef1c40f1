import { cleanCell, readCsv } from '../../domain/catalogue/csv.ts';
import type { CsvRow } from '../../domain/catalogue/csv.ts';

/** A list as the browser read it: what stands above its columns, and its rows. */
export interface ReadFile {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly CsvRow[];
  /** The line of a quote that never closes. */
  readonly openQuote: number | null;
}

/**
 * Reads a list.
 * @throws when the file is none
 */
export async function readFile(file: File): Promise<ReadFile> {
  const bytes = await file.arrayBuffer();
  const { rows, openQuote } = isSheet(bytes) ? await readFirstSheet(bytes) : readCsv(textOf(bytes));
  const [head, ...body] = rows;
  return { name: file.name, heads: head?.cells ?? [], rows: body, openQuote };
}

/** Lists come in UTF-8 or, from older systems and Excel, in the Chinese national encoding. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** An Excel file of today is a zip, whatever it is called. */
function isSheet(bytes: ArrayBuffer): boolean {
  const [p, k] = new Uint8Array(bytes.slice(0, 2));
  return p === 0x50 && k === 0x4b;
}

/** The first sheet; its rows are told by their number there. The library comes with the first such file, without a worker, which our policy forbids. */
async function readFirstSheet(bytes: ArrayBuffer): Promise<{ rows: CsvRow[]; openQuote: null }> {
  const { readSheet } = await import('read-excel-file/universal');
  const sheet = await readSheet(bytes);
  const rows = sheet.map((row, at) => ({ line: at + 1, cells: row.map(cellText) }));
  return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')), openQuote: null };
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return cleanCell(value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
}
