import { useState } from 'react';
import type { CsvRow } from '../../domain/catalogue/csv.ts';
import type { ListColumnKey } from '../../domain/catalogue/columns.ts';
import { cellsOf } from '../../domain/catalogue/read-row.ts';
import type { CatalogueKind } from '../../domain/catalogue/words.ts';
import { call } from '../api.ts';
import { forget } from '../queries.ts';
import { partsOf } from './parts-of.ts';

/** Which column of a file (from 0) holds what. */
export type FileColumns = Readonly<Partial<Record<ListColumnKey, number>>>;

/** What is brought: a list with what its columns are. */
export interface Brought {
  readonly kind: CatalogueKind;
  readonly fileName: string;
  readonly columns: FileColumns;
  readonly rows: readonly CsvRow[];
}

/** Sends the rows of a list in parts and has them checked; `done` counts the rows that are there. */
export function useBringing() {
  const [done, setDone] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  /** The id of the import; null: refused or cut, see `error`. */
  const bring = async ({ kind, fileName, columns, rows }: Brought): Promise<string | null> => {
    setError(null);
    setDone(0);
    try {
      const { id } = await call('startImport', { body: { kind, fileName: fileName.slice(0, 200) } });
      let sent = 0;
      for (const part of partsOf(rows.map(({ line, cells }) => ({ line, cells: cellsOf(columns, cells) })))) {
        await call('addImportRows', { params: { importId: id }, body: { rows: part } });
        sent += part.length;
        setDone(sent);
      }
      await call('checkImport', { params: { importId: id } });
      await forget('listImports');
      return id;
    } catch (caught) {
      setError(caught);
      return null;
    } finally {
      setDone(null);
    }
  };
  return { bring, done, error };
}
