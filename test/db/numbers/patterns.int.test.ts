import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyFacts } from '../../../db/journal/apply.ts';
import { openIntent } from '../../../db/journal/open-intent.ts';
import { createWorlds } from '../../../db/journal/worlds.ts';
import { enforcePattern, kindsFromSeries, numberPatterns, proposePattern } from '../../../db/numbers/patterns.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { longStory, publishTestFlow, stored, uuidOf } from '../../support/played-case.ts';

let base: TestDatabase;
const played = stored(longStory(), 'case of patterns');
const [chief, head] = [uuidOf('chief'), uuidOf('head')];
const year = 2026;
const departmentId = 'sy-water';
const extension = { departmentId, kind: 'extensionNotice' } as const;

beforeAll(async () => {
  base = await openTestDatabase();
  await publishTestFlow(base.admin);
  await openOperations(base.app, played.caseId, played.facts);
  await applyFacts(base.app, createWorlds(base.app), { caseId: played.caseId, facts: played.facts });
  for (const [id, login] of [
    [chief, 'chief'],
    [head, 'head'],
  ])
    await base.admin.query(`INSERT INTO app_user (id, login, name, password_hash) VALUES ($1, $2, $2, '')`, [
      id,
      login,
    ]);
});
afterAll(async () => base.close());

let count = 0;
async function issue(typed: string): Promise<string | null> {
  count += 1;
  const opened = await openIntent(base.app, {
    opId: uuidOf(`op ${count}`),
    caseId: played.caseId,
    actor: { id: uuidOf('somebody'), posts: [] },
    receivedAt: Date.UTC(year, 2, 24, 2),
    bodyHash: 'body',
    leaseMs: 60_000,
    people: [],
    texts: [],
    order: { type: 'approveExtension', documentNo: typed },
    durable: false,
    number: { paper: 'extensionNotice', year, typed },
  });
  if (opened.kind !== 'new' || opened.booked === null) return null;
  return 'text' in opened.booked ? opened.booked.text : opened.booked.refused;
}

it('a pattern comes into force by a second person, and its series goes on above what was typed by it', async () => {
  const pattern = '沈水延〔{年}〕{号}号';
  expect(await issue('沈水延〔2026〕7号')).toBe('沈水延〔2026〕7号');
  expect(await issue('另一种写法 9')).toBe('另一种写法 9');
  expect(await enforcePattern(base.app, { ...extension, by: head, now: 0 })).toMatchObject({
    code: 'pattern-not-proposed',
  });
  expect(await proposePattern(base.app, { ...extension, by: chief, pattern })).toBeNull();
  expect(await issue('')).toBe('number-missing');
  expect(await enforcePattern(base.app, { ...extension, by: chief, now: 0 })).toMatchObject({
    code: 'pattern-same-person',
  });
  expect(await enforcePattern(base.app, { ...extension, by: head, now: 1_000 })).toBeNull();
  expect(await issue('')).toBe('沈水延〔2026〕8号');
  expect(await issue('沈水延〔2026〕20号')).toBe('number-from-register');
  expect(await numberPatterns(base.app, departmentId, year)).toEqual([
    {
      kind: 'extensionNotice',
      pattern,
      since: 1_000,
      inForceByName: 'head',
      proposed: null,
      proposedBy: null,
      proposedByName: null,
      last: 8,
    },
  ]);
  expect(await kindsFromSeries(base.app, departmentId)).toEqual(['extensionNotice']);
});

it('a pattern belongs to one kind of a department', async () => {
  const pattern = '沈水许〔{年}〕{号}号';
  expect(await proposePattern(base.app, { departmentId, kind: 'grantDecision', by: chief, pattern })).toBeNull();
  const other = await proposePattern(base.app, { departmentId, kind: 'refusalDecision', by: chief, pattern });
  expect(other).toMatchObject({ code: 'pattern-taken' });
});

it('a changed pattern goes on with the number of its year', async () => {
  const pattern = '沈水延字〔{年}〕第{号}号';
  await proposePattern(base.app, { ...extension, by: head, pattern });
  await enforcePattern(base.app, { ...extension, by: chief, now: 2_000 });
  expect(await issue('')).toBe('沈水延字〔2026〕第9号');
});

it('who types while a pattern comes into force is either before it or refused: no number is given twice', async () => {
  const pattern = '延〔{年}〕{号}号';
  await proposePattern(base.app, { ...extension, by: head, pattern });
  await base.admin.query(`UPDATE number_pattern SET pattern = NULL WHERE kind = 'extensionNotice'`);
  const typing = Array.from({ length: 40 }, async (_, n) => issue(`延〔2026〕${n + 10}号`));
  const inForce = enforcePattern(base.app, { ...extension, by: chief, now: 3_000 });
  const typed = (await Promise.all(typing)).filter((text) => text?.startsWith('延') === true);
  expect(await inForce).toBeNull();
  const given = await Promise.all(Array.from({ length: 40 }, async () => issue('')));
  expect(new Set([...typed, ...given]).size).toBe(typed.length + 40);
});
