import type { OkOf } from '../../contract/routes.ts';
import { guessColumns } from '../../domain/catalogue/columns.ts';
import { cellsOf } from '../../domain/catalogue/read-row.ts';
import { readCsv } from '../../domain/catalogue/csv.ts';
import type { CatalogueKind } from '../../domain/catalogue/words.ts';
import type { Role } from '../../domain/people/roles.ts';
import type { TestApi } from './api.ts';

export type Import = OkOf<'oneImport'>;

/** Brings a CSV as the page does: read, mapped by its heads, sent in parts, checked. @returns where the import is, and what it says */
export async function bringList(
  api: TestApi,
  o: { kind: CatalogueKind; csv: string; by?: Role; part?: number },
): Promise<{ readonly at: string; readonly checked: Import }> {
  const { by = 'catalogueAdmin', part = 100 } = o;
  const [head, ...body] = readCsv(o.csv).rows;
  const columns = guessColumns(o.kind, head?.cells ?? []);
  const rows = body.map(({ line, cells }) => ({ line, cells: cellsOf(columns, cells) }));
  const begun = await api.send(by, 'POST', '/catalogue/imports', { body: { kind: o.kind, fileName: '目录.csv' } });
  const at = `/catalogue/imports/${begun.json<Import>().id}`;
  for (let from = 0; from < rows.length; from += part) {
    const sent = await api.send(by, 'PUT', `${at}/rows`, { body: { rows: rows.slice(from, from + part) } });
    if (sent.statusCode !== 204) throw new Error(`expected the rows to be taken, but got ${sent.body}`);
  }
  const checked = await api.send(by, 'POST', `${at}/check`);
  return { at, checked: checked.json<Import>() };
}

/** Brings a basic catalogue of one item and takes it. */
export async function importOne(api: TestApi): Promise<unknown> {
  const { at } = await bringList(api, { kind: 'basic', csv: '基本编码,名称,类型\n210102301000,许可,1' });
  return api.send('catalogueAdmin', 'POST', `${at}/run`);
}
