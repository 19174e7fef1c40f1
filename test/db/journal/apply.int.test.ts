import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fold } from '../../../domain/case/apply.ts';
import { seal } from '../../../domain/case/seal.ts';
import type { Fact } from '../../../domain/case/facts/index.ts';
import { dumpReadTables } from '../../../db/dump.ts';
import { applyFacts } from '../../../db/journal/apply.ts';
import { isJournalConflict, isUnregistered } from '../../../db/journal/conflict.ts';
import { factsOf, readFacts } from '../../../db/journal/facts.ts';
import { readHead } from '../../../db/journal/head.ts';
import { createWorlds } from '../../../db/journal/worlds.ts';
import type { Worlds } from '../../../db/journal/worlds.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { longStory, publishTestFlow, stored } from '../../support/played-case.ts';
import type { PlayedCase } from '../../support/played-case.ts';

let base: TestDatabase;
let worlds: Worlds;
let played: PlayedCase;
let count = 0;

beforeAll(async () => {
  base = await openTestDatabase({ max: 20 });
  await publishTestFlow(base.admin);
  worlds = createWorlds(base.app);
});
afterAll(() => base.close());
beforeEach(async () => {
  count += 1;
  played = stored(longStory(), `case ${count}`);
  await openOperations(base.app, played.caseId, played.facts);
});

const apply = (facts: readonly Fact[]) => applyFacts(base.app, worlds, { caseId: played.caseId, facts });
const refusal = (facts: readonly Fact[]) =>
  apply(facts).then(
    () => null,
    (error: unknown) => isJournalConflict(error),
  );

describe('the guarded apply', () => {
  it('keeps facts, head and state as they were handed in', async () => {
    await apply(played.facts);
    expect(await readFacts(base.app, played.caseId, 0)).toEqual(played.facts);
    expect(await readHead(base.app, played.caseId)).toEqual({
      caseId: played.caseId,
      seq: played.state.seq,
      hash: played.state.hash,
      state: played.state,
    });
    const requestId = played.facts.at(-1)?.requestId ?? '';
    expect(await factsOf(base.app, played.caseId, requestId)).toEqual(
      played.facts.filter((f) => f.requestId === requestId),
    );
  });

  it('gives the same rows fact by fact as all at once', async () => {
    for (const fact of played.facts) await apply([fact]);
    const oneByOne = await dumpReadTables(base.admin);
    const again = stored(longStory(), 'all at once');
    await openOperations(base.app, again.caseId, again.facts);
    await applyFacts(base.app, worlds, { caseId: again.caseId, facts: again.facts });
    const linesOf = (dump: string, { caseId, state }: PlayedCase) =>
      dump
        .split('\n')
        .filter((line) => line.includes(caseId) && !line.startsWith('case_head'))
        .map((line) => line.replaceAll(caseId, 'ID').replaceAll(state.filing.caseNo, 'NO'));
    expect(linesOf(await dumpReadTables(base.admin), again)).toEqual(linesOf(oneByOne, played));
  });

  it('changes nothing when the same facts come again', async () => {
    const first = await apply(played.facts);
    const before = await dumpReadTables(base.admin);
    const messages = await base.admin.query('SELECT count(*) FROM message');
    expect(await apply(played.facts.slice(3, 9))).toMatchObject({ seq: first.seq, settled: false });
    expect(await apply(played.facts)).toEqual({ ...first, fresh: [] });
    expect(await dumpReadTables(base.admin)).toBe(before);
    expect((await base.admin.query('SELECT count(*) FROM message')).rows).toEqual(messages.rows);
  });

  it('ends in one order under 16 concurrent appliers of overlapping facts', async () => {
    const length = played.facts.length;
    const appliers = Array.from({ length: 16 }, async (_, applier) => {
      for (let to = 1 + (applier % 4); to <= length + 3; to += 1 + (applier % 4)) {
        await apply(played.facts.slice(0, Math.min(to, length)));
      }
    });
    await Promise.all(appliers);
    expect(await readFacts(base.app, played.caseId, 0)).toEqual(played.facts);
    const rows = await base.admin.query('SELECT seq FROM case_row WHERE case_id = $1', [played.caseId]);
    expect(rows.rows).toEqual([{ seq: length }]);
    const expected = new Set(played.facts.flatMap((f) => (f.body.type === 'StepOpened' ? [f.seq] : [])));
    const opened = await base.admin.query<{ seq: number }>(
      `SELECT seq FROM message WHERE case_id = $1 AND kind = 'StepOpened' ORDER BY seq`,
      [played.caseId],
    );
    expect(opened.rows.map((row) => row.seq)).toEqual([...expected]);
  });

  it('does not take a head that is out of date for a gap or a fork', async () => {
    const { caseId, facts } = played;
    await apply(facts.slice(0, 2));
    const old = await readHead(base.app, caseId);
    await apply(facts.slice(0, 6));
    for (const head of [null, old]) {
      expect(await applyFacts(base.app, worlds, { caseId, facts: facts.slice(6, 7), head })).toMatchObject({ seq: 7 });
      expect(await applyFacts(base.app, worlds, { caseId, facts: facts.slice(2, 5), head })).toMatchObject({ seq: 7 });
    }
  });

  it('refuses a gap, and a first fact that is not the first', async () => {
    expect(await refusal(played.facts.slice(1))).toBe(true);
    await apply(played.facts.slice(0, 5));
    expect(await refusal(played.facts.slice(6))).toBe(true);
    expect(await readHead(base.app, played.caseId)).toMatchObject({ seq: 5 });
  });

  it('refuses another fact under a number that is taken, and a chain that forked', async () => {
    const fork = stored(longStory(), `fork ${count}`).facts;
    await apply(played.facts.slice(0, 5));
    expect(await refusal(fork.slice(0, 5))).toBe(true);
    expect(await refusal(fork.slice(2, 4))).toBe(true);
    expect(await refusal(fork.slice(5, 7))).toBe(true);
    const changed = played.facts.slice(5, 7).map((fact) => ({ ...fact, recordedAt: fact.recordedAt + 1 }));
    expect(await refusal(changed)).toBe(true);
    expect(await apply(played.facts)).toMatchObject({ seq: played.state.seq });
  });

  it('calls a journal that runs ahead of its head an incident', async () => {
    await apply(played.facts);
    const state = fold(played.caseId, played.facts.slice(0, 5));
    await base.admin.query('UPDATE case_head SET seq = 5, hash = $2, state = $3 WHERE case_id = $1', [
      played.caseId,
      state.hash,
      JSON.stringify(state),
    ]);
    expect(await refusal(played.facts)).toBe(true);
  });

  it('tells live boards ids and kinds only', async () => {
    const client = await base.app.connect();
    const heard: string[] = [];
    client.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await client.query('LISTEN shixian_live');
    await apply(played.facts.slice(0, 4));
    const note = { caseId: played.caseId, seq: 4, kinds: ['CaseFiled', 'StepOpened', 'ClockStarted', 'DeadlineSet'] };
    await expect.poll(() => heard.map((payload) => JSON.parse(payload)), { timeout: 5000 }).toContainEqual(note);
    client.release(true);
  });
});

describe('fault D8: the journal takes only registered operations', () => {
  const unregistered = (facts: readonly Fact[]) =>
    apply(facts).then(
      () => null,
      (error: unknown) => isUnregistered(error),
    );
  const change = async (set: string) =>
    base.admin.query(`UPDATE intent SET ${set} WHERE op_id = $1`, [played.facts.at(-1)?.requestId]);

  it.each([
    ['of another case', `case_id = gen_random_uuid()`],
    ['of another person', `actor_id = gen_random_uuid()`],
    ['that was refused', `state = 'refused'`],
    ['that was applied before', `state = 'applied'`],
  ])('fault D8: not one %s', async (_, set) => {
    await change(set);
    expect(await unregistered(played.facts)).toBe(true);
    expect(await readHead(base.app, played.caseId)).toBeNull();
    await change(`case_id = '${played.caseId}', actor_id = '${played.facts.at(-1)?.actorId}', state = 'sent'`);
    expect(await apply(played.facts)).toMatchObject({ seq: played.state.seq });
  });

  it('fault D8: and what comes with it in one statement is taken', async () => {
    const honest = Array.from({ length: 6 }, (_, n) => stored(longStory(), `honest ${count} ${n}`));
    for (const { caseId, facts } of honest) await openOperations(base.app, caseId, facts);
    await change(`state = 'refused'`);
    const done = await Promise.allSettled(
      [played, ...honest].map(async ({ caseId, facts }) => applyFacts(base.app, worlds, { caseId, facts })),
    );
    expect(done.map(({ status }) => status)).toEqual(['rejected', ...honest.map(() => 'fulfilled')]);
  });

  it('fault D8: and of time only what time can cause', async () => {
    const facts = played.facts.map((fact) => ({ ...fact }));
    const [last] = facts.splice(-1);
    if (last === undefined) throw new Error('expected facts');
    await apply(facts);
    const forged = seal(facts.at(-1) ?? last, { ...last, requestId: 'tick', actorId: null }, last.body);
    expect(await unregistered([forged])).toBe(true);
  });
});
