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

/** The last comparison of workflows with the journal, over all processes: one row. */
export const comparison = pgTable('comparison', {
  id: integer('id').primaryKey(),
  at: instant('at').notNull(),
  compared: integer('compared').notNull(),
  /** Cases that were not as their journal and could not be repaired, and those that could not be asked. */
  differing: integer('differing').notNull(),
  unanswered: integer('unanswered').notNull(),
});

/** Workers that live: each writes its row every few seconds, with the newest rules it knows. A release of before says no version. */
export const workerSeen = pgTable('worker_seen', {
  worker: text('worker').primaryKey(),
  rules: integer('rules').notNull(),
  seenAt: instant('seen_at').notNull(),
  version: text('version'),
});

/** APIs that live, likewise. Beside the workers and not among them: a release of before takes every row there for a worker. */
export const apiSeen = pgTable('api_seen', {
  api: text('api').primaryKey(),
  rules: integer('rules').notNull(),
  version: text('version').notNull(),
  seenAt: instant('seen_at').notNull(),
});
