import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftHeader } from '../../contract/draft-header.ts';
import { caseOfDraft, draftIdOf } from '../../server/draft-id.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { holdDraft, typedDraft } from '../support/drafts.ts';
import type { DraftHolder } from '../support/drafts.ts';
import { code } from '../support/filed-case.ts';
import { pdf, zip } from '../support/file-samples.ts';
import { testFlow } from '../support/flow-fixture.ts';
import { publishTestFlow } from '../support/played-case.ts';
import { bring } from '../support/uploads.ts';

let api: TestApi;
let mine: DraftHolder;
let victim: DraftHolder;
const { itemCode } = testFlow;

beforeAll(async () => {
  api = await openTestApi();
  const licence = { id: 'licence', title: '营业执照', need: 'necessary', source: 'government' } as const;
  const materials = [...testFlow.materials, { ...licence, shared: '登记信息' }];
  await publishTestFlow(api.database.admin, { ...testFlow, materials });
  mine = await holdDraft(api.app, { itemCode });
  victim = await holdDraft(api.app, { itemCode });
  await victim.save(typedDraft);
  await victim.upload('form', pdf(500, 'personal'));
});
afterAll(async () => api.close());

describe('a draft of somebody else', () => {
  it('is opened by nothing but its secret: not by its id, the id of its case, or none', async () => {
    const draftId = draftIdOf(victim.secret) ?? '';
    for (const guess of [
      draftId,
      caseOfDraft(draftId),
      randomUUID(),
      '',
      `${victim.secret} `.repeat(2),
      'x'.repeat(5_000),
    ]) {
      const answer = await api.send(null, 'GET', '/drafts/mine', { headers: { [draftHeader]: guess } });
      expect([answer.statusCode, code(answer)]).toEqual([404, 'not-found']);
    }
    expect(code(await api.send(null, 'POST', '/drafts/mine/submission', { headers: { 'if-match': '"v2"' } }))).toBe(
      'not-found',
    );
  });

  it('stands in no table with its secret', async () => {
    const { rows } = await api.database.admin.query('SELECT row_to_json(d)::text AS row FROM online_draft d');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(victim.secret);
  });

  it('gives its files to no other draft, to no ticket and to nobody at the window', async () => {
    const [file] = (await victim.read()).files;
    const url = `/drafts/files/${file?.fileId}`;
    expect(code(await mine.ask('GET', url))).toBe('not-found');
    expect(code(await mine.ask('DELETE', url))).toBe('not-found');
    for (const way of [
      `/files/${file?.fileId}/upload`,
      `/files/${file?.fileId}/content`,
      `/lookup/uploads/${file?.fileId}`,
    ]) {
      expect([way, (await api.send('windowClerk', 'GET', way)).statusCode >= 400]).toEqual([way, true]);
    }
    const caseId = caseOfDraft(draftIdOf(victim.secret) ?? '');
    expect(code(await api.send('windowClerk', 'GET', `/cases/${caseId}/files`))).toBe('not-found');
    const brought = bring(api, 'windowClerk', { caseId, materialId: 'form', name: 'a.pdf', bytes: pdf(300) });
    await expect(brought).rejects.toThrow('not-found');
    expect((await victim.read()).files).toHaveLength(1);
  });

  it('is not told by its content: who knows a digest has no file', async () => {
    const body = { ...typedDraft, materials: [{ id: 'form', sha256: 'a'.repeat(64), received: true }] };
    expect(code(await mine.save(body))).toBe('bad-request');
    expect((await mine.read()).files).toEqual([]);
  });
});

describe('more than a draft may hold', () => {
  it('is refused by its size, its kind and its number', async () => {
    const { revision } = await mine.read();
    const put = async (body: unknown) => mine.ask('PUT', '/drafts/mine', { body, revision });
    expect((await put({ address: 'x'.repeat(3_000_000) })).statusCode).toBe(413);
    expect(code(await put({ address: 'x'.repeat(201) }))).toBe('bad-request');
    expect(code(await put({ form: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`f${n}`, 1])) }))).toBe(
      'bad-request',
    );
    expect(code(await put({ applicant: { ...typedDraft.applicant, admin: true } }))).toBe('bad-request');
    expect(code(await mine.upload('form', zip(['a.txt'])))).toBe('file-not-taken');
    expect(code(await mine.upload('elsewhere', pdf(300)))).toBe('unknown-material');
    expect(code(await mine.upload('licence', pdf(300)))).toBe('material-shared');
    expect(code(await mine.upload('form', pdf(1_048_577)))).toBe('file-too-large');
    const answers = [];
    for (let n = 0; n < 31; n += 1) answers.push(await mine.upload('form', pdf(300, String(n))));
    expect(answers.filter(({ statusCode }) => statusCode !== 204).map(code)).toEqual(['too-many-files']);
    expect((await mine.read()).revision).toBe(revision);
  });

  it('is many drafts of one address, and no other address waits for it', async () => {
    const begin = async (address: string) => api.send(null, 'POST', '/drafts', { body: { itemCode }, address });
    const answers = await Promise.all(Array.from({ length: 25 }, async () => begin('203.0.113.7')));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(20);
    expect(new Set(answers.filter(({ statusCode }) => statusCode !== 201).map(code))).toEqual(
      new Set(['too-many-requests']),
    );
    expect((await begin('203.0.113.8')).statusCode).toBe(201);
    expect(code(await api.send(null, 'POST', '/drafts', { body: { itemCode: 'none' }, address: '203.0.113.9' }))).toBe(
      'not-found',
    );
  });
});
