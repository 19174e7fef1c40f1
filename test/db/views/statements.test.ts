import { describe, expect, it } from 'vitest';
import type { Queryable } from '../../../db/client.ts';
import { auditPage } from '../../../db/views/audit.ts';
import { board, boardCases } from '../../../db/views/board.ts';
import { counters } from '../../../db/views/counters.ts';
import { closedCases } from '../../../db/views/finished.ts';
import { ledger, ledgerCounts } from '../../../db/views/ledger.ts';
import { documentNumbers } from '../../../db/views/numbers.ts';
import { markRead, messages, unreadCount } from '../../../db/views/messages.ts';
import { openLists } from '../../../db/views/open-tasks.ts';
import { warnings } from '../../../db/views/warnings.ts';
import { worklist } from '../../../db/views/worklist.ts';
import type { Actor } from '../../../domain/people/roles.ts';
import { day } from '../../support/scene.ts';
import { viewers } from './pages.ts';

const sorts = ['dueLast', 'received', 'receivedFirst', 'caseNo', 'caseNoLast'] as const;
const oldest = { sort: 'oldest' } as const;

interface Sent {
  readonly name?: string;
  readonly text: string;
}

const id = '00000000-0000-7000-8000-000000000000';
const instant = Date.UTC(2026, 2, 10);

describe('the statements of the lists', () => {
  it('have one name a text and one text a name', async () => {
    const sent = await statements(['2026-03-10', 'item-1', 20]);
    const [names, texts] = [new Set(sent.map(({ name }) => name)), new Set(sent.map(({ text }) => text))];
    const both = new Set(sent.map(({ name, text }) => `${name} ${text}`));
    expect(names.size).toBeGreaterThan(20);
    expect([names.size, texts.size]).toEqual([both.size, both.size]);
    expect([...names].filter((name) => name === undefined || name.length > 63)).toEqual([]);
  });

  it('hold no value of the call, so that no connection prepares ever more of them', async () => {
    const [one, other] = [await statements(['2026-03-10', 'item-1', 3]), await statements(['2026-04-20', 'x', 11])];
    expect(new Set(other.map(({ name }) => name))).toEqual(new Set(one.map(({ name }) => name)));
  });

  it('are planned anew for the beginning of a case number, whose plan depends on it', async () => {
    const page = { today: day('2026-03-10'), limit: 20, filters: { caseNo: '2101' } };
    const sent = await caught(async (db) => {
      for (const actor of Object.values(viewers)) {
        for (const list of [...openLists, 'finished'] as const) await worklist(db, { ...page, actor, list });
        await closedCases(db, { ...page, actor });
      }
    });
    expect(sent.filter(({ name }) => name !== undefined)).toEqual([]);
  });
});

/** Every list and count once for each viewer, with and without its filters, from its beginning and from a cursor. */
async function statements([on, value, limit]: readonly [string, string, number]): Promise<Sent[]> {
  return caught(async (db) => {
    for (const actor of Object.values(viewers)) {
      const page = { actor, today: day(on), limit };
      await lists(db, page, value);
      await counters(db, page);
      await ledgerCounts(db, page);
      await board(db, page);
      await unreadCount(db, { actor, since: limit, now: limit, atMost: limit });
      for (const messageIds of ['all', [value]] as const)
        await markRead(db, { actor, messageIds, at: limit, now: limit });
    }
  });
}

async function lists(
  db: Queryable,
  page: { actor: Actor; today: ReturnType<typeof day>; limit: number },
  value: string,
): Promise<void> {
  const at = String(instant + page.limit);
  for (const filters of [{}, { itemCode: value }, { departmentId: value, light: 'red' as const }]) {
    for (const list of openLists) {
      for (const cursor of [undefined, cursorOf(list, page.today, id, value)]) {
        await worklist(db, { ...page, list, filters, cursor });
      }
      for (const sort of sorts) await worklist(db, { ...page, list, filters, sort });
    }
    for (const cursor of [undefined, cursorOf('finished', at, id, value)]) {
      await worklist(db, { ...page, list: 'finished', filters, cursor });
    }
    for (const cursor of [undefined, cursorOf('closed', at, id)]) await closedCases(db, { ...page, filters, cursor });
  }
  await worklist(db, { ...page, ...oldest, list: 'finished' });
  await closedCases(db, { ...page, ...oldest });
  await messages(db, { ...page, ...oldest, now: instant });
  await documentNumbers(db, { ...page, ...oldest });
  await auditPage(db, {
    ...page,
    ...oldest,
    from: 1,
    to: page.limit,
    scope: { departments: [value], regionCodes: [] },
  });
  await warnings(db, { ...page, ...oldest, to: 'scope' });
  for (const cursor of [undefined, cursorOf('ledger', page.today, id, value)]) await ledger(db, { ...page, cursor });
  for (const filters of [{ departmentId: value }, { itemCode: value }, { phase: 'running' as const, isOverdue: true }])
    await ledger(db, { ...page, filters });
  for (const o of [{}, { light: 'red' as const }, { itemCode: value, departmentId: value }])
    await boardCases(db, { ...page, ...o });
  for (const unreadOnly of [true, false]) await messages(db, { ...page, now: instant, unreadOnly });
  for (const o of [
    {},
    { kind: value },
    { state: value },
    { words: value, cursor: cursorOf('document-numbers', at, id) },
  ])
    await documentNumbers(db, { ...page, ...o });
  for (const cursor of [undefined, cursorOf('audit', at, id)]) {
    const scope = { departments: [value], regionCodes: [value] };
    for (const o of [{}, { kind: 'signedIn' as const }, { who: id }, { from: page.limit, to: instant }])
      await auditPage(db, { ...o, scope, limit: page.limit, cursor });
  }
  for (const cursor of [undefined, cursorOf('warnings', 'true', at, value), cursorOf('warnings', 'false', at, value)]) {
    for (const to of ['me', 'scope'] as const) await warnings(db, { ...page, to, cursor });
    await warnings(db, { ...page, to: 'scope', level: 'red', cursor });
  }
}

function cursorOf(...parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** What `work` sends to the database, which answers one row of nothing. */
async function caught(work: (db: Queryable) => Promise<void>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const query = (statement: Sent) => {
    sent.push(statement);
    return Promise.resolve({ rows: [{}] });
  };
  await work({ query: query as unknown as Queryable['query'] });
  return sent;
}
