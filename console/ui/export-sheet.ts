import i18next from 'i18next';
import writeXlsxFile from 'write-excel-file/browser';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { sheetWidth } from './sheet-width.ts';
import type { Column, LoadPage } from './column.ts';

const pageSize = '200';
/** A browser holds so many rows with ease; the longest list of a department is shorter. */
const mostRows = 20_000;

/** Writes all pages of a list as an Excel file: title, 制表时间, frozen header, the columns that are shown. */
export async function exportSheet<R>(o: {
  title: string;
  columns: readonly Column<R>[];
  load: LoadPage<R>;
}): Promise<void> {
  const rows = await allRows(o.load);
  const made = rfc3339(Date.now()).slice(0, 19).replace('T', ' ');
  const width = o.columns.length;
  const empty = Array.from({ length: Math.max(width - 1, 0) }, () => null);
  const data = [
    [{ value: o.title, fontWeight: 'bold' as const, fontSize: 16, columnSpan: width }, ...empty],
    [{ value: `${i18next.t('frame.exportedAt')}：${made}`, columnSpan: width }, ...empty],
    o.columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const, backgroundColor: '#eef2f8' })),
    ...rows.map((row) => o.columns.map(({ text }) => cell(text(row)))),
  ];
  const file = writeXlsxFile(data, {
    sheet: o.title.slice(0, 31),
    stickyRowsCount: 3,
    orientation: 'landscape',
    columns: o.columns.map(({ title, text }) => ({ width: sheetWidth([title, ...rows.map(text)]) })),
  });
  await file.toFile(`${o.title}-${made.replace(/[^0-9]/g, '')}.xlsx`);
}

function cell(value: string | number | null) {
  return value === null ? null : { value, wrap: typeof value === 'string' };
}

async function allRows<R>(load: LoadPage<R>): Promise<R[]> {
  const rows: R[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<LoadPage<R>>> = await load({
      limit: pageSize,
      ...(cursor === null ? {} : { cursor }),
    });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && rows.length < mostRows);
  return rows;
}
