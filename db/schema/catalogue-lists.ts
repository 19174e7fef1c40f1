import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { CodeScheme } from '../../domain/catalogue/codes.ts';
import type { Cells, EntryFields, RowRemark } from '../../domain/catalogue/read-row.ts';
import type { CatalogueKind } from '../../domain/catalogue/words.ts';
import { appUser } from './people.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
const filled = (name: string) => text(name).notNull().default('');

/** One line of 基本目录 or 实施清单, under its code and the scheme of it. An `item` is one that a department takes applications for here. */
export const catalogueEntry = pgTable(
  'catalogue_entry',
  {
    kind: text('kind').$type<CatalogueKind>().notNull(),
    scheme: text('scheme').$type<CodeScheme>().notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    state: text('state').notNull().default('1'),
    /** 行使层级, several parted by ^. */
    levels: filled('levels'),
    legalBasis: filled('legal_basis'),
    mainName: filled('main_name'),
    /** Of an implementing entry; '' in a basic item. */
    basicCode: filled('basic_code'),
    region: filled('region'),
    department: filled('department'),
    departmentCode: filled('department_code'),
    revision: integer('revision').notNull().default(1),
    changedAt: instant('changed_at').notNull(),
    changedBy: uuid('changed_by')
      .notNull()
      .references(() => appUser.id),
    /** What is looked for in, folded, and its signs in pairs. */
    folded: text('folded')
      .notNull()
      .generatedAlwaysAs(sql`fold_for_finding(name || ' ' || department)`),
    pairs: text('pairs')
      .array()
      .notNull()
      .generatedAlwaysAs(sql`sign_pairs(fold_for_finding(name || ' ' || department))`),
  },
  (t) => [
    primaryKey({ name: 'catalogue_entry_pk', columns: [t.kind, t.scheme, t.code] }),
    index('catalogue_entry_list_idx').on(t.kind, t.code, t.scheme),
    index('catalogue_entry_basic_idx').on(t.basicCode),
    index('catalogue_entry_pairs_idx').using('gin', t.pairs),
  ],
);

/** A list that somebody brings: received, checked as a whole, then taken in batches. */
export const catalogueImport = pgTable(
  'catalogue_import',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<CatalogueKind>().notNull(),
    fileName: text('file_name').notNull(),
    state: text('state').$type<'receiving' | 'checked' | 'running' | 'done'>().notNull(),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => appUser.id),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [index('catalogue_import_mine_idx').on(t.madeBy, t.madeAt)],
);

/** One row of it: what the file says, what was read of it, and what becomes of it. */
export const catalogueImportRow = pgTable(
  'catalogue_import_row',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => catalogueImport.id, { onDelete: 'cascade' }),
    line: integer('line').notNull(),
    cells: jsonb('cells').$type<Cells>().notNull(),
    scheme: filled('scheme'),
    code: filled('code'),
    fields: jsonb('fields').$type<EntryFields>().notNull(),
    faults: jsonb('faults').$type<readonly RowRemark[]>().notNull(),
    remarks: jsonb('remarks').$type<readonly RowRemark[]>().notNull(),
    outcome: text('outcome').$type<'new' | 'same' | 'changed' | 'wrong'>(),
    /** What the entry said before, of what changes. */
    before: jsonb('before').$type<EntryFields>(),
    /** The revision of the entry that was compared; 0: there was none. */
    seen: integer('seen').notNull().default(0),
    taken: boolean('taken').notNull().default(false),
  },
  (t) => [
    primaryKey({ name: 'catalogue_import_row_pk', columns: [t.importId, t.line] }),
    index('catalogue_import_row_outcome_idx').on(t.importId, t.outcome, t.line),
    index('catalogue_import_row_code_idx').on(t.importId, t.scheme, t.code),
  ],
);
