import { index, integer, json, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/**
 * What an applicant without an account is about to file. Its id is derived from the secret of its link, which stands nowhere; the id of its
 * case follows from it, and its files are those of that case from the first byte. Swept after its days; no read table.
 */
export const onlineDraft = pgTable(
  'online_draft',
  {
    draftId: uuid('draft_id').primaryKey(),
    caseId: uuid('case_id').notNull().unique(),
    itemCode: text('item_code').notNull(),
    /** SHA-256 of the flow version for which it was last saved. */
    definition: text('definition').notNull(),
    /** As it was typed; empty once it is filed, when the case has it. */
    content: json('content').$type<Readonly<Record<string, unknown>>>().notNull(),
    state: text('state').$type<'open' | 'filed'>().notNull(),
    revision: integer('revision').notNull().default(1),
    begunAt: instant('begun_at').notNull(),
    /** When it was last saved, or filed: from then its days count. */
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [index('online_draft_saved_idx').on(t.savedAt)],
);
