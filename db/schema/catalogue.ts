import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CalendarSnapshot } from '../../domain/clock/calendar.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { department } from './people.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** A service item (事项) with its guide elements (办事指南). Limits and materials are in its published flow. */
export const item = pgTable('item', {
  code: text('code').primaryKey(),
  basicCode: text('basic_code').notNull(),
  name: text('name').notNull(),
  type: text('type').notNull(),
  departmentId: text('department_id')
    .notNull()
    .references(() => department.id),
  guide: jsonb('guide').$type<Record<string, unknown>>().notNull(),
  revision: integer('revision').notNull().default(1),
});

/** A version of an item's flow: draft -> checked -> published by a second person; published rows never change (trigger). */
export const flowVersion = pgTable(
  'flow_version',
  {
    id: uuid('id').primaryKey(),
    itemCode: text('item_code')
      .notNull()
      .references(() => item.code),
    version: integer('version').notNull(),
    status: text('status').$type<'draft' | 'checked' | 'published'>().notNull(),
    definition: jsonb('definition').$type<FlowDefinition>().notNull(),
    sha256: text('sha256').notNull(),
    findings: jsonb('findings').notNull(),
    /** Counts edits, for If-Match. */
    revision: integer('revision').notNull().default(1),
    /** Who edited it last; `draftedBefore`: who else wrote a part of it. None of them publishes it. */
    draftedBy: uuid('drafted_by').notNull(),
    draftedBefore: uuid('drafted_before').array().notNull().default([]),
    publishedBy: uuid('published_by'),
    publishedAt: instant('published_at'),
  },
  (t) => [
    unique('flow_version_item_version_key').on(t.itemCode, t.version),
    index('flow_version_sha256_idx').on(t.sha256),
  ],
);

/** Every calendar that a case may have adopted: its region and its number there. Rows are added, never changed. */
export const calendarRevision = pgTable(
  'calendar_revision',
  {
    region: text('region').notNull(),
    revision: integer('revision').notNull(),
    snapshot: jsonb('snapshot').$type<CalendarSnapshot>().notNull(),
  },
  (t) => [primaryKey({ name: 'calendar_revision_pk', columns: [t.region, t.revision] })],
);

/** One row (id 1): the business clock of demonstrations. */
export const businessClock = pgTable('business_clock', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
  offsetMs: bigint('offset_ms', { mode: 'number' }).notNull(),
});

/** The daily serial of 办件编号 per item. */
export const caseSerial = pgTable(
  'case_serial',
  {
    itemCode: text('item_code').notNull(),
    day: date('day').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ name: 'case_serial_pk', columns: [t.itemCode, t.day] })],
);

/** Facts about this installation that are set once, such as how far its demo data came. */
export const setting = pgTable('setting', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
});
