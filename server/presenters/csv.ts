import { rfc3339 } from '../../domain/clock/civil-date.ts';

/** A column of a file: its title, and what stands in a row (counted from 0). */
export type CsvColumn<Row> = readonly [title: string, read: (row: Row, index: number) => string];

/** The header that names a file for whoever saves it: its title and when it was made (`at` in ms), as the sheets of the console have it. */
export function namedFile(o: { title: string; plain: string; at: number }): string {
  const at = rfc3339(o.at).slice(0, 19).replaceAll(/\D/g, '');
  const name = encodeURIComponent(`${o.title}-${at}.csv`);
  return `attachment; filename="${o.plain}-${at}.csv"; filename*=UTF-8''${name}`;
}

/** What a list was narrowed by, as the audit of its export keeps it. */
export function narrowedBy(query: Readonly<Record<string, string | undefined>>): { filter?: string } {
  const given = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return given.length === 0 ? {} : { filter: given.join(' ') };
}

/** Rows as CSV (RFC 4180): UTF-8 with BOM for spreadsheets, no cell that a spreadsheet would take for a formula. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly CsvColumn<Row>[]): string {
  const head = columns.map(([title]) => cell(title)).join(',');
  const lines = rows.map((row, index) => columns.map(([, read]) => cell(read(row, index))).join(','));
  return `\ufeff${[head, ...lines].join('\r\n')}\r\n`;
}

/**
 * One cell: quoted where needed. A text that begins like a formula (also full-width) gets an apostrophe in front; one that a spreadsheet
 * would take for a number and change (long, with a zero in front, like 1E5) a tab, which makes it text and shows nothing.
 */
export function cell(text: string): string {
  const isFormula = /^[\s]*[=+\-@\t\r＝＋－＠]/.test(text);
  const isChanged = /^\s*(\d{12,}|0\d+|\d+[eE]\d+)\s*$/.test(text);
  const safe = isFormula ? `'${text}` : isChanged ? `\t${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
