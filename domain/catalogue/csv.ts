/** One row of a list: the line of the file on which it begins (from 1), and its cells without outer blanks. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A list as it was read; `openQuote`: the line of a quote that never closes, whose rest cannot be told apart. */
export interface CsvRead {
  readonly rows: readonly CsvRow[];
  readonly openQuote: number | null;
}

/** What no sheet shows and no door takes: it stands as this sign, and its row is named. */
export const unreadable = '\ufffd';
// Control signs, marks of direction and halves of pairs, but no tab or line end.
const unsafe =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Reads CSV (RFC 4180) as it really comes: with or without BOM, lines that end in CRLF, LF or CR, quotes only where they open a cell. Rows
 * without anything in them are passed over.
 */
export function readCsv(text: string): CsvRead {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  const endRow = () => {
    if (cells.some((cell) => cell !== '')) rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  const source = text.replace(/^\ufeff/, '');
  const cell = /"((?:[^"]|"")*)"([^,\r\n]*)|([^,\r\n]*)/y;
  while (cell.lastIndex < source.length) {
    const at = cell.lastIndex;
    const [whole = '', quoted, rest = '', plain = ''] = cell.exec(source) ?? [];
    if (quoted === undefined && plain.startsWith('"')) return { rows, openQuote: line };
    cells.push(cleanCell(quoted === undefined ? plain : quoted.replaceAll('""', '"') + rest));
    line += linesIn(whole);
    const end = /,|\r\n|\r|\n/y;
    end.lastIndex = at + whole.length;
    const [sign] = end.exec(source) ?? [''];
    cell.lastIndex = at + whole.length + sign.length;
    if (sign === ',' && cell.lastIndex === source.length) cells.push('');
    if (sign === ',') continue;
    line += 1;
    endRow();
  }
  if (cells.length > 0) endRow();
  return { rows, openQuote: null };
}

/** A cell as it is meant: without outer blanks, and without the sign that an export puts before what a sheet would take for a formula. */
export function cleanCell(text: string): string {
  return text
    .replaceAll(unsafe, unreadable)
    .trim()
    .replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '');
}

function linesIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
