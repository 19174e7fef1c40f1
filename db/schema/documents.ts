import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { DocumentContent } from '../../domain/documents/content.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { appUser, department } from './people.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/**
 * A document that was made out: once it is printed its words never change, whatever is renamed afterwards. Not rebuilt: it keeps what
 * went out of the house.
 */
export const caseDocument = pgTable(
  'case_document',
  {
    caseId: uuid('case_id').notNull(),
    /** The fact that it is made of, by its hash: a restored case may have another one in the same place. */
    factHash: text('fact_hash').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    /** Its own number, or that of its case where its kind bears none: by it and its code anybody checks it. */
    number: text('number').notNull(),
    content: jsonb('content').$type<DocumentContent>().notNull(),
    /** Of the PDF that went out first, and its seal. */
    sha256: text('sha256').notNull(),
    seal: jsonb('seal').$type<{ algorithm: string; signature: string; publicKey: string }>().notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'case_document_pk', columns: [t.caseId, t.factHash] }),
    index('case_document_number_idx').on(t.number),
    index('case_document_sha256_idx').on(t.sha256),
  ],
);

/** 文书模板: how a department words a kind around what it must contain. A version in force never changes; the newest is in force. */
export const documentTemplate = pgTable(
  'document_template',
  {
    departmentId: text('department_id')
      .notNull()
      .references(() => department.id),
    kind: text('kind').$type<DocumentKind>().notNull(),
    version: integer('version').notNull(),
    opening: text('opening'),
    closing: text('closing'),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => appUser.id),
    proposedAt: instant('proposed_at').notNull(),
    /** Null: it is proposed. */
    since: instant('since'),
    inForceBy: uuid('in_force_by').references(() => appUser.id),
  },
  (t) => [primaryKey({ name: 'document_template_pk', columns: [t.departmentId, t.kind, t.version] })],
);

/** Each print of a document: the first, and every 补打. */
export const documentPrint = pgTable(
  'document_print',
  {
    caseId: uuid('case_id').notNull(),
    factHash: text('fact_hash').notNull(),
    nth: integer('nth').notNull(),
    at: instant('at').notNull(),
    by: uuid('by').notNull(),
  },
  (t) => [primaryKey({ name: 'document_print_pk', columns: [t.caseId, t.factHash, t.nth] })],
);
