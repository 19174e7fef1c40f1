import { expect, it } from 'vitest';
import {
  basicItems,
  implementingItems,
  listText,
  repliedLevels,
  repliedTypes,
} from '../../bench/catalogue/generate.ts';
import { guessColumns } from '../../domain/catalogue/columns.ts';
import { readCsv } from '../../domain/catalogue/csv.ts';
import { cellsOf, readRow } from '../../domain/catalogue/read-row.ts';
import type { CatalogueKind } from '../../domain/catalogue/words.ts';

function read(kind: CatalogueKind, text: string) {
  const [head, ...body] = readCsv(text).rows;
  const columns = guessColumns(kind, head?.cells ?? []);
  return body.map(({ cells }) => readRow(kind, cellsOf(columns, cells), ['210000']));
}

function counted(values: readonly (string | undefined)[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value ?? ''] = (counts[value ?? ''] ?? 0) + 1;
  return counts;
}

it('a province is made that has the figures of the founding reply, and not one row is wrong or odd', () => {
  const items = basicItems();
  const basic = read('basic', listText('basic', items));
  const entries = read('implementing', listText('implementing', implementingItems(items)));
  expect([basic.length, entries.length]).toEqual([5_760, 49_966]);
  expect(counted(basic.map(({ fields }) => fields.type))).toEqual(repliedTypes);
  expect(counted(entries.map(({ fields }) => fields.levels))).toEqual(repliedLevels);
  for (const rows of [basic, entries]) {
    expect(rows.filter(({ faults, remarks }) => faults.length + remarks.length > 0)).toEqual([]);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
  }
  const known = new Set(basic.map(({ code }) => code));
  expect(entries.filter(({ fields }) => !known.has(fields.basicCode ?? ''))).toEqual([]);
  expect(new Set(entries.map(({ fields }) => fields.basicCode)).size).toBe(5_760);
});
