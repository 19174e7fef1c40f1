import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partsOf } from '../../console/catalogue/parts-of.ts';
import type { OkOf } from '../../contract/routes.ts';
import type { ApiUser } from '../../demo/api-client.ts';
import { guessColumns } from '../../domain/catalogue/columns.ts';
import { readCsv } from '../../domain/catalogue/csv.ts';
import { cellsOf } from '../../domain/catalogue/read-row.ts';
import type { CatalogueKind } from '../../domain/catalogue/words.ts';
import { basicItems, implementingItems, listText } from './generate.ts';

type Import = OkOf<'oneImport'>;

/** The lists of the province that the founding reply counts, as files would hold them. */
export function province(): Readonly<Record<CatalogueKind, string>> {
  const basic = basicItems();
  return { basic: listText('basic', basic), implementing: listText('implementing', implementingItems(basic)) };
}

/** Writes both lists into a folder. */
export function writeProvince(folder: string): void {
  for (const [kind, text] of Object.entries(province())) writeFileSync(join(folder, `${kind}.csv`), text);
}

/** What a file of a real list says. */
export function listIn(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Brings a list as the page does: read, sent in parts, checked, taken batch after batch. */
export async function bring(keeper: ApiUser, kind: CatalogueKind, text: string): Promise<Import> {
  const [head, ...body] = readCsv(text).rows;
  const columns = guessColumns(kind, head?.cells ?? []);
  const rows = body.map(({ line, cells }) => ({ line, cells: cellsOf(columns, cells) }));
  const { id } = await keeper.post('/catalogue/imports', { kind, fileName: `${kind}.csv` });
  const at = `/catalogue/imports/${String(id)}`;
  for (const part of partsOf(rows)) {
    const { status, text: answer } = await keeper.send('PUT', `${at}/rows`, { rows: part });
    if (status !== 204) throw new Error(`expected the rows to be taken, but got ${status} ${answer}`);
  }
  let found = (await keeper.post(`${at}/check`)) as Import;
  while (found.new + found.changed > found.taken) found = (await keeper.post(`${at}/run`)) as Import;
  return found;
}

/** The wrong rows of an import, each by its line and what is wrong. */
export async function wrongRows(keeper: ApiUser, { id }: Import): Promise<readonly string[]> {
  const page = await keeper.get(`/catalogue/imports/${id}/rows?only=wrong&limit=200`);
  const { items } = page as OkOf<'importRows'>;
  return items.map(({ line, faults }) => `line ${line}: ${faults.map(({ why }) => why.zh).join('；')}`);
}
