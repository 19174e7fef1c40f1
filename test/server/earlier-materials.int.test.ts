import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import type { CheckIn } from '../../domain/steps/intake.ts';
import { compareFiles } from '../../server/files/compare.ts';
import { tellFiles } from '../../server/files-received.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { certified, stranger, storeOf } from '../support/earlier-cases.ts';
import { code } from '../support/filed-case.ts';
import { pdf } from '../support/file-samples.ts';
import { handedOut } from '../support/good-order.ts';
import { publishTestFlow } from '../support/played-case.ts';
import { day } from '../support/scene.ts';
import { bring } from '../support/uploads.ts';

type Listed = OkOf<'listEarlier'>;

let api: TestApi;
let before: string;
let plan: string;

beforeAll(async () => {
  api = await openTestApi();
  await publishTestFlow(api.database.admin);
  before = await storeOf(api, 'BEFORE', { after: (scene) => scene.accepted('2026-03-03') });
  plan = await bring(api, 'windowClerk', {
    caseId: before,
    materialId: 'plan',
    name: '平面图.pdf',
    bytes: pdf(900, 'plan'),
  });
  // A form is of its own case, and what was not taken in counts for nothing.
  await bring(api, 'windowClerk', { caseId: before, materialId: 'form', name: '申请书.pdf', bytes: pdf(900, 'form') });
});
afterAll(async () => api.close());

const listed = async (caseId: string) =>
  (await api.send('windowClerk', 'GET', `/cases/${caseId}/earlier-materials`)).json<Listed>();
const take = async (caseId: string, more: object = {}) =>
  api.send('windowClerk', 'POST', '/files/reuse', {
    body: { caseId, materialId: 'plan', source: plan, consent: 'counter', ...more },
  });

describe('materials given once', () => {
  it('are offered to the window in the next case of the same applicant, with their day and term', async () => {
    const { items, consents } = await listed(await storeOf(api, 'NEXT'));
    expect(items).toMatchObject([
      {
        materialId: 'plan',
        kind: 'file',
        source: plan,
        name: '平面图.pdf',
        caseNo: 'BEFORE',
        expired: false,
        mayOpen: true,
      },
    ]);
    expect(Number(items[0]?.goodUntil?.slice(0, 4))).toBe(Number(items[0]?.givenOn.slice(0, 4)) + 1);
    expect(consents.map(({ consent }) => consent)).toEqual(['counter', 'written']);
  });

  it('are used again by one act: the same content under the same digest, with where from and whose consent', async () => {
    const caseId = await storeOf(api, 'USES');
    const { store } = api.deps.files;
    const contents = async () => {
      let count = 0;
      for await (const _ of store.list()) count += 1;
      return count;
    };
    const stored = await contents();
    const taken = await take(caseId);
    expect(taken.statusCode).toBe(201);
    expect(code(await take(caseId))).toBe('reused-already');
    const { items } = (await api.send('caseOfficer', 'GET', `/cases/${caseId}/files`)).json<OkOf<'listFiles'>>();
    const old = (await api.send('caseOfficer', 'GET', `/cases/${before}/files`)).json<OkOf<'listFiles'>>();
    const { sha256 } = old.items.find(({ fileId }) => fileId === plan) ?? { sha256: '' };
    expect(items).toMatchObject([
      {
        ...taken.json<object>(),
        materialId: 'plan',
        state: 'kept',
        sha256,
        origin: { caseNo: 'BEFORE', consentTitle: { zh: '申请人当面同意' } },
      },
    ]);
    expect(await contents()).toBe(stored);
    const { rows } = await api.database.audit.query(
      `SELECT who, subject, details FROM audit_entry WHERE kind = 'fileReused'`,
    );
    expect(rows[0]).toMatchObject({
      who: api.personOf('windowClerk').id,
      subject: 'USES',
      details: { title: '平面图', sha256 },
    });
    const order: CheckIn = { type: 'checkIn', stepId: 'intake', received: ['plan'] };
    const notedBy = api.personOf('windowClerk').id;
    expect(await tellFiles(api.database.app, caseId, order)).toEqual({
      ...order,
      files: [{ id: 'plan', sha256, from: expect.objectContaining({ caseNo: 'BEFORE', consent: 'counter', notedBy }) }],
    });
  });

  it('stay what they were: nobody changes where a file was given', async () => {
    const change = `UPDATE case_file SET origin = '{}' WHERE origin IS NOT NULL`;
    await expect(api.database.app.query(change)).rejects.toThrow(/permission denied/);
    await expect(api.database.admin.query(change)).rejects.toThrow();
  });

  it('are certificates too, as they went out, for their own term', async () => {
    const granted = await storeOf(api, 'GRANTED', { after: (scene) => certified(scene, '取水〔2026〕1号') });
    const caseId = await storeOf(api, 'SHOWS');
    expect((await listed(caseId)).items.filter(({ kind }) => kind === 'certificate')).toEqual([]);
    await makeOutCertificate(granted);
    const { items } = await listed(caseId);
    expect(items.filter(({ kind }) => kind === 'certificate')).toMatchObject([
      { materialId: 'extra', source: granted, givenOn: '2026-03-05', goodUntil: '2031-03-04', expired: false },
    ]);
    expect((await take(caseId, { materialId: 'extra', source: granted, consent: 'written' })).statusCode).toBe(201);
    expect(code(await take(caseId, { materialId: 'plan', source: granted }))).toBe('not-found');
  });

  it('are no certificates of grants that were revoked (XKF 69)', async () => {
    const revoked = await storeOf(api, 'REVOKED', {
      after: (scene) => {
        certified(scene, '取水〔2026〕2号');
        const service = { ...handedOut, servedOn: day('2026-03-06') } as const;
        scene.must('2026-03-06', 'certificateClerk', { type: 'deliver', stepId: 'delivery', ...service });
        const above = { ground: 'deceit', superior: 'a', superiorNo: '省撤3', revokedOn: day('2026-05-28') } as const;
        scene.must('2026-06-02', 'agencyHead', { type: 'recordSuperiorRevocation', ...above });
      },
    });
    await makeOutCertificate(revoked);
    const caseId = await storeOf(api, 'SHOWS-NONE');
    expect((await listed(caseId)).items.filter(({ source }) => source === revoked)).toEqual([]);
    const asked = { materialId: 'extra', source: revoked, consent: 'written' };
    expect(code(await take(caseId, asked))).toBe('not-found');
  });

  it('leave store, tables and facts agreeing', async () => {
    const { app } = api.database;
    const compare = async () => compareFiles({ db: app, store: api.deps.files.store, deep: true, now: Date.now() });
    expect((await compare()).wrong).toEqual([]);
    const files = [{ id: 'plan', sha256: 'f'.repeat(64) }];
    await storeOf(api, 'TELLS', {
      after: (scene) =>
        scene.must('2026-03-02', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'], files }),
    });
    expect((await compare()).wrong).toEqual([
      expect.stringMatching(/^a fact of case .* tells a file of plan that is not there$/),
    ]);
  });
});

async function makeOutCertificate(caseId: string): Promise<void> {
  const { items } = (await api.send('certificateClerk', 'GET', `/cases/${caseId}/documents`)).json<
    OkOf<'listDocuments'>
  >();
  const seq = items.find(({ kind }) => kind === 'certificate')?.seq;
  const made = await api.send('certificateClerk', 'GET', `/cases/${caseId}/documents/${seq}/pdf`);
  expect([made.statusCode, made.statusCode === 200 ? '' : made.body]).toEqual([200, '']);
}

describe('what is not used again', () => {
  it('is past its last good day', async () => {
    const caseId = await storeOf(api, 'LATE');
    await api.database.admin.query(
      `INSERT INTO case_file (file_id, case_id, material_id, name, size, state, sha256, brought_by, begun_at, kept_at)
        SELECT '0192f000-0000-7000-8000-0000000000ff', case_id, material_id, 'old.pdf', size, state, sha256, brought_by, '2024-01-05', '2024-01-05'
        FROM case_file WHERE file_id = $1`,
      [plan],
    );
    const source = '0192f000-0000-7000-8000-0000000000ff';
    expect((await listed(caseId)).items.find((one) => one.source === source)).toMatchObject({
      goodUntil: '2025-01-05',
      expired: true,
    });
    expect(code(await take(caseId, { source }))).toBe('reuse-expired');
  });

  it('is without a consent: what an applicant did not agree to online is asked for at the counter', async () => {
    const caseId = await storeOf(api, 'ASKS');
    expect(code(await take(caseId, { consent: 'online' }))).toBe('reuse-without-consent');
    const agreed = await storeOf(api, 'AGREED', { filing: { channel: 'online', reuse: true } });
    expect((await listed(agreed)).consents.map(({ consent }) => consent)).toEqual(['online', 'counter', 'written']);
    expect((await take(agreed, { consent: 'online' })).statusCode).toBe(201);
  });

  it('is somebody else’s: a file of another applicant is as unknown as none', async () => {
    const foreign = await storeOf(api, 'FOREIGN', { applicant: stranger });
    expect((await listed(foreign)).items).toEqual([]);
    expect(code(await take(foreign))).toBe('not-found');
  });
});
