import type { OkOf } from '../../contract/routes.ts';
import type { CatalogueEntry } from '../../db/catalogue/entries.ts';
import type { ImportRow } from '../../db/catalogue/import-rows.ts';
import type { CatalogueImport } from '../../db/catalogue/imports.ts';
import { columnTitle, columnsFor, listColumnKeys } from '../../domain/catalogue/columns.ts';
import type { ListColumnKey } from '../../domain/catalogue/columns.ts';
import { differences, sharedRule, sharedRules } from '../../domain/catalogue/differences.ts';
import type { CatalogueKind } from '../../domain/catalogue/words.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { csvOf } from './csv.ts';
import type { CsvColumn } from './csv.ts';

/** An entry of the catalogue in a list. */
export function presentEntry(entry: CatalogueEntry): OkOf<'listEntries'>['items'][number] {
  const { kind, scheme, code, name, type, state, levels, legalBasis, mainName, basicCode, isItem } = entry;
  const { region, department, departmentCode, changedAt } = entry;
  const words = { kind, scheme, code, name, type, state, levels, legalBasis, mainName, basicCode, isItem };
  return { ...words, region, department, departmentCode, changedAt: rfc3339(changedAt) };
}

/** An entry beside its basic item: in what it differs, and by which rule it should not. */
export function presentOneEntry(entry: CatalogueEntry, basic: CatalogueEntry | null): OkOf<'oneEntry'> {
  const rule = entry.kind === 'basic' ? null : sharedRule(entry.type);
  return {
    entry: presentEntry(entry),
    basic: basic && presentEntry(basic),
    rule: rule && sharedRules[rule],
    differences: basic === null ? [] : [...differences(entry, basic)],
  };
}

/** An import with what became of its rows. */
export function presentImport({ madeAt, ...found }: CatalogueImport): OkOf<'oneImport'> {
  return { ...found, madeAt: rfc3339(madeAt) };
}

/** A row of an import: what is wrong or odd about it, and what it changes. */
export function presentImportRow(row: ImportRow): OkOf<'importRows'>['items'][number] {
  const { line, code, cells, outcome, faults, remarks, before, taken } = row;
  const changes = listColumnKeys.flatMap((column) => {
    const was = column === 'code' ? undefined : before?.[column];
    if (was === undefined || column === 'code') return [];
    return [{ column, before: was, after: row.fields[column] ?? '' }];
  });
  return {
    line,
    code,
    name: cells.name ?? '',
    department: cells.department ?? '',
    outcome,
    faults: [...faults],
    remarks: [...remarks],
    changes,
    taken,
  };
}

/** Entries as a list that can be imported again. */
export function entriesCsv(kind: CatalogueKind, entries: readonly CatalogueEntry[]): string {
  return csvOf(
    entries,
    columnsOf(kind, (entry: CatalogueEntry, key) => entry[key]),
  );
}

/** The rows that were not taken, as they came, each with what is wrong: to be mended and brought again. */
export function faultsCsv(kind: CatalogueKind, rows: readonly ImportRow[]): string {
  return csvOf(rows, [
    ...columnsOf(kind, (row: ImportRow, key) => row.cells[key] ?? ''),
    ['错误', ({ faults }) => faults.map(({ why }) => why.zh).join('；')],
    ['原行号', ({ line }) => String(line)],
  ]);
}

function columnsOf<Row>(
  kind: CatalogueKind,
  read: (row: Row, key: ListColumnKey) => string,
): readonly CsvColumn<Row>[] {
  return columnsFor(kind).map((key) => [columnTitle(key, kind).zh, (row) => read(row, key)]);
}
