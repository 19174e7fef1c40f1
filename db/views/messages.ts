import type { Level } from '../../domain/flow/definition.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { isRefusal } from '../refusal.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { instantOf, ms, newQuery, rowsOf, sizeFor, toPage } from './query.ts';
import type { BadCursor, Page, Query } from './query.ts';
import { pairsOf, scopeOf } from './scope.ts';

/** A message to a role the person holds. `readAt` is the person's own; instants in epoch ms. */
export interface MessageRow {
  readonly messageId: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly role: Role;
  readonly kind: string;
  readonly level: Level | null;
  readonly refId: string;
  readonly at: number;
  readonly readAt: number | null;
}

const columns = `m.message_id AS "messageId", m.case_id AS "caseId", c.case_no AS "caseNo", c.item_code AS "itemCode",
  i.name AS "itemName", m.department_id AS "departmentId", d.name AS "departmentName", m.role, m.kind, m.level,
  m.ref_id AS "refId", ${ms('m.at')} AS at, ${ms('b.read_at')} AS "readAt"`;

/** A page of the person's messages, newest first. Code: bad-cursor. */
export async function messages(
  db: Queryable,
  o: { actor: Actor; limit: number; cursor?: string | undefined; unreadOnly?: boolean },
): Promise<Page<MessageRow> | BadCursor> {
  const place = o.cursor === undefined ? [] : readCursor('messages', o.cursor, ['instant', 'id']);
  if (isRefusal<'bad-cursor'>(place)) return place;
  const [at, messageId = ''] = place;
  const q = newQuery();
  const size = sizeFor(o.limit) + 1;
  const after = `(m.at, m.message_id) < (${q.bind(at === undefined ? 'infinity' : instantOf(Number(at)))}::timestamptz, ${q.bind(messageId)}::text)`;
  const user = q.bind(o.actor.id);
  const arm = (where: string) => `CROSS JOIN LATERAL (SELECT m.at, m.message_id FROM message m
    WHERE ${where} AND ${after}${o.unreadOnly === true ? ` AND ${unread(user)}` : ''}
    ORDER BY m.at DESC, m.message_id DESC LIMIT ${size}) m`;
  const sorted = 'ORDER BY at DESC, message_id DESC';
  const text = `WITH page AS MATERIALIZED (SELECT * FROM (${arms(q, o.actor, arm)}) m ${sorted} LIMIT ${size})
    SELECT ${columns}
    FROM page JOIN message m ON m.message_id = page.message_id JOIN case_row c ON c.case_id = m.case_id
    JOIN item i ON i.code = c.item_code JOIN department d ON d.id = m.department_id
    LEFT JOIN message_read b ON b.message_id = m.message_id AND b.user_id = ${user}::uuid
    ORDER BY page.at DESC, page.message_id DESC`;
  const name = `messages-${o.unreadOnly === true ? 'unread' : 'all'}-${size}`;
  const rows = await rowsOf<MessageRow>(db, { name, text, q });
  return toPage(rows, o.limit, (last) => writeCursor('messages', [String(last.at), last.messageId]));
}

/**
 * How many of the person's messages since an instant (epoch ms) are unread, counted up to `atMost`: a badge need not read years
 * of messages of a province.
 */
export async function unreadCount(db: Queryable, o: { actor: Actor; since: number; atMost: number }): Promise<number> {
  const q = newQuery();
  const user = q.bind(o.actor.id);
  const since = q.bind(instantOf(o.since));
  const arm = (where: string) => `CROSS JOIN LATERAL (
    SELECT m.message_id FROM message m WHERE ${where} AND m.at >= ${since}::timestamptz AND ${unread(user)}) m`;
  const text = `SELECT count(*) AS n FROM (${arms(q, o.actor, arm)} LIMIT ${q.bind(o.atMost)}::int) m`;
  const [row] = await rowsOf<{ n: number }>(db, { name: 'messages-unread', text, q });
  return row?.n ?? 0;
}

/** Marks messages as read at an instant (epoch ms), those addressed to the person only. @returns how many were newly marked */
export async function markRead(
  db: Queryable,
  o: { actor: Actor; messageIds: readonly string[] | 'all'; at: number },
): Promise<number> {
  const q = newQuery();
  const user = q.bind(o.actor.id);
  const at = q.bind(instantOf(o.at));
  const chosen = o.messageIds === 'all' ? '' : ` AND m.message_id = ANY (${q.bind(o.messageIds)}::text[])`;
  const arm = (where: string) => `CROSS JOIN LATERAL (
    SELECT m.message_id FROM message m WHERE ${where} AND ${unread(user)}${chosen}) m`;
  const text = `WITH marked AS (INSERT INTO message_read (message_id, user_id, read_at)
    SELECT message_id, ${user}::uuid, ${at}::timestamptz FROM (${arms(q, o.actor, arm)}) m
    ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*) AS n FROM marked`;
  const name = `messages-mark-${o.messageIds === 'all' ? 'all' : 'some'}`;
  const [row] = await rowsOf<{ n: number }>(db, { name, text, q });
  return row?.n ?? 0;
}

/** A message reaches who holds its role in its department, or a watching role over its region; no message is both. */
function arms(q: Query, actor: Actor, arm: (where: string) => string): string {
  const scope = scopeOf(actor);
  const { departments, roles } = pairsOf(scope, 'mine');
  return `SELECT m.* FROM unnest(${q.bind(departments)}::text[], ${q.bind(roles)}::text[]) AS a (department_id, role)
      ${arm('m.department_id = a.department_id AND m.role = a.role')}
    UNION ALL
    SELECT m.* FROM region r CROSS JOIN unnest(${q.bind(scope.watchingRoles)}::text[]) AS a (role)
      ${arm('m.region_code = r.code AND m.role = a.role')}
      WHERE r.code LIKE ANY (${q.bind(scope.regionPatterns)}::text[])`;
}

function unread(user: string): string {
  return `NOT EXISTS (SELECT 1 FROM message_read b WHERE b.message_id = m.message_id AND b.user_id = ${user}::uuid)`;
}
