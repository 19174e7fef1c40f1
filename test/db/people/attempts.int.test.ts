import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countTry, forgetTries, sweepTries, unlock } from '../../../db/people/attempts.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

let base: TestDatabase;
let tests = 0;
let subject = '';
const now = Date.UTC(2026, 2, 10, 1);
const minute = 60_000;

beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.close());
beforeEach(() => {
  tests += 1;
  subject = `login ${tests}`;
});

describe('tries', () => {
  const most = { most: 5, windowMs: 15 * minute, lockMs: 30 * minute };
  const key = (name: string) => ({ key: `${name} ${subject}`, subject, ...most });

  it('are counted before they are judged: the sixth within 15 minutes is locked out for 30, also when all come at once', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, () => countTry(base.app, [key('a')], now)));
    expect(all.filter((lock) => lock === null)).toHaveLength(5);
    expect(new Set(all.map((lock) => lock?.lockedUntil))).toEqual(new Set([undefined, now + 30 * minute]));
    expect(await countTry(base.app, [key('a')], now + 29 * minute)).toEqual({
      key: key('a').key,
      lockedUntil: now + 30 * minute,
    });
    expect(await countTry(base.app, [key('a')], now + 30 * minute)).toBeNull();
  });

  it('are forgotten after 15 minutes, by the right one, and when somebody unlocks their subject', async () => {
    const useUp = async (at: number) => {
      for (let n = 0; n < 5; n += 1) expect(await countTry(base.app, [key('b')], at)).toBeNull();
    };
    await useUp(now);
    await useUp(now + 15 * minute);
    await forgetTries(base.app, [key('b')]);
    await useUp(now + 16 * minute);
    expect(await countTry(base.app, [key('b')], now + 16 * minute)).not.toBeNull();
    await unlock(base.app, subject);
    await useUp(now + 16 * minute);
  });

  it('leave one a lock to who goes on where the lock is shorter than the window', async () => {
    const short = { ...key('c'), most: 3, lockMs: minute };
    const at = async (n: number) => (await countTry(base.app, [short], now + n * minute)) === null;
    for (let n = 0; n < 3; n += 1) expect(await at(0)).toBe(true);
    expect([await at(0), await at(0.5), await at(1), await at(1), await at(2), await at(2)]).toEqual([
      false,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('that are locked out by one key use up none of another, and old ones are swept', async () => {
    for (let n = 0; n < 7; n += 1) await countTry(base.app, [key('d'), { ...key('e'), most: 1 }], now);
    expect(await countTry(base.app, [key('d')], now)).toBeNull();
    await sweepTries(base.app, now + 61 * minute);
    const left = await base.app.query('SELECT 1 FROM attempt WHERE subject = $1', [subject]);
    expect(left.rowCount).toBe(0);
  });
});
