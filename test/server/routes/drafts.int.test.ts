import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../../contract/routes.ts';
import { keptMs, sweepDrafts } from '../../../db/drafts/drafts.ts';
import { filesOf } from '../../../db/files/case-files.ts';
import { readHead } from '../../../db/journal/head.ts';
import { caseOfDraft, draftIdOf } from '../../../server/draft-id.ts';
import { openAppOver } from '../../support/api.ts';
import { holdDraft, typedDraft } from '../../support/drafts.ts';
import type { DraftHolder } from '../../support/drafts.ts';
import { code } from '../../support/filed-case.ts';
import { pdf } from '../../support/file-samples.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';

let product: TestProduct;
let app: FastifyInstance;
const { itemCode } = testFlow;

beforeAll(async () => {
  product = await openTestProduct();
  // What the agency has from shared data is missing on no receipt.
  const licence = { id: 'licence', title: '营业执照', need: 'necessary', source: 'government' } as const;
  const materials = [...testFlow.materials, { ...licence, shared: '登记信息' }];
  await publishTestFlow(product.admin, { ...testFlow, materials });
  ({ app } = await openAppOver(product));
});
afterAll(async () => {
  await app.close();
  await product.close();
});

const hold = async () => holdDraft(app, { itemCode });
const caseOf = ({ secret }: DraftHolder) => caseOfDraft(draftIdOf(secret) ?? '');
type Receipt = OkOf<'submitDraft'>;

describe('an online draft', () => {
  it('is left and come back to with its secret, typed in part and with its files', async () => {
    const mine = await hold();
    expect(await mine.read()).toMatchObject({ revision: 1, state: 'open', content: {}, files: [], outdated: false });
    const part = { applicant: { name: '沈河' }, agent: null, form: { use: 3 } };
    expect((await mine.save(part)).json()).toMatchObject({ revision: 2 });
    expect((await mine.upload('form', pdf(400, 'form'))).statusCode).toBe(204);
    const again = await holdDraft(app, { secret: mine.secret });
    expect(await again.read()).toMatchObject({ revision: 2, content: part, files: [{ materialId: 'form' }] });
  });

  it('takes what was read last, and nothing over it', async () => {
    const mine = await hold();
    await mine.save({ address: '一' });
    expect(code(await mine.ask('PUT', '/drafts/mine', { body: {}, revision: 1 }))).toBe('stale-revision');
    expect(code(await mine.ask('PUT', '/drafts/mine', { body: {} }))).toBe('revision-required');
    expect((await mine.read()).content).toEqual({ address: '一' });
  });

  it('gives up a file, and all of itself', async () => {
    const mine = await hold();
    await mine.upload('form', pdf(400, 'given up'));
    const [file] = (await mine.read()).files;
    expect((await mine.ask('DELETE', `/drafts/files/${file?.fileId}`)).statusCode).toBe(204);
    expect((await mine.read()).files).toEqual([]);
    await mine.upload('form', pdf(400, 'with all'));
    expect((await mine.ask('DELETE', '/drafts/mine')).statusCode).toBe(204);
    expect(code(await mine.ask('GET', '/drafts/mine'))).toBe('not-found');
    const { rows } = await product.admin.query('SELECT 1 FROM case_file WHERE case_id = $1', [caseOf(mine)]);
    expect(rows).toEqual([]);
  });

  it('is swept after its days, with files and content that nobody else has', async () => {
    const [mine, filed] = [await hold(), await hold()];
    await mine.upload('form', pdf(400, 'swept'));
    await filed.save(typedDraft);
    await filed.upload('form', pdf(400, 'kept'));
    expect((await filed.submit()).statusCode).toBe(201);
    await sweepDrafts(product.db, Date.now() + keptMs + 1_000);
    expect(code(await mine.ask('GET', '/drafts/mine'))).toBe('not-found');
    expect(code(await filed.ask('GET', '/drafts/mine'))).toBe('not-found');
    expect((await filesOf(product.db, caseOf(filed))).map(({ state }) => state)).toEqual(['kept']);
    const { rows } = await product.admin.query('SELECT count(*)::int AS n FROM blob');
    expect(rows[0]?.n).toBe(1);
  });
});

describe('submitting it', () => {
  it('says where each mistake is, and changes nothing', async () => {
    const mine = await hold();
    const wrong = { ...typedDraft, applicant: { ...typedDraft.applicant, name: undefined }, form: { other: 'x' } };
    await mine.save(wrong);
    const answer = await mine.submit();
    expect([answer.statusCode, code(answer)]).toEqual([400, 'bad-request']);
    expect(answer.json().errors).toMatchObject([{ pointer: '/applicant/name', code: 'required' }]);
    await mine.save({ ...wrong, applicant: typedDraft.applicant });
    expect((await mine.submit()).json().errors).toMatchObject([{ pointer: '/form/other', code: 'unknown-field' }]);
    expect((await mine.read()).state).toBe('open');
  });

  it('files it once, as the draft and unverified, with its files; a repeat is answered alike', async () => {
    const mine = await hold();
    await mine.save({ ...typedDraft, reuse: true });
    const bytes = pdf(500, 'filed');
    await mine.upload('form', bytes);
    const { revision } = await mine.read();
    const answers = await Promise.all([1, 2, 3].map(async () => mine.submit(revision)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    const [first] = answers.map((answer) => answer.json<Receipt>());
    expect(answers.map(({ body }) => body)).toEqual([1, 2, 3].map(() => answers[0]?.body));
    expect(first).toMatchObject({ received: ['申请书'], missing: ['平面图'], queryCode: expect.any(String) });
    const head = await readHead(product.db, caseOf(mine));
    const filing = head?.state.filing;
    const given = { channel: 'online', identity: 'unverified', eDelivery: true, reuse: true };
    expect(filing).toMatchObject({ caseNo: first?.caseNo, ...given });
    const { rows } = await product.admin.query('SELECT actor_id, body::text FROM case_event WHERE case_id = $1', [
      caseOf(mine),
    ]);
    expect(rows[0]?.actor_id).toBe(draftIdOf(mine.secret));
    expect(JSON.stringify(rows)).not.toContain(mine.secret);
    const files = await filesOf(product.db, caseOf(mine));
    expect(files).toMatchObject([{ materialId: 'form', state: 'kept', broughtBy: null }]);
    expect(filing?.materials[0]).toEqual({ id: 'form', sha256: files[0]?.sha256, received: true });
  });

  it('ends it: its words are given to nobody any more, and nothing is changed or added', async () => {
    const mine = await hold();
    await mine.save(typedDraft);
    await mine.submit();
    expect(await mine.read()).toMatchObject({ state: 'filed', content: {}, files: [] });
    expect(code(await mine.save({ address: '二' }))).toBe('draft-filed');
    expect(code(await mine.upload('form', pdf(300, 'late')))).toBe('draft-filed');
    expect(code(await mine.ask('DELETE', '/drafts/mine'))).toBe('draft-filed');
  });

  it('tells the query code for an hour, and not once the window has issued another', async () => {
    const mine = await hold();
    await mine.save(typedDraft);
    const { queryCode } = (await mine.submit()).json<Receipt>();
    const body = JSON.stringify({ caseNo: (await mine.submit()).json<Receipt>().caseNo, code: queryCode });
    const headers = { 'content-type': 'application/json' };
    const looked = await app.inject({ method: 'POST', url: '/api/v1/lookup', headers, payload: body });
    expect(looked.json()).toMatchObject({ itemCode, status: 'open', unverified: true });
    await product.admin.query(`UPDATE online_draft SET saved_at = saved_at - interval '61 minutes'`);
    expect((await mine.submit()).json<Receipt>().queryCode).toBeNull();
  });

  it('asks to look again where the item has changed meanwhile, or the draft', async () => {
    const mine = await hold();
    await mine.save(typedDraft);
    expect(code(await mine.submit(1))).toBe('stale-revision');
    await product.admin.query(`UPDATE online_draft SET definition = $1 WHERE state = 'open'`, ['0'.repeat(64)]);
    expect((await mine.read()).outdated).toBe(true);
    expect(code(await mine.submit())).toBe('draft-outdated');
    await mine.save(typedDraft);
    expect((await mine.submit()).statusCode).toBe(201);
  });
});
