import i18next from 'i18next';
import writeXlsxFile from 'write-excel-file/browser';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { call } from '../api.ts';
import { queryClient } from '../queries.ts';
import { cellsOf, optionsOf, paperOf } from './sheet.ts';
import type { Column, ListKey, LoadPage } from './column.ts';
import { labelled } from '../i18n/said.ts';

const pageSize = '200';
/** A browser holds so many rows with ease; the longest list of a department is shorter. */
const mostRows = 20_000;

/** Writes all pages of a list as an Excel file: title, 制表时间 (on the business day), the columns that are shown. The audit is told first. */
export async function exportSheet<R>(o: {
  title: string;
  columns: readonly Column<R>[];
  load: LoadPage<R>;
  queryKey: ListKey;
}): Promise<void> {
  const rows = await allRows(o.load);
  await tellAudit(o.queryKey, rows.length);
  const { today } = await queryClient.fetchQuery({
    queryKey: ['businessClock', {}],
    queryFn: async ({ signal }) => call('businessClock', { signal }),
  });
  const at = `${today} ${rfc3339(Date.now()).slice(11, 19)}`;
  const sheet = { ...o, rows, made: labelled(i18next.t('frame.exportedAt'), at) };
  const file = writeXlsxFile(cellsOf(sheet), optionsOf(sheet), { features: [paperOf(o.title)] });
  await file.toFile(`${o.title}-${at.replace(/[^0-9]/g, '')}.xlsx`);
}

async function tellAudit([list, ...narrowed]: ListKey, rows: number): Promise<void> {
  const filter = narrowed.flatMap(filterWords).join(' ').slice(0, 1_000);
  await call('tellExport', { body: { list, rows, ...(filter !== '' && { filter }) } });
}

/** What was looked for by name or number stays out of it: auditors see no case. */
function filterWords(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return part === undefined ? [] : [String(part)];
  return Object.entries(part).map(([name, value]) => `${name}=${name === 'find' ? '…' : String(value)}`);
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
