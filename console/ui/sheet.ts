import { sheetWidth } from './sheet-width.ts';
import type { Column } from './column.ts';

/** A list as a sheet: what stands in it and how it is printed. */
interface Sheet<R> {
  readonly title: string;
  /** 制表时间, and who made it. */
  readonly made: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
}

const line = { borderStyle: 'thin', borderColor: '#595959' } as const;
/** Title, 制表时间, heading: they stand on every printed page. */
const headRows = 3;

/** The cells: a title, when it was made, and the table with lines around every cell, also the empty ones. */
export function cellsOf<R>({ title, made, columns, rows }: Sheet<R>) {
  const empty = Array.from({ length: Math.max(columns.length - 1, 0) }, () => null);
  return [
    [{ value: title, fontWeight: 'bold' as const, fontSize: 16, columnSpan: columns.length }, ...empty],
    [{ value: made, columnSpan: columns.length }, ...empty],
    columns.map((column) => ({
      value: column.title,
      fontWeight: 'bold' as const,
      backgroundColor: '#eef2f8',
      ...line,
    })),
    ...rows.map((row) => columns.map(({ text }) => cell(text(row)))),
  ];
}

function cell(value: string | number | null) {
  return value === null ? { value: '', ...line } : { value, wrap: typeof value === 'string', ...line };
}

/** How the sheet looks on the screen and on paper. */
export function optionsOf<R>({ title, columns, rows }: Sheet<R>) {
  return {
    sheet: nameOf(title),
    stickyRowsCount: headRows,
    orientation: 'landscape' as const,
    columns: columns.map((column) => ({ width: sheetWidth([column.title, ...rows.map(column.text)]) })),
  };
}

/** A sheet's name holds no more signs than these, and none of those that stand for something. */
function nameOf(title: string): string {
  return title.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, 31);
}

/** A4 across, as wide as one page and as long as it needs, with its head on each page. The library has no options for these. */
export function paperOf(title: string) {
  const head = `'${escaped(nameOf(title))}'!$1:$${headRows}`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string) =>
            xml
              .replace(/<worksheet[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
              .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
        },
        'xl/workbook.xml': {
          transform: (xml: string) =>
            xml.replace(
              '</sheets>',
              `</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${head}</definedName></definedNames>`,
            ),
        },
      },
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
