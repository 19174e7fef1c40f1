import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyFacts } from '../../../db/journal/apply.ts';
import { createWorlds } from '../../../db/journal/worlds.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import { boardCases } from '../../../db/views/board.ts';
import { worklist } from '../../../db/views/worklist.ts';
import { dueOnOf } from '../../../domain/case/clocks.ts';
import { byGravity } from '../../../domain/case/gravity.ts';
import { clockLightOn } from '../../../domain/case/lights.ts';
import type { ClockState } from '../../../domain/case/state.ts';
import { addDays } from '../../../domain/clock/civil-date.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { longStory, publishTestFlow, stored } from '../../support/played-case.ts';
import type { PlayedCase } from '../../support/played-case.ts';
import { Scene, day, person } from '../../support/scene.ts';
import { walk } from './pages.ts';

let base: TestDatabase;
const scenes = [
  new Scene('2026-03-02'),
  new Scene('2026-03-02').accepted('2026-03-03'),
  new Scene('2026-03-02').reviewed('2026-03-03'),
  longStory(),
];
const played = scenes.map((scene, at) => stored(scene, `gravest-${at}`));
const actor = person('caseOfficer', '00000000-0000-7000-8000-000000000001');

beforeAll(async () => {
  base = await openTestDatabase();
  await publishTestFlow(base.admin);
  const worlds = createWorlds(base.app);
  for (const { caseId, facts } of played) {
    await openOperations(base.app, caseId, facts);
    await applyFacts(base.app, worlds, { caseId, facts });
  }
});
afterAll(() => base.close());

/** What the page of a case has in front, of the clocks that `counts` picks and that have a date. */
function gravestOf({ world, state }: PlayedCase, on: ReturnType<typeof day>, counts: (clock: ClockState) => boolean) {
  const clocks = state.clocks
    .filter(counts)
    .map((clock) => ({ id: clock.id, light: clockLightOn(world, clock, on), dueOn: dueOnOf(world, clock) }));
  const [first] = byGravity(clocks.filter(({ light, dueOn }) => light !== 'ended' && dueOn !== null));
  return first === undefined ? { clock: null, dueOn: null } : { clock: first.id, dueOn: first.dueOn };
}

describe('a row of a list', () => {
  it('has the day and the clock that the page of its case has in front, on every day', async () => {
    const seen = new Set<string>();
    for (let on = day('2026-03-02'); on < '2026-05-01'; on = addDays(on, 1)) {
      const asked = { actor, today: on, limit: 50 };
      const rows = await walk((cursor) => worklist(base.app, { ...asked, list: 'department', cursor }));
      const cases = await walk((cursor) => boardCases(base.app, { ...asked, cursor }));
      for (const one of played) {
        const [row] = rows.filter(({ caseId }) => caseId === one.caseId);
        const own = (clock: ClockState) => clock.stepId === null || clock.stepId === row?.stepId;
        expect([on, row]).toMatchObject([on, gravestOf(one, on, own)]);
        const [whole] = cases.filter(({ caseId }) => caseId === one.caseId);
        expect([on, whole]).toMatchObject([on, gravestOf(one, on, () => true)]);
        if (row?.clock) seen.add(row.clock);
      }
    }
    // The nearest date is not always the gravest: a step is late while a promise is broken.
    expect(seen.size).toBeGreaterThan(3);
  });
});
