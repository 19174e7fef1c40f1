import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { AuditDetails, AuditKind } from '../../domain/people/audit.ts';

/**
 * Who did what to accounts and saw or took away what others may not (domain/people/audit.ts). The application only inserts, and neither id nor
 * instant; only the role `shixian_audit` reads; nobody changes or deletes.
 */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    at: timestamp('at', { withTimezone: true, precision: 3, mode: 'date' })
      .notNull()
      .default(sql`clock_timestamp()`),
    /** Null: nobody who was signed in. No reference: an entry outlives what it is about. */
    who: uuid('who'),
    /** The account it was done to. */
    account: uuid('account'),
    subject: text('subject'),
    kind: text('kind').$type<AuditKind>().notNull(),
    details: jsonb('details').$type<AuditDetails>().notNull(),
    address: text('address'),
    /** Whose auditors read it: the home of the account, or of who did it; empty for nobody's. */
    departmentId: text('department_id').notNull(),
    regionCode: text('region_code').notNull(),
  },
  (t) => [
    index('audit_entry_region_idx').on(t.regionCode, t.at, t.id),
    index('audit_entry_region_kind_idx').on(t.regionCode, t.kind, t.at, t.id),
    index('audit_entry_department_idx').on(t.departmentId, t.at, t.id),
    index('audit_entry_who_idx').on(t.who, t.at, t.id),
  ],
);
