import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyFacts } from '../../db/journal/apply.ts';
import { createWorlds } from '../../db/journal/worlds.ts';
import { lookup } from '../../db/views/lookup.ts';
import { compileCalendar, nationalCalendar } from '../../domain/clock/calendar.ts';
import { presentLookup } from '../../server/presenters/lookup.ts';
import { civil } from '../support/civil.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { testFlow } from '../support/flow-fixture.ts';
import { longStory, publishTestFlow, stored } from '../support/played-case.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await openTestDatabase();
  await publishTestFlow(base.app);
});
afterAll(() => base.close());

it('tells an applicant whose turn it is, how long, and by which articles a clock is paused', async () => {
  const played = stored(longStory(), 'look');
  await applyFacts(base.app, createWorlds(base.app), { caseId: played.caseId, facts: played.facts });
  const found = await lookup(base.app, 'look');
  if (found === null) throw new Error('expected the case, but there is none');
  const calendar = compileCalendar(nationalCalendar());
  const shown = presentLookup({ found, definition: testFlow, calendar, today: civil('2026-03-24') });
  expect(shown.today).toBe('2026-03-24');
  expect(shown.steps.find(({ title }) => title === 'experts')).toEqual({
    title: 'experts',
    state: '办理中',
    open: true,
    untimed: true,
    since: '2026-03-05',
    turn: '水务局 承办人',
    phaseTitle: '进行中',
    promiseDueOn: '2026-03-19',
  });
  expect(shown.steps.find(({ title }) => title === 'review')).toMatchObject({ open: false, turn: null });
  const statutory = shown.clocks.find(({ kind }) => kind === 'statutory');
  expect(statutory).toMatchObject({
    startedOn: '2026-03-03',
    stopped: true,
    used: 2,
    pauses: [{ from: '2026-03-05', to: null, why: 'experts（依据：行政许可法第四十五条；测试条例第九条）' }],
  });
  expect(shown.clocks.find(({ kind }) => kind === 'promise')).toMatchObject({ overdue: true, limit: { count: 10 } });
  expect(shown.clocks.map(({ kind }) => kind)).not.toContain('step');
});
