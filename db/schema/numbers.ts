import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { appUser, department } from './people.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** How a department numbers a kind of document, and what is proposed. A kind without a pattern in force is typed. */
export const numberPattern = pgTable(
  'number_pattern',
  {
    departmentId: text('department_id')
      .notNull()
      .references(() => department.id),
    kind: text('kind').$type<DocumentKind>().notNull(),
    /** In force; null: none has been yet. */
    pattern: text('pattern'),
    since: instant('since'),
    inForceBy: uuid('in_force_by').references(() => appUser.id),
    proposed: text('proposed'),
    proposedBy: uuid('proposed_by').references(() => appUser.id),
  },
  (t) => [
    primaryKey({ name: 'number_pattern_pk', columns: [t.departmentId, t.kind] }),
    uniqueIndex('number_pattern_once_idx').on(t.departmentId, t.pattern),
  ],
);

/** The last number given of a department's kind in a civil year; up to `begun` they were typed, before its pattern was in force. */
export const numberSeries = pgTable(
  'number_series',
  {
    departmentId: text('department_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
    begun: integer('begun').notNull().default(0),
  },
  (t) => [primaryKey({ name: 'number_series_pk', columns: [t.departmentId, t.kind, t.year] })],
);

export type NumberState = 'reserved' | 'used' | 'void';
/**
 * Why a number is void: its order was refused, its case was restored without it, a restored database has lost it. `before`: a number of
 * before the register that stands twice.
 */
export type NumberReason = 'refused' | 'dropped' | 'lost' | 'before';

/**
 * The number register: each number with the operation that took it, given by the series (`serial`) or typed. Not rebuilt: the journal has
 * no numbers that were never used.
 */
export const documentNumber = pgTable(
  'document_number',
  {
    opId: uuid('op_id').primaryKey(),
    departmentId: text('department_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    year: integer('year').notNull(),
    serial: integer('serial'),
    text: text('text').notNull(),
    state: text('state').$type<NumberState>().notNull(),
    reason: text('reason').$type<NumberReason>(),
    caseId: uuid('case_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    // A typed number whose order was refused may be typed again; one of the series is never given again.
    uniqueIndex('document_number_once_idx')
      .on(t.departmentId, t.kind, t.text)
      .where(sql`(state <> 'void' OR serial IS NOT NULL) AND reason IS DISTINCT FROM 'before'`),
    uniqueIndex('document_number_serial_idx')
      .on(t.departmentId, t.kind, t.year, t.serial)
      .where(sql`serial IS NOT NULL`),
    index('document_number_list_idx').on(t.departmentId, t.at, t.opId),
    index('document_number_case_idx').on(t.caseId),
    // Cases are found by them: the whole number anywhere, serial and year within a department.
    index('document_number_whole_idx')
      .on(sql`fold_number(${t.text})`)
      .where(sql`state = 'used'`),
    index('document_number_tail_idx')
      .on(t.departmentId, sql`number_tail(fold_number(${t.text}))`)
      .where(sql`state = 'used'`),
  ],
);
