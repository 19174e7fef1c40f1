import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyFacts } from '../../../db/journal/apply.ts';
import { createWorlds } from '../../../db/journal/worlds.ts';
import { caseView } from '../../../db/views/case-view.ts';
import type { CaseView } from '../../../db/views/case-view.ts';
import { lookup } from '../../../db/views/lookup.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { longStory, publishTestFlow, stored, uuidOf } from '../../support/played-case.ts';
import type { PlayedCase } from '../../support/played-case.ts';

let base: TestDatabase;
let played: PlayedCase;
const unknown = '00000000-0000-7000-8000-00000000ffff';

beforeAll(async () => {
  base = await openTestDatabase();
  await publishTestFlow(base.app);
  played = stored(longStory(), 'story');
  await applyFacts(base.app, createWorlds(base.app), { caseId: played.caseId, facts: played.facts });
  const texts = [['applicant', played.state.filing.applicant, '张三丰'] as const, ['note', 'n', '请抓紧办理'] as const];
  for (const [, digest, content] of texts) {
    await base.app.query('INSERT INTO case_text VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      played.caseId,
      digest,
      content,
    ]);
  }
  await base.app.query(`INSERT INTO app_user (id, login, name, password_hash) VALUES ($1, 'du', '杜督查', 'x')`, [
    uuidOf('supervisor'),
  ]);
});
afterAll(() => base.close());

describe('caseView', () => {
  it('shows the facts and the state exactly as the journal has them', async () => {
    const view = await seen();
    expect(view.facts).toEqual(played.facts);
    expect(view.state).toEqual(played.state);
  });

  it('shows row, clocks, steps, warnings and findings of the case', async () => {
    const view = await seen();
    const { filing } = played.state;
    expect(view.row).toMatchObject({
      caseNo: filing.caseNo,
      itemCode: filing.itemCode,
      departmentName: '水务局',
      seq: played.state.seq,
    });
    expect(view.row.filedAt).toBe(played.state.filedAt);
    expect(view.clocks.map(({ clock }) => clock).toSorted()).toEqual(
      played.state.clocks.map(({ id }) => id).toSorted(),
    );
    expect(view.steps.map(({ stepId }) => stepId).toSorted()).toEqual(
      played.state.steps.map(({ id }) => id).toSorted(),
    );
    const experts = view.steps.find(({ stepId }) => stepId === 'experts');
    expect(experts).toMatchObject({ open: true, untimed: true, phase: 'running', reminders: 1, finishedAt: null });
    expect(view.clocks.find(({ clock }) => clock === 'statutory')?.stops).toEqual(
      played.state.clocks.find(({ id }) => id === 'statutory')?.stops,
    );
    expect(view.warnings.map(({ warningId }) => warningId).toSorted()).toEqual(
      played.state.warnings.map(({ id }) => id).toSorted(),
    );
    expect(view.warnings.find(({ acknowledgedBy }) => acknowledgedBy !== null)).toMatchObject({
      acknowledgedBy: uuidOf('supervisor'),
      note: 'n',
    });
  });

  it('brings the words under their digests and the names of those who acted', async () => {
    const view = await seen();
    expect(view.texts['n']).toBe('请抓紧办理');
    expect(view.texts[view.row.applicant]).toBe('张三丰');
    expect(view.people).toEqual({ [uuidOf('supervisor')]: '杜督查' });
  });

  it('is null for an id that is no case', async () => {
    expect(await caseView(base.app, unknown)).toBeNull();
  });
});

describe('lookup', () => {
  it('shows the case of a number without names, people or digests', async () => {
    const found = await lookup(base.app, played.state.filing.caseNo);
    expect(found).toMatchObject({
      caseId: played.caseId,
      status: 'open',
      departmentName: '水务局',
    });
    expect(found?.steps.find(({ stepId }) => stepId === 'experts')).toEqual({
      stepId: 'experts',
      kind: 'expertReview',
      open: true,
      untimed: true,
      phase: 'running',
      nextRole: 'caseOfficer',
      openedOn: expect.any(String),
      startedOn: expect.any(String),
      promiseDueOn: expect.any(String),
      outcome: null,
    });
    expect(JSON.stringify(found)).not.toContain('张三丰');
    expect(JSON.stringify(found)).not.toContain(uuidOf('supervisor'));
  });

  it('is null for a number that is no case, also for the beginning of one', async () => {
    expect(await lookup(base.app, 'sto')).toBeNull();
  });
});

async function seen(): Promise<CaseView> {
  const view = await caseView(base.app, played.caseId);
  if (view === null) throw new Error('expected the played case, but there is none');
  return view;
}
