import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Role } from '../../domain/people/roles.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const region = pgTable('region', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
});

/** A department with its own items, or (`supervision`) a 营商局 that watches the departments of its region. */
export const department = pgTable('department', {
  id: text('id').primaryKey(),
  uscc: text('uscc').notNull().unique(),
  name: text('name').notNull(),
  regionCode: text('region_code')
    .notNull()
    .references(() => region.code),
  kind: text('kind').$type<'department' | 'supervision'>().notNull(),
});

export const appUser = pgTable('app_user', {
  id: uuid('id').primaryKey(),
  login: text('login').notNull().unique(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  disabled: boolean('disabled').notNull().default(false),
  /** An administrator chose the password: nothing else can be done before its owner has chosen another. */
  mustChangePassword: boolean('must_change_password').notNull().default(false),
  /** Its home: where it belongs also without a post. Null in accounts that an older release made. */
  departmentId: text('department_id').references(() => department.id),
});

/** Tries at something that can be guessed (a password, the code of a case), by what is counted together. */
export const attempt = pgTable(
  'attempt',
  {
    key: text('key').primaryKey(),
    /** What is unlocked together. */
    subject: text('subject').notNull(),
    tries: integer('tries').notNull(),
    /** When the first of these tries was. */
    since: instant('since').notNull(),
    lockedUntil: instant('locked_until'),
  },
  (t) => [index('attempt_subject_idx').on(t.subject)],
);

export const post = pgTable(
  'post',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => appUser.id),
    role: text('role').$type<Role>().notNull(),
    departmentId: text('department_id')
      .notNull()
      .references(() => department.id),
    /** The one post its holder works in now; none: in all that are held. */
    inUse: boolean('in_use').notNull().default(false),
  },
  (t) => [
    primaryKey({ name: 'post_pk', columns: [t.userId, t.role, t.departmentId] }),
    index('post_department_idx').on(t.departmentId, t.role),
  ],
);

/** The cases that a person opened last. No foreign key: it is a convenience, and nothing waits for it. */
export const caseOpened = pgTable(
  'case_opened',
  {
    userId: uuid('user_id').notNull(),
    caseId: uuid('case_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'case_opened_pk', columns: [t.userId, t.caseId] }),
    index('case_opened_last_idx').on(t.userId, t.at),
  ],
);

/** A person's saved view (常用筛选) of a list: its filter under a name. */
export const listView = pgTable(
  'list_view',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => appUser.id),
    /** Which list: `viewLists` of the contract. */
    list: text('list').notNull(),
    title: text('title').notNull(),
    /** As it stands in the address. */
    query: jsonb('query').$type<Readonly<Record<string, string>>>().notNull(),
  },
  (t) => [uniqueIndex('list_view_title_idx').on(t.userId, t.list, t.title)],
);

/** A signed-in browser. The id is stored hashed; deleting the row signs out. */
export const session = pgTable(
  'session',
  {
    idHash: text('id_hash').primaryKey(),
    userId: uuid('user_id').references(() => appUser.id),
    data: jsonb('data').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('session_user_idx').on(t.userId)],
);

/** A bearer token for programs and for the walk with curl; stored hashed. */
export const apiToken = pgTable('api_token', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id')
    .notNull()
    .references(() => appUser.id),
  tokenHash: text('token_hash').notNull().unique(),
  title: text('title').notNull(),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
  scope: text('scope').$type<'full' | 'readOnly'>().notNull().default('full'),
  lastUsedAt: instant('last_used_at'),
});
