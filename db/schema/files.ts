import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { FileOrigin } from '../../domain/case/files-taken.ts';
import type { FileKind } from '../../domain/files/kinds.ts';
import type { FileState, ScanState } from '../../domain/files/states.ts';
import { appUser } from './people.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** Content that the store holds, once however many files have it. Knowing a digest attaches nothing. */
export const blob = pgTable('blob', {
  sha256: text('sha256').primaryKey(),
  /** In bytes. */
  size: bigint('size', { mode: 'number' }).notNull(),
  /** What its bytes are. */
  kind: text('kind').$type<FileKind>().notNull(),
  keptAt: instant('kept_at').notNull(),
  /** What a virus scanner said. `waiting`: one is set and has not told yet. `off`: none was set when it came. */
  scan: text('scan').$type<ScanState>().notNull().default('off'),
  /** What was found in it. */
  found: text('found'),
  scannedAt: instant('scanned_at'),
});

/**
 * A file of a case: whose, of which material, from whom. What it is never changes once its bytes are kept, and only one that was still
 * arriving is ever deleted (a trigger). Not rebuilt: the journal has no bytes.
 */
export const caseFile = pgTable(
  'case_file',
  {
    fileId: uuid('file_id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    materialId: text('material_id').notNull(),
    /** As it was called where it came from: words, never a path. */
    name: text('name').notNull(),
    /** In bytes, as announced and as kept. */
    size: bigint('size', { mode: 'number' }).notNull(),
    state: text('state').$type<FileState>().notNull(),
    /** The file of which this is the next version, and which version it is. */
    replaces: uuid('replaces'),
    version: integer('version').notNull().default(1),
    sha256: text('sha256').references(() => blob.sha256),
    /** Null: the applicant. */
    broughtBy: uuid('brought_by').references(() => appUser.id),
    /** Where it was given before, with whose consent it is used again; null: it was brought for this case. */
    origin: jsonb('origin').$type<FileOrigin>(),
    begunAt: instant('begun_at').notNull(),
    keptAt: instant('kept_at'),
    /** When the window took what the applicant had sent, and who did. */
    takenAt: instant('taken_at'),
    takenBy: uuid('taken_by').references(() => appUser.id),
    /** When it was withdrawn, replaced or declined, by whom, and why. */
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by').references(() => appUser.id),
    endedWhy: text('ended_why'),
  },
  (t) => [
    index('case_file_case_idx').on(t.caseId),
    index('case_file_sha256_idx').on(t.sha256),
    index('case_file_arriving_idx')
      .on(t.begunAt)
      .where(sql`state = 'arriving'`),
  ],
);
