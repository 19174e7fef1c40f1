import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { BodyOf } from '../../contract/routes.ts';
import { importRows, takeRows } from '../../db/catalogue/import-rows.ts';
import type { ImportRow } from '../../db/catalogue/import-rows.ts';
import { addRows, checkImport, importOf, importsOf, startImport } from '../../db/catalogue/imports.ts';
import type { CatalogueImport, ImportedRow } from '../../db/catalogue/imports.ts';
import { inTransaction } from '../../db/client.ts';
import type { Person } from '../../db/people/users.ts';
import { cleanCell } from '../../domain/catalogue/csv.ts';
import { mostRows, readRow } from '../../domain/catalogue/read-row.ts';
import type { Cells } from '../../domain/catalogue/read-row.ts';
import type { CatalogueKind } from '../../domain/catalogue/words.ts';
import type { AppDeps } from '../deps.ts';
import { faultsCsv, presentImport, presentImportRow } from '../presenters/catalogue-lists.ts';
import { namedFile } from '../presenters/csv.ts';
import type { Handlers } from './handler.ts';
import { limitOf } from './lists.ts';

type Names =
  | 'listImports'
  | 'startImport'
  | 'addImportRows'
  | 'checkImport'
  | 'oneImport'
  | 'importRows'
  | 'importFaultsCsv'
  | 'runImport';

/** So many rows are taken by one request: each is a transaction, and the page can say how far it is. */
const batch = 2_000;

/** Lists of the catalogue are brought by whoever keeps it, who alone sees the import: received, checked, taken in batches. */
export function catalogueImportHandlers({ db }: AppDeps): Pick<Handlers, Names> {
  const withImport = async <T>(
    { person, params }: { person: Person; params: { importId: string } },
    work: (found: CatalogueImport) => Promise<T>,
  ): Promise<T | Problem> => {
    const found = await importOf(db, { id: params.importId, by: person.id });
    return found === null ? unknownImport(params.importId) : work(found);
  };
  const shown = async (id: string, person: Person) => {
    const found = await importOf(db, { id, by: person.id });
    return found === null ? unknownImport(id) : presentImport(found);
  };
  return {
    listImports: async ({ person }) => ({ items: (await importsOf(db, person.id)).map(presentImport) }),
    startImport: async ({ body, person }) =>
      shown(await startImport(db, { ...body, by: person.id, now: Date.now() }), person),
    addImportRows: async ({ body, person, ...call }) =>
      withImport({ person, ...call }, async ({ id, kind, state, rows }) => {
        if (state !== 'receiving') return notReceiving(state);
        if (rows + body.rows.length > mostRows) {
          return problem('import-too-long', `expected at most ${mostRows} rows, but there are more`);
        }
        await addRows(db, id, rowsRead(kind, body.rows, person));
        return null;
      }),
    checkImport: async (call) =>
      withImport(call, async ({ id, state }) => {
        const isDone = await inTransaction(db, async (client) => checkImport(client, id));
        return isDone ? shown(id, call.person) : notReceiving(state);
      }),
    oneImport: async ({ params, person }) => shown(params.importId, person),
    importRows: async ({ query: { limit, cursor, only }, ...call }) =>
      withImport(call, async ({ id }) => {
        const size = limitOf(limit);
        const rows = await importRows(db, { id, only, after: Number(cursor ?? 0), limit: size + 1 });
        const items = rows.slice(0, size);
        const more = rows.length > size ? items.at(-1) : undefined;
        return { items: items.map(presentImportRow), nextCursor: more === undefined ? null : String(more.line) };
      }),
    importFaultsCsv: async ({ reply, ...call }) =>
      withImport(call, async ({ id, kind, fileName }) => {
        const rows: ImportRow[] = await importRows(db, { id, only: 'wrong', after: 0, limit: mostRows });
        const title = `${fileName.replace(/\.[a-z]+$/i, '')}-有误的行`;
        reply.header('content-disposition', namedFile({ title, plain: 'catalogue-faults', at: Date.now() }));
        return faultsCsv(kind, rows);
      }),
    runImport: async (call) =>
      withImport(call, async ({ id, kind, fileName, state, ...counts }) => {
        const taking = { id, by: call.person.id, now: Date.now(), most: batch };
        const before = await inTransaction(db, async (client) => {
          const stood = await takeRows(client, taking);
          if (stood === 'checked') {
            const details = { title: `${kind} ${fileName}`, rows: counts.new + counts.changed };
            await call.audit({ kind: 'catalogueImported', subject: id, details });
          }
          return stood;
        });
        if (before !== null) return shown(id, call.person);
        return problem('import-not-checked', `expected an import with rows to take, but it is ${state}`);
      }),
  };
}

function rowsRead(kind: CatalogueKind, rows: BodyOf<'addImportRows'>['rows'], person: Person): ImportedRow[] {
  const keeps = keptBy(person);
  return rows.map(({ line, cells }) => {
    const clean = cleanCells(cells);
    return { line, cells: clean, ...readRow(kind, clean, keeps) };
  });
}

/** The regions whose catalogue a person keeps. */
function keptBy(person: Person): readonly string[] {
  return person.posts.filter(({ role }) => role === 'catalogueAdmin').map(({ regionCode }) => regionCode);
}

function cleanCells(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cleanCell(cell)]));
}

function unknownImport(id: string): Problem {
  return problem('not-found', `expected an import of one's own, but none has the id ${id}`);
}

function notReceiving(state: string): Problem {
  return problem('import-not-receiving', `expected an import that is receiving, but it is ${state}`);
}
