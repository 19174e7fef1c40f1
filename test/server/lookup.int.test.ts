import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import { applyFacts } from '../../db/journal/apply.ts';
import { createWorlds } from '../../db/journal/worlds.ts';
import { lookup } from '../../db/views/lookup.ts';
import { presentLookup } from '../../server/presenters/lookup.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { longStory, publishTestFlow, stored } from '../support/played-case.ts';
import type { PlayedCase } from '../support/played-case.ts';
import { day } from '../support/scene.ts';
import { testFlow } from '../support/flow-fixture.ts';

let base: TestDatabase;
let played: PlayedCase;
beforeAll(async () => {
  base = await openTestDatabase();
  await publishTestFlow(base.app);
  played = stored(longStory(), 'story');
  await applyFacts(base.app, createWorlds(base.app), { caseId: played.caseId, facts: played.facts });
});
afterAll(() => base.close());

describe('the progress an applicant looks up', () => {
  it('says whose turn it is by department and role, for open steps only, and never a name', async () => {
    const { steps } = await shown();
    expect(steps.find(({ title }) => title === 'experts')).toMatchObject({
      open: true,
      untimed: true,
      turn: '水务局 承办人',
      phaseTitle: '进行中',
      promiseDueOn: expect.any(String),
    });
    expect(steps.find(({ title }) => title === 'review')).toMatchObject({ open: false, turn: null, phaseTitle: null });
  });

  it('says how much of a limit is used, and which step paused it by which provisions', async () => {
    const { clocks, today } = await shown();
    expect(today).toBe('2026-03-24');
    const statutory = clocks.find(({ kind }) => kind === 'statutory');
    expect(statutory).toMatchObject({
      startedOn: '2026-03-03',
      limit: { count: 20, unit: 'workday' },
      used: 2,
      remaining: 18,
      stopped: true,
      dueOn: null,
    });
    expect(statutory?.pauses).toEqual([
      { from: '2026-03-05', to: null, why: expect.stringMatching(/^experts（依据：.*行政许可法第四十五条.*）$/) },
    ]);
    expect(statutory?.pauses[0]?.why).toContain('测试条例第九条');
  });

  it('leaves the internal limits of steps out', async () => {
    const { clocks } = await shown();
    expect(played.state.clocks.some(({ kind }) => kind === 'step')).toBe(true);
    expect(clocks.map(({ kind }) => kind).filter((kind) => kind === 'step')).toEqual([]);
  });
});

async function shown(): Promise<OkOf<'lookup'>> {
  const found = await lookup(base.app, played.state.filing.caseNo);
  if (found === null) throw new Error('expected the played case, but there is none');
  const { calendar } = played.world;
  return presentLookup({ found, definition: testFlow, calendar, today: day('2026-03-24') });
}
