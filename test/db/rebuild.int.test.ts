import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyFacts } from '../../db/journal/apply.ts';
import { createWorlds } from '../../db/journal/worlds.ts';
import type { Worlds } from '../../db/journal/worlds.ts';
import { dumpReadTables, rebuildAll, rebuildCase } from '../../db/rebuild.ts';
import { openOperations } from '../../db/seed/operations.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { longStory, publishTestFlow, stored, uuidOf } from '../support/played-case.ts';
import { Scene } from '../support/scene.ts';

let base: TestDatabase;
let worlds: Worlds;
const withdrawn = longStory();
withdrawn.must('2026-03-25', 'windowClerk', { type: 'withdraw', statement: 's' });
const cases = [
  stored(longStory(), 'long'),
  stored(new Scene('2026-03-02').accepted('2026-03-03'), 'accepted'),
  stored(withdrawn, 'withdrawn'),
  stored(new Scene('2026-05-06'), 'filed'),
];

beforeAll(async () => {
  base = await openTestDatabase();
  await publishTestFlow(base.admin);
  worlds = createWorlds(base.app);
  for (const { caseId, facts } of cases) {
    await openOperations(base.app, caseId, facts);
    // In pieces as orders would: two facts at a time.
    for (let to = 2; to < facts.length + 2; to += 2)
      await applyFacts(base.app, worlds, { caseId, facts: facts.slice(0, to) });
  }
});
afterAll(() => base.close());

const untouched = async () => {
  const { rows } = await base.admin.query(
    `SELECT (SELECT json_agg(m ORDER BY message_id) FROM message m)::text AS messages,
      (SELECT count(*) FROM case_text) AS texts, (SELECT count(*) FROM intent) AS intents`,
  );
  return rows;
};

describe('a rebuild', () => {
  it('equals the live rows byte for byte and sends no message', async () => {
    const [live, before] = [await dumpReadTables(base.admin), await untouched()];
    expect(live.split('\n').length).toBeGreaterThan(30);
    const heard: [number, number][] = [];
    const done = await rebuildAll(base.app, worlds, (n, all) => heard.push([n, all]));
    expect(done).toEqual({
      cases: cases.length,
      facts: cases.reduce((sum, { facts }) => sum + facts.length, 0),
      differing: 0,
      broken: [],
    });
    expect(heard.at(-1)).toEqual([cases.length, cases.length]);
    expect(await dumpReadTables(base.admin)).toBe(live);
    expect(await untouched()).toEqual(before);
  });

  it('finds and mends rows that are wrong, missing or stray', async () => {
    const live = await dumpReadTables(base.admin);
    const [caseId, other] = [cases[0]?.caseId, cases[1]?.caseId];
    await base.admin.query(`UPDATE case_step SET open = NOT open WHERE case_id = $1 AND step_id = 'experts'`, [caseId]);
    await base.admin.query(`UPDATE warning SET note = 'x' WHERE case_id = $1 AND rung = 'R3'`, [caseId]);
    await base.admin.query(`DELETE FROM case_clock WHERE case_id = $1 AND clock = 'notice'`, [caseId]);
    await base.admin.query('DELETE FROM case_head WHERE case_id = $1', [other]);
    await base.admin.query(`INSERT INTO finding VALUES ($1, 1, 'stopped-after-due', null, null, '2026-01-01')`, [
      uuidOf('stray'),
    ]);
    const done = await rebuildAll(base.app, worlds);
    expect(done).toMatchObject({ differing: 5, broken: [] });
    expect(await dumpReadTables(base.admin)).toBe(live);
  });

  it('waits for the head of the case, and an apply waits for it', async () => {
    const scene = new Scene('2026-03-02').accepted('2026-03-03');
    const { caseId, facts } = stored(scene, 'busy');
    await openOperations(base.app, caseId, facts);
    const work: Promise<unknown>[] = [];
    for (let to = 2; to <= facts.length; to += 1) {
      work.push(applyFacts(base.app, worlds, { caseId, facts: facts.slice(0, to) }));
      if (to > 6)
        work.push(
          rebuildCase(base.app, worlds, cases[1]?.caseId ?? ''),
          (work[0] ?? Promise.resolve()).then(async () => rebuildCase(base.app, worlds, caseId)),
        );
    }
    await Promise.all(work);
    const live = await dumpReadTables(base.admin);
    expect(await rebuildCase(base.app, worlds, caseId)).toEqual({ facts: facts.length, differing: 0 });
    expect(await dumpReadTables(base.admin)).toBe(live);
  });

  it('names a case whose hash chain is broken and leaves its rows alone', async () => {
    const { caseId, facts } = stored(longStory(), 'broken');
    await openOperations(base.app, caseId, facts);
    await applyFacts(base.app, worlds, { caseId, facts });
    await base.admin.query('ALTER TABLE case_event DISABLE TRIGGER case_event_no_change');
    await base.admin.query(`UPDATE case_event SET actor_id = NULL WHERE case_id = $1 AND seq = 5`, [caseId]);
    await base.admin.query('ALTER TABLE case_event ENABLE ALWAYS TRIGGER case_event_no_change');
    const live = await dumpReadTables(base.admin);
    const done = await rebuildAll(base.app, worlds);
    expect(done.broken).toEqual([{ caseId, detail: expect.stringContaining('breaks at fact 5') }]);
    expect(await dumpReadTables(base.admin)).toBe(live);
  });
});
