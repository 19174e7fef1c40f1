import { sql } from 'drizzle-orm';
import type { AcknowledgedAs } from '../../domain/case/state.ts';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

/** One row a case. Rebuilt from the journal; holds no now() and no sequence of its own. */
export const caseRow = pgTable(
  'case_row',
  {
    caseId: uuid('case_id').primaryKey(),
    caseNo: text('case_no').notNull().unique(),
    itemCode: text('item_code').notNull(),
    departmentId: text('department_id').notNull(),
    regionCode: text('region_code').notNull(),
    definition: text('definition').notNull(),
    applicant: text('applicant').notNull(),
    seq: integer('seq').notNull(),
    status: text('status').$type<'open' | 'closed'>().notNull(),
    result: text('result'),
    receivedOn: day('received_on').notNull(),
    filedAt: instant('filed_at').notNull(),
    acceptedOn: day('accepted_on'),
    decidedOn: day('decided_on'),
    closedAt: instant('closed_at'),
    /** The date told to people: the earlier of the promised and the statutory due date; null while both are stopped or not started. */
    dueOn: day('due_on'),
    provisional: boolean('provisional').notNull(),
    /** Earliest due date of a clock of the case that is not over, and which; null when none has a date. */
    sortDueOn: day('sort_due_on'),
    sortClock: text('sort_clock'),
    /** From these days on the case is yellow or red (domain/case/lights.ts); `infinity`: no such day is known. */
    yellowKey: day('yellow_key').notNull().default('infinity'),
    redKey: day('red_key').notNull().default('infinity'),
  },
  (t) => [
    index('case_row_region_closed_idx')
      .on(t.regionCode, t.closedAt, t.caseId)
      .where(sql`closed_at IS NOT NULL`),
    index('case_row_no_prefix_idx').on(t.caseNo.op('text_pattern_ops')),
    index('case_row_no_suffix_idx').on(sql`reverse(${t.caseNo}) text_pattern_ops`),
    index('case_row_region_received_idx').on(t.regionCode, t.receivedOn, t.caseId),
    // Open cases in the orders that lists may have; a number is compared by its signs, whatever the collation of the database.
    index('case_row_open_received_idx')
      .on(t.regionCode, t.receivedOn, t.caseId)
      .where(sql`status = 'open'`),
    index('case_row_open_no_idx')
      .on(t.regionCode, sql`${t.caseNo} COLLATE "C"`, t.caseId)
      .where(sql`status = 'open'`),
    index('case_row_running_idx')
      .on(t.itemCode, t.definition)
      .where(sql`status = 'open'`),
  ],
);

export const caseClock = pgTable(
  'case_clock',
  {
    caseId: uuid('case_id').notNull(),
    clock: text('clock').notNull(),
    kind: text('kind').notNull(),
    stepId: text('step_id'),
    startedOn: day('started_on').notNull(),
    limitCount: integer('limit_count').notNull(),
    limitUnit: text('limit_unit').notNull(),
    extension: integer('extension').notNull(),
    stops: jsonb('stops').notNull(),
    endedOn: day('ended_on'),
    dueOn: day('due_on'),
    provisional: boolean('provisional').notNull(),
    lapsedOn: day('lapsed_on'),
    /** From these days on the clock is yellow or red; `infinity`: no such day is known. */
    yellowKey: day('yellow_key').notNull().default('infinity'),
    redKey: day('red_key').notNull().default('infinity'),
  },
  (t) => [primaryKey({ name: 'case_clock_pk', columns: [t.caseId, t.clock] })],
);

/** One row a step that was opened. Open untimed rows are the 督办清理台账. */
export const caseStep = pgTable(
  'case_step',
  {
    caseId: uuid('case_id').notNull(),
    stepId: text('step_id').notNull(),
    kind: text('kind').notNull(),
    role: text('role').notNull(),
    departmentId: text('department_id').notNull(),
    regionCode: text('region_code').notNull(),
    itemCode: text('item_code').notNull(),
    open: boolean('open').notNull(),
    untimed: boolean('untimed').notNull(),
    phase: text('phase'),
    openedAt: instant('opened_at').notNull(),
    openedOn: day('opened_on').notNull(),
    startedOn: day('started_on'),
    promiseDueOn: day('promise_due_on'),
    /** By when an untimed step was to be started. */
    startDueOn: day('start_due_on'),
    /** Orders the 督办清理台账: the promise, until the start the limit to start, and those without a date last. */
    promiseKey: day('promise_key')
      .notNull()
      .generatedAlwaysAs(sql`coalesce(promise_due_on, start_due_on, 'infinity'::date)`),
    reminders: integer('reminders').notNull(),
    finishedAt: instant('finished_at'),
    finishedBy: uuid('finished_by'),
    outcome: text('outcome'),
  },
  (t) => [
    primaryKey({ name: 'case_step_pk', columns: [t.caseId, t.stepId] }),
    index('case_step_ledger_department_idx')
      .on(t.departmentId, t.promiseKey, t.caseId, t.stepId)
      .where(sql`open AND untimed`),
    index('case_step_ledger_region_idx')
      .on(t.regionCode, t.promiseKey, t.caseId, t.stepId)
      .where(sql`open AND untimed`),
    index('case_step_finished_idx')
      .on(t.finishedBy, t.finishedAt, t.caseId, t.stepId)
      .where(sql`finished_by IS NOT NULL`),
  ],
);

export const warning = pgTable(
  'warning',
  {
    warningId: text('warning_id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    seq: integer('seq').notNull(),
    clock: text('clock').notNull(),
    epoch: integer('epoch').notNull(),
    rung: text('rung').notNull(),
    level: text('level').notNull(),
    toRoles: text('to_roles').array().notNull(),
    toPeople: uuid('to_people').array().notNull().default([]),
    departmentId: text('department_id').notNull(),
    regionCode: text('region_code').notNull(),
    onDay: day('on_day').notNull(),
    dueOn: day('due_on'),
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    /** Recorded more than 60 minutes after its instant. */
    late: boolean('late').notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: uuid('acknowledged_by'),
    /** responsible or supervisor; null for cards closed before it was told apart. */
    acknowledgedAs: text('acknowledged_as').$type<AcknowledgedAs>(),
    note: text('note'),
    /** When it was annulled, and the day before its own on which its clock had ended. */
    annulledAt: instant('annulled_at'),
    endedOn: day('ended_on'),
    /** Waits for the department. */
    waits: boolean('waits')
      .notNull()
      .generatedAlwaysAs(sql`acknowledged_at IS NULL AND annulled_at IS NULL`),
    /** Waits for a supervisor: also a red that the department closed itself (design 9.3). */
    waitsAbove: boolean('waits_above')
      .notNull()
      .generatedAlwaysAs(
        sql`annulled_at IS NULL AND (acknowledged_at IS NULL OR (level = 'red' AND acknowledged_as IS NOT DISTINCT FROM 'responsible'))`,
      ),
  },
  (t) => [
    index('warning_case_idx').on(t.caseId),
    index('warning_department_idx')
      .on(t.departmentId, t.at, t.warningId)
      .where(sql`waits`),
    index('warning_region_idx')
      .on(t.regionCode, t.at, t.warningId)
      .where(sql`waits_above`),
    index('warning_department_answered_idx')
      .on(t.departmentId, t.at, t.warningId)
      .where(sql`NOT waits`),
    index('warning_region_answered_idx')
      .on(t.regionCode, t.at, t.warningId)
      .where(sql`NOT waits_above`),
  ],
);

/** Who acknowledged a warning for themselves only: it leaves that person's open list, and its card stays open. */
export const warningSeen = pgTable(
  'warning_seen',
  {
    caseId: uuid('case_id').notNull(),
    warningId: text('warning_id').notNull(),
    personId: uuid('person_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ name: 'warning_seen_pk', columns: [t.caseId, t.warningId, t.personId] })],
);

export const finding = pgTable(
  'finding',
  {
    caseId: uuid('case_id').notNull(),
    seq: integer('seq').notNull(),
    code: text('code').notNull(),
    stepId: text('step_id'),
    clock: text('clock'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ name: 'finding_pk', columns: [t.caseId, t.seq] })],
);

/** In-app messages to a role of a department (or, for supervisors, of a region). Written once with the fact, never by a rebuild. */
export const message = pgTable(
  'message',
  {
    messageId: text('message_id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    seq: integer('seq').notNull(),
    /** To a role of the department (or, for supervisors, of the region), or to one person. */
    role: text('role'),
    personId: uuid('person_id'),
    departmentId: text('department_id').notNull(),
    regionCode: text('region_code').notNull(),
    kind: text('kind').notNull(),
    level: text('level'),
    refId: text('ref_id').notNull(),
    /** When it is told: no list shows it before. */
    at: instant('at').notNull(),
  },
  (t) => [
    index('message_department_idx').on(t.departmentId, t.role, t.at, t.messageId),
    index('message_region_idx').on(t.regionCode, t.role, t.at, t.messageId),
    index('message_person_idx')
      .on(t.personId, t.at, t.messageId)
      .where(sql`person_id IS NOT NULL`),
  ],
);

export const messageRead = pgTable(
  'message_read',
  {
    messageId: text('message_id').notNull(),
    userId: uuid('user_id').notNull(),
    readAt: instant('read_at').notNull(),
  },
  (t) => [primaryKey({ name: 'message_read_pk', columns: [t.messageId, t.userId] })],
);
