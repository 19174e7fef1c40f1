import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyFacts } from '../../../db/journal/apply.ts';
import { openIntent } from '../../../db/journal/open-intent.ts';
import type { NewOrder, Opened } from '../../../db/journal/open-intent.ts';
import { refuseIntent } from '../../../db/journal/settle.ts';
import { createWorlds } from '../../../db/journal/worlds.ts';
import { openDb } from '../../../db/client.ts';
import type { Db } from '../../../db/client.ts';
import { faultyNumbers } from '../../../db/numbers/check.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { inForce } from '../../support/numbers.ts';
import { longStory, publishTestFlow, stored, uuidOf } from '../../support/played-case.ts';

let base: TestDatabase;
const pools: Db[] = [];
const played = stored(longStory(), 'case of numbers');

beforeAll(async () => {
  base = await openTestDatabase();
  await publishTestFlow(base.admin);
  await openOperations(base.app, played.caseId, played.facts);
  await applyFacts(base.app, createWorlds(base.app), { caseId: played.caseId, facts: played.facts });
  pools.push(...Array.from({ length: 4 }, () => openDb(base.appUrl, { max: 4 })));
});
afterAll(async () => {
  await Promise.all(pools.map(async (pool) => pool.end()));
  await base.close();
});

const year = 2026;
function intentOf(opId: string, typed: string): NewOrder {
  return {
    opId,
    caseId: played.caseId,
    actor: { id: uuidOf('somebody'), posts: [] },
    receivedAt: Date.UTC(year, 2, 24, 2),
    bodyHash: opId,
    leaseMs: 60_000,
    people: [],
    texts: [],
    order: { type: 'approveExtension', documentNo: typed },
    durable: true,
    number: { paper: 'extensionNotice', year, typed },
  };
}

const poolOf = (n: number): Db => pools[n % pools.length] ?? base.app;
const textIn = (opened: Opened) =>
  opened.kind === 'new' && opened.booked !== null && 'text' in opened.booked ? opened.booked.text : null;

it('fault B6: 1,000 parallel issues with refusals and repeats give each number once, and each is explained', async () => {
  await inForce(base.admin, 'extensionNotice', '沈水延〔{年}〕{号}号');
  const ids = Array.from({ length: 1_000 }, () => randomUUID());
  const refused = { attempt: 1, status: 409, answer: {} };
  const given = await Promise.all(
    ids.map(async (opId, n) => {
      const order = intentOf(opId, '');
      // Every fourth comes twice at once, by two connections: one of them opens it.
      const copies = await Promise.all(
        [n, n + 1].slice(0, n % 4 === 0 ? 2 : 1).map(async (at) => openIntent(poolOf(at), order)),
      );
      const [text, ...more] = copies.map(textIn).filter((one) => one !== null);
      expect(more).toEqual([]);
      if (n % 3 === 0) await refuseIntent(poolOf(n), { opId, ...refused });
      return text;
    }),
  );
  const all = Array.from({ length: 1_000 }, (_, n) => `沈水延〔2026〕${n + 1}号`);
  expect(new Set(given)).toEqual(new Set(all));
  const { rows } = await base.admin.query(
    `SELECT state, reason, count(*) FROM document_number WHERE serial IS NOT NULL GROUP BY 1, 2 ORDER BY 1`,
  );
  expect(rows).toEqual([
    { state: 'reserved', reason: null, count: 666 },
    { state: 'void', reason: 'refused', count: 334 },
  ]);
  const wrong = (await faultyNumbers(base.admin)).filter(({ kind }) => kind === 'extensionNotice');
  expect(wrong).toEqual([]);
});

it('a number of the register stays what it is, whoever writes', async () => {
  for (const change of [
    `UPDATE document_number SET text = 'x' WHERE state = 'reserved'`,
    `UPDATE document_number SET state = 'used' WHERE state = 'void'`,
    `UPDATE document_number SET state = 'void' WHERE state = 'reserved'`,
    'DELETE FROM document_number',
    'TRUNCATE document_number',
    'UPDATE number_series SET last = last - 1',
    'DELETE FROM number_series',
  ]) {
    await expect(base.admin.query(change), change).rejects.toThrow(/expected/);
  }
});

it('the comparison tells a gap, an ended operation, a used number without fact and a fact without number', async () => {
  const reserved = `SELECT op_id FROM document_number WHERE state = 'reserved' ORDER BY serial`;
  await base.admin.query(`UPDATE number_series SET last = last + 1`);
  await base.admin.query(`UPDATE intent SET state = 'refused' WHERE op_id = (${reserved} DESC LIMIT 1)`);
  await base.admin.query(`UPDATE document_number SET state = 'used' WHERE op_id = (${reserved} LIMIT 1)`);
  const faults = (await faultyNumbers(base.admin)).map(({ fault, text }) => `${fault} ${text}`);
  expect(faults).toContain('gap 2026/1001');
  expect(faults.filter((one) => one.startsWith('ended') || one.startsWith('no-fact'))).toHaveLength(2);
  // The facts of the story were written past the register.
  expect(faults).toContain('missing 受1');
});
