import { sql } from 'drizzle-orm';
import { date, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Matter } from '../../domain/words/matters.ts';
import type { ListedServing } from '../../domain/case/serving.ts';
import type { TaskOrigin } from '../../domain/case/tasks.ts';
import type { Role } from '../../domain/people/roles.ts';

/** One row an open task: the worklists. A task that is over has no row: what was done stands in case_step and in the journal. */
export const caseTask = pgTable(
  'case_task',
  {
    caseId: uuid('case_id').notNull(),
    taskId: text('task_id').notNull(),
    stepId: text('step_id').notNull(),
    /** The post it is for, or of the person who holds it. */
    role: text('role').$type<Role>().notNull(),
    departmentId: text('department_id').notNull(),
    regionCode: text('region_code').notNull(),
    itemCode: text('item_code').notNull(),
    origin: text('origin').$type<TaskOrigin>().notNull(),
    assignee: uuid('assignee'),
    /** Earliest due date of a clock its handler answers for; `infinity` (last in the lists) while all are stopped. */
    dueKey: date('due_key', { mode: 'string' }).notNull(),
    sortClock: text('sort_clock'),
    /** From these days on the task is yellow or red, by the clocks its handler answers for; `infinity`: no such day is known. */
    yellowKey: date('yellow_key', { mode: 'string' }).notNull().default('infinity'),
    redKey: date('red_key', { mode: 'string' }).notNull().default('infinity'),
    /** Where the service (送达) of its step stands, and since when; null while none was begun. */
    serving: jsonb('serving').$type<ListedServing>(),
    servingOn: date('serving_on', { mode: 'string' }),
    /** What the window has to see to in the case beside its steps. */
    matters: text('matters').$type<Matter>().array().notNull().default([]),
  },
  (t) => [
    primaryKey({ name: 'case_task_pk', columns: [t.caseId, t.taskId] }),
    // The light days at the end let a list or a counter pass over what does not shine without reading its row.
    index('case_task_post_idx').on(t.departmentId, t.role, t.dueKey, t.caseId, t.taskId, t.yellowKey, t.redKey),
    index('case_task_region_idx').on(t.regionCode, t.dueKey, t.caseId, t.taskId, t.yellowKey, t.redKey),
    index('case_task_item_idx').on(t.itemCode, t.dueKey, t.caseId, t.taskId),
    index('case_task_assignee_idx')
      .on(t.assignee, t.dueKey, t.caseId, t.taskId)
      .where(sql`assignee IS NOT NULL`),
    index('case_task_matters_idx')
      .on(t.departmentId, t.role, t.dueKey, t.caseId, t.taskId)
      .where(sql`matters <> '{}'`),
    index('case_task_region_matters_idx')
      .on(t.regionCode, t.dueKey, t.caseId, t.taskId)
      .where(sql`matters <> '{}'`),
    index('case_task_serving_idx')
      .on(t.departmentId, t.role, t.servingOn, t.caseId, t.taskId)
      .where(sql`serving_on IS NOT NULL`),
  ],
);

/**
 * Who was let in to a case, beside the supervisors of its region: its department, every department with a task, and people who hold or
 * held one. Rows are only ever added; `closedAt` of the case orders the list of closed cases.
 */
export const caseSeen = pgTable(
  'case_seen',
  {
    caseId: uuid('case_id').notNull(),
    kind: text('kind').$type<'department' | 'person'>().notNull(),
    /** The department's id, or the person's. */
    viewer: text('viewer').notNull(),
    closedAt: timestamp('closed_at', { withTimezone: true, precision: 3, mode: 'date' }),
  },
  (t) => [
    primaryKey({ name: 'case_seen_pk', columns: [t.caseId, t.kind, t.viewer] }),
    index('case_seen_closed_idx')
      .on(t.kind, t.viewer, t.closedAt, t.caseId)
      .where(sql`closed_at IS NOT NULL`),
  ],
);
