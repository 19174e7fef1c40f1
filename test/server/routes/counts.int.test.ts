import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../../contract/routes.ts';
import { applyFacts } from '../../../db/journal/apply.ts';
import { createWorlds } from '../../../db/journal/worlds.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import { matters } from '../../../domain/words/matters.ts';
import { openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { longStory, publishTestFlow, stored } from '../../support/played-case.ts';
import { Scene } from '../../support/scene.ts';

const today = new Date().toISOString().slice(0, 10);
/** Cases at their beginning, before and behind all their dates, with an untimed step past its promise and with steps side by side. */
const scenes = [
  new Scene('2026-03-02'),
  new Scene('2026-03-02', { identity: 'unverified' }),
  new Scene('2026-03-02').accepted('2026-03-03'),
  new Scene('2026-03-02').reviewed('2026-03-03'),
  waitingForApproval(),
  longStory(),
  new Scene(today).accepted(today),
];
const played = scenes.map((scene, at) => stored(scene, `${testFlow.itemCode}2026030200${at}`));
const readers = ['windowClerk', 'caseOfficer', 'sectionChief', 'approver', 'certificateClerk', 'supervisor'] as const;
type Reader = (typeof readers)[number];

/** The officer asks for the start of an expert review. */
function waitingForApproval(): Scene {
  const scene = new Scene('2026-03-02').reviewed('2026-03-03');
  scene.must('2026-03-04', 'caseOfficer', { type: 'requestUntimedStep', stepId: 'experts', reason: 'r' });
  return scene;
}

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await publishTestFlow(api.database.app);
  for (const { caseId, facts } of played) {
    await openOperations(api.database.app, caseId, facts);
    await applyFacts(api.database.app, createWorlds(api.database.app), { caseId, facts });
  }
});
afterAll(() => api.close());

async function get<T>(who: Reader, url: string): Promise<T> {
  const answer = await api.send(who, 'GET', url);
  expect([url, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([url, 200, '']);
  return answer.json<T>();
}

/** All rows of a list, page by page. */
async function rowsOf<Row>(who: Reader, url: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const sign = url.includes('?') ? '&' : '?';
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { items: Row[]; nextCursor: string | null } = await get(who, `${url}${sign}limit=2${after}`);
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}

describe.each(readers)('what is counted for a %s', (who) => {
  it('is what the list behind each counter shows, row by row', async () => {
    const counters = await get<OkOf<'worklistCounters'>>(who, '/worklists/counters');
    const shown = Object.keys(counters).map(async (name) => {
      const url = name in matters ? `/worklists/department?matter=${name}` : `/worklists/${name}`;
      return [name, (await rowsOf(who, url)).length] as const;
    });
    expect(counters).toEqual(Object.fromEntries(await Promise.all(shown)));
  });

  it('is what stands behind each count of the board and of the 台账', async () => {
    const { rows, ledger } = await get<OkOf<'board'>>(who, '/board');
    for (const { departmentId, itemCode, ...counts } of rows) {
      for (const light of ['red', 'yellow', 'green'] as const) {
        const behind = `/board/cases?light=${light}&departmentId=${departmentId}&itemCode=${itemCode}`;
        expect([light, counts[light]]).toEqual([light, (await rowsOf(who, behind)).length]);
      }
    }
    const [open, overdue] = [await rowsOf(who, '/ledger'), await rowsOf(who, '/ledger?overdue=true')];
    expect(ledger).toEqual({ open: open.length, overdue: overdue.length });
  });
});

it('what is counted is there to be counted: each list and light has rows for somebody', async () => {
  const all = await Promise.all(readers.map((who) => get<OkOf<'worklistCounters'>>(who, '/worklists/counters')));
  const names = ['mine', 'claimable', 'department', 'overdue', 'waitingApproval', 'identity'];
  for (const name of names) expect([name, all.some((one) => (one[name] ?? 0) > 0)]).toEqual([name, true]);
  const { rows } = await get<OkOf<'board'>>('supervisor', '/board');
  expect(rows).toMatchObject([{ red: expect.any(Number), green: expect.any(Number) }]);
  expect(rows[0]?.red).toBeGreaterThan(0);
});

it('应办结日期 of a case is one date of one limit in its list, in the finder, among the opened ones and on its page', async () => {
  const list = await rowsOf<OkOf<'worklist'>['items'][number]>('caseOfficer', '/worklists/department');
  const limits = new Set<string | null>();
  for (const { caseId, state } of played) {
    await api.send('caseOfficer', 'PUT', `/finder/recent/${caseId}`);
    const { dueOn, dueClock, provisional } = await get<OkOf<'oneCase'>>('caseOfficer', `/cases/${caseId}`);
    const { items } = await get<OkOf<'findCases'>>('caseOfficer', `/finder?words=${state.filing.caseNo}`);
    const recent = await get<OkOf<'recentCases'>>('caseOfficer', '/finder/recent');
    const told = [...items, ...recent.items, ...list].flatMap((row) =>
      row.caseNo === state.filing.caseNo ? [row.told] : [],
    );
    expect(told.length).toBeGreaterThanOrEqual(3);
    for (const one of told) expect(one).toEqual({ dueOn, dueClock, provisional });
    limits.add(dueClock);
  }
  expect(limits.has('promised')).toBe(true);
});
