import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** What a case and its workflow may come to that a person must look at (docs/how-to/backup.md). */
export type IncidentKind = 'unregistered' | 'forked' | 'lost';

/** Incidents of cases, told once over all processes; `endedAt` when the case was restored or found well again. */
export const incident = pgTable(
  'incident',
  {
    caseId: uuid('case_id').notNull(),
    kind: text('kind').$type<IncidentKind>().notNull(),
    seenAt: instant('seen_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ name: 'incident_pk', columns: [t.caseId, t.kind] }),
    index('incident_open_idx')
      .on(t.seenAt)
      .where(sql`ended_at IS NULL`),
  ],
);

/** Workers that live: each writes its row every few seconds, with the newest rules it knows. */
export const workerSeen = pgTable('worker_seen', {
  worker: text('worker').primaryKey(),
  rules: integer('rules').notNull(),
  seenAt: instant('seen_at').notNull(),
});
