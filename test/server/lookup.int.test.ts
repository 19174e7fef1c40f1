import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import { applyFacts } from '../../db/journal/apply.ts';
import { createWorlds } from '../../db/journal/worlds.ts';
import { caseOfNumber, lookup } from '../../db/views/lookup.ts';
import type { Lookup } from '../../db/views/lookup.ts';
import { openOperations } from '../../db/seed/operations.ts';
import { presentLookup } from '../../server/presenters/lookup.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { longStory, publishTestFlow, stored, uuidOf } from '../support/played-case.ts';
import type { PlayedCase } from '../support/played-case.ts';
import { day } from '../support/scene.ts';
import { testFlow } from '../support/flow-fixture.ts';

let base: TestDatabase;
let played: PlayedCase;
beforeAll(async () => {
  base = await openTestDatabase();
  await publishTestFlow(base.app);
  played = stored(longStory(), 'story');
  await openOperations(base.app, played.caseId, played.facts);
  await applyFacts(base.app, createWorlds(base.app), { caseId: played.caseId, facts: played.facts });
});
afterAll(() => base.close());

describe('what is read for an applicant', () => {
  it('is what is listed here and nothing else, without names, people or digests', async () => {
    const found = await read();
    const keys = (one: object | undefined) => Object.keys(one ?? {}).join(' ');
    expect(keys(found)).toBe(
      'caseId caseNo itemCode itemName departmentName definition status result receivedOn supplement deferral serving unverified acceptedOn decidedOn dueOn provisional clocks steps',
    );
    expect(new Set(found.clocks.map(keys))).toEqual(
      new Set(['kind stepId startedOn limitCount limitUnit extension stops endedOn dueOn provisional']),
    );
    expect(new Set(found.clocks.flatMap(({ stops }) => stops.map(keys)))).toEqual(new Set(['to from stepId']));
    expect(new Set(found.steps.map(keys))).toEqual(
      new Set(['stepId open untimed phase nextRole openedOn startedOn promiseDueOn']),
    );
    expect(found.steps.find(({ stepId }) => stepId === 'experts')).toMatchObject({ open: true, phase: 'running' });
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`"${played.state.filing.applicant}"`));
    expect(JSON.stringify(found)).not.toContain(uuidOf('supervisor'));
  });

  it('is null for a number that is no case, also for the beginning of one', async () => {
    expect(await caseOfNumber(base.app, 'sto')).toBeNull();
  });
});

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

async function read(): Promise<Lookup> {
  const caseId = await caseOfNumber(base.app, played.state.filing.caseNo);
  const found = await lookup(base.app, String(caseId));
  if (found === null) throw new Error('expected the played case, but there is none');
  return found;
}

async function shown(): Promise<OkOf<'lookup'>> {
  const found = await read();
  const { calendar } = played.world;
  const { facts } = played;
  return presentLookup({ found, facts, definition: testFlow, calendar, today: day('2026-03-24'), language: 'zh' });
}
