import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyFacts } from '../../../db/journal/apply.ts';
import { createWorlds } from '../../../db/journal/worlds.ts';
import { caseView, wordsOf } from '../../../db/views/case-view.ts';
import type { CaseView } from '../../../db/views/case-view.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { longStory, publishTestFlow, stored, uuidOf } from '../../support/played-case.ts';
import type { PlayedCase } from '../../support/played-case.ts';

let base: TestDatabase;
let played: PlayedCase;
const unknown = '00000000-0000-7000-8000-00000000ffff';

beforeAll(async () => {
  base = await openTestDatabase();
  await publishTestFlow(base.app);
  played = stored(longStory(), 'story');
  await openOperations(base.app, played.caseId, played.facts);
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
  it('brings the state exactly as it was folded, with the names of item and department', async () => {
    const view = await seen();
    expect(view).toEqual({
      state: played.state,
      itemName: testFlow.title,
      departmentName: '水务局',
      contact: null,
      requests: [
        {
          at: expect.any(Number),
          body: { type: 'UntimedStepRequested', stepId: 'experts', reason: 'r' },
        },
      ],
      withFile: [],
    });
  });

  it('brings the last change of the contact', async () => {
    const changes = ['first', 'second'].map((name) => ({
      type: 'ContactChanged',
      contact: name,
      address: name,
      eDelivery: true,
    }));
    await write(changes);
    expect((await seen()).contact).toEqual(changes[1]);
  });

  it('is null for an id that is no case', async () => {
    expect(await caseView(base.app, unknown)).toBeNull();
  });
});

describe('wordsOf', () => {
  const of = { digests: ['n', 'unknown'], people: [uuidOf('supervisor'), unknown] };

  it('brings the words and names that are asked for, and no others', async () => {
    const [texts, people] = [{ n: '请抓紧办理' }, { [uuidOf('supervisor')]: '杜督查' }];
    expect(await wordsOf(base.app, { caseIds: [played.caseId], ...of })).toEqual({ texts, people });
    expect(await wordsOf(base.app, { caseIds: [played.caseId], digests: [], people: [] })).toEqual({
      texts: {},
      people: {},
    });
  });

  it('brings no words of another case', async () => {
    expect((await wordsOf(base.app, { caseIds: [unknown], ...of })).texts).toEqual({});
  });
});

/** Appends facts to the journal, for reading only: no head moves. */
async function write(bodies: readonly object[]): Promise<void> {
  for (const [at, body] of bodies.entries()) {
    await base.app.query(
      `INSERT INTO case_event (case_id, seq, at, recorded_at, request_id, body, hash) VALUES ($1, $2, now(), now(), 'r', $3, 'h')`,
      [played.caseId, played.state.seq + 1 + at, JSON.stringify(body)],
    );
  }
}

async function seen(): Promise<CaseView> {
  const view = await caseView(base.app, played.caseId);
  if (view === null) throw new Error('expected the played case, but there is none');
  return view;
}
