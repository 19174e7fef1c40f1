import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import type { Order } from '../../domain/case/acts/index.ts';
import { applyFacts } from '../../db/journal/apply.ts';
import { openOperations } from '../../db/seed/operations.ts';
import type { Role } from '../../domain/people/roles.ts';
import { tellFiles } from '../../server/files-received.ts';
import { queryCodeOf } from '../../server/gateway/query-code.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { digestOf } from '../support/driven-case.ts';
import { png } from '../support/file-samples.ts';
import { paperScenes } from '../support/papers.ts';
import { publishTestFlow, stored } from '../support/played-case.ts';
import { announce, bring } from '../support/uploads.ts';
import { Scene, day } from '../support/scene.ts';

const stepId = 'delivery';
const words = { where: '政务服务大厅 3 号出件窗口', carrier: '中国邮政 EMS', no: '1026300000077' };
const [where, carrier, trackingNo] = [words.where, words.carrier, words.no].map(digestOf) as [string, string, string];
const told: Order = { type: 'tellToCollect', stepId, toldOn: day('2026-03-05'), collectAt: where };
const sent: Order = { type: 'sendByPost', stepId, sentOn: day('2026-03-04'), carrier, trackingNo };

let api: TestApi;
const ids = new Map<string, string>();

/** A case that was refused on 2026-03-03, and what was done to serve it. */
async function storeCase(caseNo: string, acts: readonly Order[]): Promise<void> {
  const scene = new Scene('2026-03-02').decided('2026-03-03', 'refuse');
  for (const order of acts) scene.must('2026-03-06', 'certificateClerk', order);
  await storeScene(caseNo, scene);
}

async function storeScene(caseNo: string, scene: Scene): Promise<void> {
  const it = stored(scene, caseNo);
  await openOperations(api.database.app, it.caseId, it.facts);
  await applyFacts(api.database.app, api.deps.worlds, { caseId: it.caseId, facts: it.facts });
  for (const content of Object.values(words)) {
    const row = [it.caseId, digestOf(content), content];
    await api.database.admin.query('INSERT INTO case_text (case_id, digest, content) VALUES ($1, $2, $3)', row);
  }
  const secret = [it.caseId, 'ab'.repeat(32)];
  await api.database.admin.query('INSERT INTO case_secret (case_id, secret) VALUES ($1, $2)', secret);
  ids.set(caseNo, it.caseId);
}

/** A case that is closed, and whose permit somebody proposed to revoke. */
function proposedAfterTheEnd(): Scene {
  const scene = new Scene('2026-03-02').undertaken('2026-03-03', '2026-03-05');
  const check = { heldOn: day('2026-03-05'), findings: 'f', outcome: 'kept' } as const;
  scene.must('2026-03-05', 'caseOfficer', { type: 'finishAfterCheck', stepId: 'afterCheck', ...check });
  scene.must('2026-03-06', 'caseOfficer', { type: 'proposeRevocation', ground: 'unqualified', reasons: 'r' });
  return scene;
}

beforeAll(async () => {
  api = await openTestApi();
  await publishTestFlow(api.database.admin);
  await storeCase('plain', []);
  await storeCase('told', [told, { ...told, toldOn: day('2026-03-06') }]);
  await storeCase('posted', [sent]);
  await storeScene('revoked', paperScenes.revocationDecision.scene());
  await storeScene('proposed', proposedAfterTheEnd());
});
afterAll(async () => api.close());

const outlet = async (who: Role) =>
  (await api.send(who, 'GET', '/worklists/outlet'))
    .json<OkOf<'worklist'>>()
    .items.map((row) => [row.caseNo, row.serving]);
const looked = async (caseNo: string) => {
  const code = queryCodeOf(api.deps.config.sessionSecret, ids.get(caseNo) ?? '');
  return (await api.send(null, 'POST', '/lookup', { body: { caseNo, code } })).json<OkOf<'lookup'>>().serving;
};

it('12.2.5 the outlet has what was begun, what waits longest first, for who may hand it out', async () => {
  const waits = { toldSince: '2026-03-05', toldTimes: 2, deemedOn: null };
  expect(await outlet('certificateClerk')).toEqual([
    ['posted', { stage: 'posted', on: '2026-03-04', toldSince: null, toldTimes: 0, deemedOn: null }],
    ['told', { stage: 'toCollect', on: '2026-03-06', ...waits }],
    ['revoked', { stage: 'revocation', on: '2026-03-10', toldSince: null, toldTimes: 0, deemedOn: null }],
  ]);
  expect([await outlet('caseOfficer'), await outlet('supervisor')]).toEqual([[], []]);
  const counted = await api.send('certificateClerk', 'GET', '/worklists/counters');
  expect(counted.json<OkOf<'worklistCounters'>>()['outlet']).toBe(3);
});

it('XKF 69 what a revocation waits for stands in the lists of who is asked, in every order of them, also of a closed case', async () => {
  const rowsOf = async (who: Role, list: string, query = '') =>
    (await api.send(who, 'GET', `/worklists/${list}${query}`))
      .json<OkOf<'worklist'>>()
      .items.map(({ caseNo, origin, status, light }) => [caseNo, origin, status, light]);
  const asked = [['proposed', 'revocation', 'closed', 'ended']];
  for (const query of ['', '?sort=caseNo', '?sort=received', '?sort=dueLast']) {
    expect(await rowsOf('approver', 'waitingApproval', query)).toEqual(asked);
  }
  expect(await rowsOf('certificateClerk', 'waitingApproval')).toEqual([]);
  const served = ['revoked', 'revocationService', 'open', 'ended'];
  expect(await rowsOf('certificateClerk', 'mine')).toEqual([served]);
  // Nobody is asked to check what the permit rested on, and a closed case is no open step of its department.
  for (const who of ['caseOfficer', 'supervisor'] as const) {
    const cases = (await rowsOf(who, 'department')).map(([caseNo]) => caseNo);
    expect(cases.filter((caseNo) => caseNo === 'revoked' || caseNo === 'proposed')).toEqual([]);
  }
  const counted = (await api.send('approver', 'GET', '/worklists/counters')).json<OkOf<'worklistCounters'>>();
  expect([counted['waitingApproval'], counted['mine']]).toEqual([1, 1]);
  const page = (await api.send('caseOfficer', 'GET', `/cases/${ids.get('revoked')}`)).json<OkOf<'oneCase'>>();
  expect(page.clocks.find(({ id }) => id === 'afterCheck')).toMatchObject({ light: 'ended', endedOn: '2026-03-10' });
  expect(page.steps.find(({ id }) => id === 'afterCheck')).toMatchObject({ state: 'finished', next: null });
});

it('XKF 69 the holder reads that the permit is revoked, and nothing of what still ran', async () => {
  const code = queryCodeOf(api.deps.config.sessionSecret, ids.get('revoked') ?? '');
  const body = { caseNo: 'revoked', code };
  const seen = (await api.send(null, 'POST', '/lookup', { body })).json<OkOf<'lookup'>>();
  expect(seen.statusTitle).toBe('许可已撤销');
  expect(seen.clocks.filter(({ ended }) => !ended)).toEqual([]);
  expect(seen.steps.filter(({ open }) => open)).toEqual([]);
});

it('12.2.5 the applicant reads where to collect, or what was posted', async () => {
  const nothing = { collectAt: null, collectBy: null, carrier: null, trackingNo: null, deemedOn: null };
  expect(await looked('told')).toEqual({ ...nothing, stage: 'toCollect', on: '2026-03-06', collectAt: words.where });
  const post = { carrier: words.carrier, trackingNo: words.no };
  expect(await looked('posted')).toEqual({ ...nothing, stage: 'posted', on: '2026-03-04', ...post });
  expect(await looked('plain')).toBeNull();
});

it('12.2.5 the page of the case says who must act next, with words for who handles it only', async () => {
  const seen = async (who: Role) => {
    const view = (await api.send(who, 'GET', `/cases/${ids.get('told')}`)).json<OkOf<'oneCase'>>();
    return view.steps.find(({ id }) => id === stepId)?.serving;
  };
  const shown = { stage: 'toCollect', toldSince: '2026-03-05', toldTimes: 2, tries: 0 };
  expect(await seen('certificateClerk')).toMatchObject({ ...shown, collectAt: words.where });
  expect(await seen('supervisor')).toMatchObject({ ...shown, collectAt: null });
});

it('12.2.5 what a mode lacks or does not take is pointed at', async () => {
  const order = { type: 'deliver', stepId, servedOn: '2026-03-06' };
  const refused = async (proof: object) => {
    const body = { ...order, ...proof };
    const answer = await api.send('certificateClerk', 'POST', `/cases/${ids.get('plain')}/drafts`, { body });
    const { code, errors = [] } = answer.json<{ code: string; errors?: { pointer: string }[] }>();
    return [answer.statusCode, code, ...errors.map(({ pointer }) => pointer)];
  };
  expect(await refused({ mode: 'collected', takenBy: 'agent', recipient: '王某', idNo: '210102199003070011' })).toEqual(
    [422, 'service-proof-missing', '/idType', '/authority'],
  );
  expect(await refused({ mode: 'left', refusedBecause: '拒收', witness: '刘某', carrier: 'EMS' })).toEqual([
    422,
    'service-proof-contradicts',
    '/carrier',
  ]);
  expect((await refused({ mode: 'collected', idType: 'uscc' }))[0]).toBe(400);
});

it('12.2.5 the decision that revoked is served by who hands papers out, proved like every service', async () => {
  const url = `/cases/${ids.get('revoked')}`;
  const offer = async (who: Role) => {
    const { allowed, revocation } = (await api.send(who, 'GET', url)).json<OkOf<'oneCase'>>();
    expect(revocation).toMatchObject({ state: 'revoked', servedOn: null });
    const { refusedBecause, waitsFor = [] } = allowed.find(({ order }) => order === 'serveRevocation') ?? {};
    return [refusedBecause?.code, ...waitsFor.map(({ role }) => role)];
  };
  expect([await offer('windowClerk'), await offer('certificateClerk')]).toEqual([[undefined], [undefined]]);
  expect(await offer('approver')).toEqual(['not-allowed', 'certificateClerk', 'windowClerk']);
  const refused = async (proof: object) => {
    const body = { type: 'serveRevocation', servedOn: '2026-03-11', ...proof };
    const answer = await api.send('windowClerk', 'POST', `${url}/drafts`, { body });
    const { code, errors = [] } = answer.json<{ code: string; errors?: { pointer: string }[] }>();
    return [answer.statusCode, code, ...errors.map(({ pointer }) => pointer)];
  };
  expect(await refused({ mode: 'left', refusedBecause: '拒收' })).toEqual([
    422,
    'service-witness-required',
    '/witness',
    '/pictures',
  ]);
  expect((await refused({ mode: 'announced' }))[0]).toBe(400);
});

it('12.4 a signature is brought by who may hand the document out, and recorded with what is handed out then', async () => {
  const caseId = ids.get('told') ?? '';
  const signature = { caseId, materialId: 'service:signature', name: '领取人签名.png', bytes: png };
  const refused = async (who: Role, what = signature) => {
    const answer = await announce(api, who, what);
    return [answer.statusCode, answer.json<{ code: string }>().code];
  };
  expect(await refused('caseOfficer')).toEqual([422, 'unknown-material']);
  expect(await refused('supervisor')).toEqual([403, 'not-allowed']);
  const order: Order = { type: 'deliver', stepId, mode: 'collected', servedOn: day('2026-03-06') };
  const filesIn = async (given: Order, of = caseId) => {
    const told = await tellFiles(api.deps.db, of, given);
    return 'files' in told ? told.files : [];
  };
  expect(await filesIn(order)).toEqual([]);
  const first = await bring(api, 'certificateClerk', signature);
  await bring(api, 'certificateClerk', { ...signature, replaces: first });
  const one = [{ id: signature.materialId, sha256: createHash('sha256').update(png).digest('hex') }];
  expect(await filesIn(order)).toEqual(one);
  expect(await filesIn({ ...order, mode: 'posted' })).toEqual([]);
  // Of another case nothing is told, whoever signed there.
  expect(await filesIn(order, ids.get('plain'))).toEqual([]);
  const listed = (await api.send('certificateClerk', 'GET', `/cases/${caseId}/files`)).json<OkOf<'listFiles'>>();
  expect(listed.places.at(-1)).toEqual({ id: signature.materialId, title: '领取人签名' });
  expect(listed.items.map(({ materialTitle, state }) => [materialTitle, state])).toEqual(
    expect.arrayContaining([['领取人签名', 'kept']]),
  );
});
