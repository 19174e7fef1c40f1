import { sql } from 'drizzle-orm';
import { date, index, integer, json, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { FactBody } from '../../domain/case/facts/index.ts';
import type { Order } from '../../domain/case/acts/index.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Actor, Post } from '../../domain/people/roles.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** The legal journal: insert and select only (role rights and a trigger). Outlives Temporal's retention. */
export const caseEvent = pgTable(
  'case_event',
  {
    caseId: uuid('case_id').notNull(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    requestId: text('request_id').notNull(),
    actorId: uuid('actor_id'),
    /** The person for whom a stand-in acted. */
    onBehalfOf: uuid('on_behalf_of'),
    body: jsonb('body').$type<FactBody>().notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ name: 'case_event_pk', columns: [t.caseId, t.seq] }),
    index('case_event_request_idx').on(t.caseId, t.requestId),
  ],
);

/**
 * How far each case has been applied: the guard of every write to the read tables, with the folded state (`json`: it is written
 * by every step and only ever read whole).
 */
export const caseHead = pgTable('case_head', {
  caseId: uuid('case_id').primaryKey(),
  seq: integer('seq').notNull(),
  hash: text('hash').notNull(),
  state: json('state').$type<CaseState>().notNull(),
});

/**
 * The key of each case's digests, 256 random bits in hex: without it a phone number is found behind its digest in a moment. Only the
 * API reads it; the domain and Temporal never do (design.md 9.10).
 */
export const caseSecret = pgTable('case_secret', {
  caseId: uuid('case_id').primaryKey(),
  secret: text('secret').notNull(),
});

/**
 * How often the query code of a case was issued anew, where it was. No code stands anywhere: each is computed from the server's secret,
 * the case and its issue.
 */
export const codeIssue = pgTable('code_issue', {
  caseId: uuid('case_id').primaryKey(),
  issue: integer('issue').notNull(),
});

/** Words and personal data under their digest; facts and histories carry the digest only. */
export const caseText = pgTable(
  'case_text',
  {
    caseId: uuid('case_id').notNull(),
    digest: text('digest').notNull(),
    content: text('content').notNull(),
  },
  (t) => [primaryKey({ name: 'case_text_pk', columns: [t.caseId, t.digest] })],
);

/**
 * What a case is found by (`find_words` of the newest migration that makes it says which words). A trigger keeps it of facts and texts; it is no read table: nothing is
 * shown from it.
 */
export const caseFind = pgTable(
  'case_find',
  {
    caseId: uuid('case_id').primaryKey(),
    words: text('words').array().notNull(),
  },
  (t) => [index('case_find_words_idx').using('gin', t.words)],
);

/**
 * What a filing asks for, as a keyed digest of item, applicant and form: the same again is seen before it is filed. Not of the journal:
 * it links cases, and facts do not.
 */
export const filingMark = pgTable(
  'filing_mark',
  {
    caseId: uuid('case_id').primaryKey(),
    mark: text('mark').notNull(),
    /** The civil day of the filing. */
    day: date('day', { mode: 'string' }).notNull(),
    caseNo: text('case_no').notNull(),
  },
  (t) => [index('filing_mark_idx').on(t.mark, t.day)],
);

/**
 * One row per write request (design.md section 5). `sent` until its effect is applied or its refusal is final; the answer is kept
 * for the life of the case so that the same key always answers the same.
 */
export const intent = pgTable(
  'intent',
  {
    opId: uuid('op_id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    kind: text('kind').$type<'filing' | 'order'>().notNull(),
    actorId: uuid('actor_id').notNull(),
    posts: jsonb('posts').$type<readonly Post[]>().notNull(),
    /** The people the order names, as the directory had them then. */
    people: jsonb('people').$type<readonly Actor[]>().notNull().default([]),
    /** The order (kind `order`), or the first facts and run input reference (kind `filing`). */
    payload: jsonb('payload').$type<Order | Record<string, unknown>>().notNull(),
    receivedAt: instant('received_at').notNull(),
    bodyHash: text('body_hash').notNull(),
    state: text('state').$type<'sent' | 'applied' | 'refused'>().notNull(),
    attempt: integer('attempt').notNull(),
    leaseUntil: instant('lease_until').notNull(),
    answerStatus: integer('answer_status'),
    /** `json` and not `jsonb`, which would reorder the keys: a repeated request is answered byte for byte. */
    answer: json('answer').$type<Record<string, unknown>>(),
  },
  (t) => [
    index('intent_open_idx')
      .on(t.leaseUntil)
      .where(sql`state = 'sent'`),
    index('intent_case_idx').on(t.caseId),
  ],
);
