import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import type { Order } from '../../domain/case/acts/index.ts';
import { applyFacts } from '../../db/journal/apply.ts';
import { openOperations } from '../../db/seed/operations.ts';
import type { Role } from '../../domain/people/roles.ts';
import { queryCodeOf } from '../../server/gateway/query-code.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { digestOf } from '../support/driven-case.ts';
import { atWindow, listOf, passingFlow } from '../support/passing-flow.ts';
import { publishTestFlow, stored } from '../support/played-case.ts';
import { person } from '../support/scene.ts';
import type { Scene } from '../support/scene.ts';

const stepId = 'passing';
const reason = '清单列有平面图原件，实际移交的是复印件。';
const back: Order = { type: 'returnToWindow', stepId, reason: digestOf(reason) };
const sign: Order = { type: 'signForMaterials', stepId };

let api: TestApi;
const ids = new Map<string, string>();

async function storeCase(caseNo: string, live: (scene: Scene) => void): Promise<void> {
  const scene = atWindow('2026-03-02');
  scene.must('2026-03-03', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  live(scene);
  const it = stored(scene, caseNo);
  await openOperations(api.database.app, it.caseId, it.facts);
  await applyFacts(api.database.app, api.deps.worlds, { caseId: it.caseId, facts: it.facts });
  const row = [it.caseId, digestOf(reason), reason];
  await api.database.admin.query('INSERT INTO case_text (case_id, digest, content) VALUES ($1, $2, $3)', row);
  const secret = [it.caseId, 'ab'.repeat(32)];
  await api.database.admin.query('INSERT INTO case_secret (case_id, secret) VALUES ($1, $2)', secret);
  ids.set(caseNo, it.caseId);
}

const passOn = (scene: Scene, on: string) => {
  const receiver = api.personOf('caseOfficer').id;
  scene.must(on, 'windowClerk', { type: 'passToDepartment', stepId, receiver, items: listOf(scene) });
};

beforeAll(async () => {
  api = await openTestApi();
  await publishTestFlow(api.database.admin, passingFlow);
  await storeCase('kept', () => undefined);
  await storeCase('passed', (scene) => passOn(scene, '2026-03-04'));
  await storeCase('late', (scene) => {
    passOn(scene, '2026-03-05');
    scene.pass('2026-03-10');
  });
  await storeCase('returned', (scene) => {
    passOn(scene, '2026-03-03');
    scene.give('2026-03-04', person('caseOfficer'), back);
  });
  await storeCase('signed', (scene) => {
    passOn(scene, '2026-03-04');
    scene.give('2026-03-05', person('caseOfficer'), sign);
  });
});
afterAll(async () => api.close());

const list = async (who: Role, name: string) =>
  (await api.send(who, 'GET', `/worklists/${name}`))
    .json<OkOf<'worklist'>>()
    .items.map(({ caseNo, origin, nextRole }) => [caseNo, origin, nextRole])
    .toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
const view = async (who: Role, caseNo: string) =>
  (await api.send(who, 'GET', `/cases/${ids.get(caseNo)}`)).json<OkOf<'oneCase'>>();
const passingOf = async (who: Role, caseNo: string) =>
  (await view(who, caseNo)).steps.find(({ id }) => id === stepId)?.passing;

it('12.1.6 the window has what is to be passed on, the officer by name what waits for his signature', async () => {
  expect(await list('windowClerk', 'claimable')).toEqual([
    ['kept', 'step', 'windowClerk'],
    ['returned', 'step', 'windowClerk'],
  ]);
  expect(await list('caseOfficer', 'mine')).toEqual([
    ['late', 'passing', 'caseOfficer'],
    ['passed', 'passing', 'caseOfficer'],
  ]);
  expect(await list('caseOfficer', 'waitingApproval')).toEqual([]);
  expect(await list('caseOfficer', 'claimable')).toEqual([['signed', 'step', 'caseOfficer']]);
});

it('12.1.6 the page of the case has the list and says until when it may go back, and why it did for who handles it only', async () => {
  const passed = await passingOf('caseOfficer', 'passed');
  expect(passed).toMatchObject({ stage: 'passed', round: 1, on: '2026-03-04', returnBy: '2026-03-05', reason: null });
  expect(passed?.receiver).toBe(api.personOf('caseOfficer').name);
  expect(passed?.items[0]).toEqual({ id: 'form', title: '申请书', originals: 1, copies: 0 });
  expect(await passingOf('windowClerk', 'returned')).toMatchObject({ stage: 'returned', reason, returnBy: null });
  expect(await passingOf('supervisor', 'returned')).toMatchObject({ stage: 'returned', reason: null });
  expect(await passingOf('windowClerk', 'kept')).toBeNull();
});

it('12.1.6 whose days the time to answer was stands beside its clock and in its explanation', async () => {
  const sharesOf = async (caseNo: string) =>
    (await view('supervisor', caseNo)).clocks.find(({ id }) => id === 'notice')?.shares;
  expect(await sharesOf('signed')).toEqual({ window: 2, department: 3 });
  expect(await sharesOf('returned')).toEqual({ window: 5, department: 0 });
  const explained = async (caseNo: string, clock: string) => {
    const answer = await api.send('supervisor', 'GET', `/cases/${ids.get(caseNo)}/clocks/${clock}/explain`);
    return answer.json<OkOf<'explainClock'>>().sentence;
  };
  expect(await explained('signed', 'notice')).toContain(
    '；窗口用 2 个工作日，部门用 3 个工作日（材料于2026年3月4日移交部门）',
  );
  expect(await explained('returned', 'notice')).toContain('；窗口用 5 个工作日，部门用 0 个工作日（材料尚未移交部门）');
  expect(await explained('returned', 'passing')).not.toContain('部门用');
});

it('12.1.6 the supervisor reads beside a warning who had the materials, and nothing beside those of other limits', async () => {
  const listed = await api.send('supervisor', 'GET', '/warnings');
  const rows = listed.json<OkOf<'listWarnings'>>().items.filter(({ caseNo }) => caseNo === 'late');
  expect(rows.map(({ clock, rung, shares }) => [clock, rung, shares])).toEqual([
    ['notice', 'R4', { window: 3, department: 2 }],
    ['notice', 'Y4', { window: 3, department: 1 }],
    ['passing', 'R11', null],
    ['passing', 'Y11', null],
  ]);
});

it('12.1.6 the applicant reads of the answer that is due, and nothing of what goes on between window and department', async () => {
  const code = queryCodeOf(api.deps.config.sessionSecret, ids.get('returned') ?? '');
  const looked = await api.send(null, 'POST', '/lookup', { body: { caseNo: 'returned', code } });
  const { clocks } = looked.json<OkOf<'lookup'>>();
  expect(clocks.map(({ kind }) => kind)).toEqual(['notice']);
  expect(looked.body).not.toContain(reason);
});
