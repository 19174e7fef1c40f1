import type { FactBody } from '../../domain/case/facts/index.ts';
import type { LimitUnit } from '../../domain/clock/clock.ts';
import type { Level } from '../../domain/flow/definition.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import type { TimeSort } from '../../domain/words/sorts.ts';
import type { Queryable } from '../client.ts';
import { inTime, readPage } from './list.ts';
import { instantOf, ms, newQuery, rowsOf } from './query.ts';
import type { BadCursor, Page, Query } from './query.ts';
import { scopeOf, seen } from './scope.ts';
import { byRole, lateral, pairs, regions, waysOf } from './ways.ts';
import type { Way } from './ways.ts';

/** A message to a role the person holds, or to the person. `readAt` is the person's own; instants in epoch ms. */
export interface MessageRow {
  readonly messageId: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly role: Role | null;
  readonly kind: string;
  readonly definition: string;
  /** The fact that the message tells of, who caused it, and the unit of the case's statutory limit. */
  readonly body: FactBody;
  readonly actorId: string | null;
  readonly unit: LimitUnit | null;
  readonly level: Level | null;
  readonly refId: string;
  readonly at: number;
  readonly readAt: number | null;
}

const columns = `m.message_id AS "messageId", m.case_id AS "caseId", c.case_no AS "caseNo", c.item_code AS "itemCode",
  i.name AS "itemName", m.department_id AS "departmentId", d.name AS "departmentName", m.role, m.kind, m.level,
  m.ref_id AS "refId", ${ms('m.at')} AS at, ${ms('b.read_at')} AS "readAt", c.definition, e.body,
  e.actor_id AS "actorId", (SELECT k.limit_unit FROM case_clock k WHERE k.case_id = m.case_id AND k.clock = 'statutory') AS unit`;

/** A page of the messages that the person was told up to `now` (epoch ms), newest first or as `sort` says. Code: bad-cursor. */
export async function messages(
  db: Queryable,
  o: {
    actor: Actor;
    now: number;
    limit: number;
    cursor?: string | undefined;
    unreadOnly?: boolean;
    level?: Level | undefined;
    sort?: TimeSort | undefined;
  },
): Promise<Page<MessageRow> | BadCursor> {
  const q = newQuery();
  const user = q.bind(o.actor.id);
  const narrow = [
    o.unreadOnly === true ? ` AND ${unread(user)}` : '',
    o.level === undefined ? '' : ` AND m.level = ${q.bind(o.level)}`,
  ];
  return readPage<MessageRow>(
    db,
    q,
    {
      ...inTime('messages', o.sort),
      from: 'message m',
      where: `m.at <= ${q.bind(instantOf(o.now))}::timestamptz${narrow.join('')}`,
      ways: addressed(q, o.actor),
      keys: [
        { column: 'm.at', is: 'instant' },
        { column: 'm.message_id', is: 'id' },
      ],
      columns,
      joins: `JOIN message m ON m.message_id = page.message_id JOIN case_row c ON c.case_id = m.case_id
        JOIN item i ON i.code = c.item_code JOIN department d ON d.id = m.department_id
        JOIN case_event e ON e.case_id = m.case_id AND e.seq = m.seq
        LEFT JOIN message_read b ON b.message_id = m.message_id AND b.user_id = ${user}::uuid`,
    },
    o,
  );
}

/**
 * How many of the person's messages told from an instant to another (epoch ms) are unread, counted up to `atMost`: a badge need not
 * read years of messages of a province.
 */
export async function unreadCount(
  db: Queryable,
  o: { actor: Actor; since: number; now: number; atMost: number },
): Promise<number> {
  const q = newQuery();
  const user = q.bind(o.actor.id);
  const [since, now] = [q.bind(instantOf(o.since)), q.bind(instantOf(o.now))];
  const arm = (where: string) => `
    SELECT m.message_id FROM message m WHERE ${where} AND m.at BETWEEN ${since}::timestamptz AND ${now}::timestamptz AND ${unread(user)}`;
  const text = `SELECT count(*) AS n FROM (${lateral(addressed(q, o.actor), arm)} LIMIT ${q.bind(o.atMost)}::int) m`;
  const [row] = await rowsOf<{ n: number }>(db, text, q);
  return row?.n ?? 0;
}

/**
 * Marks messages as read at an instant (epoch ms), those addressed to the person only, and told up to `now`: what is told later is still
 * unread when its time comes. @returns how many were newly marked
 */
export async function markRead(
  db: Queryable,
  o: { actor: Actor; messageIds: readonly string[] | 'all'; at: number; now: number },
): Promise<number> {
  const q = newQuery();
  const user = q.bind(o.actor.id);
  const [at, now] = [q.bind(instantOf(o.at)), q.bind(instantOf(o.now))];
  const chosen = o.messageIds === 'all' ? '' : ` AND m.message_id = ANY (${q.bind(o.messageIds)}::text[])`;
  const arm = (where: string) => `
    SELECT m.message_id FROM message m WHERE ${where} AND m.at <= ${now}::timestamptz AND ${unread(user)}${chosen}`;
  const text = `WITH marked AS (INSERT INTO message_read (message_id, user_id, read_at)
    SELECT message_id, ${user}::uuid, ${at}::timestamptz FROM (${lateral(addressed(q, o.actor), arm)}) m
    ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*) AS n FROM marked`;
  const [row] = await rowsOf<{ n: number }>(db, text, q);
  return row?.n ?? 0;
}

/**
 * A message reaches who holds its role in its department, or a watching role over its region, or by name who still sees its case; no
 * message is two of these.
 */
function addressed(q: Query, actor: Actor): readonly Way[] {
  const scope = scopeOf(actor);
  const byName = { where: `m.person_id = ${q.bind(actor.id)}::uuid AND ${seen(q, scope, 'm')}` };
  const byPost = waysOf(scope, {
    departments: () => byRole(pairs(q, scope, 'held'), 'm', 'role'),
    regions: () => ({
      from: `${regions(q, scope)} r CROSS JOIN unnest(${q.bind(scope.watchingRoles)}::text[]) AS a (role)`,
      where: 'm.region_code = r.code AND m.role = a.role',
    }),
  });
  return [...byPost, byName];
}

/** SQL: the person has not read it, asked by key for each message (OFFSET 0) and not of a hash of all that was ever read. */
function unread(user: string): string {
  return `NOT EXISTS (SELECT 1 FROM message_read b WHERE b.message_id = m.message_id AND b.user_id = ${user}::uuid OFFSET 0)`;
}
