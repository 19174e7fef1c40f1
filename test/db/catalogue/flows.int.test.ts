import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  flowBySha,
  flowVersion,
  flowVersions,
  markChecked,
  publishFlow,
  publishedFlow,
  saveDraft,
  updateDraft,
} from '../../../db/catalogue/flows.ts';
import type { FlowVersion } from '../../../db/catalogue/flows.ts';
import { addItem, editGuide, item, listItems } from '../../../db/catalogue/items.ts';
import { upsertDepartments, upsertRegions } from '../../../db/people/departments.ts';
import type { Finding } from '../../../domain/flow/gate/finding.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { testFlow } from '../../support/flow-fixture.ts';

let base: TestDatabase;
let itemCode = '';
let items = 0;
const wang = '00000000-0000-7000-8000-000000000001';
const li = '00000000-0000-7000-8000-000000000002';
const zhao = '00000000-0000-7000-8000-000000000003';
const at = Date.UTC(2026, 2, 10);
const wrong: Finding = { severity: 'error', at: '/body', code: 'decision-missing', message: '缺决定', fix: '加决定' };
const doubtful: Finding = { ...wrong, severity: 'warning' };

beforeAll(async () => {
  base = await openTestDatabase();
  await upsertRegions(base.app, [{ code: '210102', name: '和平区' }]);
  await upsertDepartments(base.app, [
    { id: 'water', uscc: 'u1', name: '水务局', regionCode: '210102', kind: 'department' },
  ]);
});
afterAll(() => base.close());
beforeEach(async () => {
  items += 1;
  itemCode = `item-${items}`;
  await addItem(base.app, {
    code: itemCode,
    basicCode: 'b',
    name: '取水许可',
    type: '01',
    departmentId: 'water',
    guide: { phone: '1' },
  });
});

describe('a flow version', () => {
  it('goes from draft over checked to published, and new cases pin the newest published one', async () => {
    const draft = await drafted('sha-1');
    expect(draft).toMatchObject({ version: 1, status: 'draft', revision: 1, draftedBy: wang, publishedAt: null });
    const checked = good(await markChecked(base.app, { id: draft.id, expectedRevision: 1, findings: [doubtful] }));
    expect(checked).toMatchObject({ status: 'checked', revision: 2, findings: [doubtful] });
    expect(await publishedFlow(base.app, itemCode)).toBeNull();
    const published = good(await publishFlow(base.app, { id: draft.id, expectedRevision: 2, publisher: li, at }));
    expect(published).toMatchObject({ status: 'published', publishedBy: li, publishedAt: at, revision: 3 });
    await drafted('sha-2');
    expect(await publishedFlow(base.app, itemCode)).toEqual(published);
    expect(await flowBySha(base.app, 'sha-2')).toBeNull();
    expect((await item(base.app, itemCode))?.published).toEqual({ version: 1, sha256: 'sha-1', publishedAt: at });
  });

  it('is found by what it says, with its definition as it was given', async () => {
    const published = await publishedVersion('sha-found');
    expect(await flowBySha(base.app, 'sha-found')).toEqual(published);
    expect(published.definition).toEqual({ ...testFlow, itemCode });
  });

  it('is not published by who drafted it', async () => {
    const draft = await checkedVersion();
    expect(await publishFlow(base.app, { id: draft.id, expectedRevision: 2, publisher: wang, at })).toMatchObject({
      code: 'flow-same-person',
    });
  });

  it('fault C7: is published by nobody who wrote a part of it, however small or long ago', async () => {
    const draft = await drafted('sha-1');
    const change = { ...body('sha-2'), id: draft.id, expectedRevision: 1, draftedBy: li };
    expect(good(await updateDraft(base.app, change))).toMatchObject({ revision: 2, draftedBy: li, sha256: 'sha-2' });
    await markChecked(base.app, { id: draft.id, expectedRevision: 2, findings: [] });
    const publish = (publisher: string, expectedRevision: number, id = draft.id) =>
      publishFlow(base.app, { id, expectedRevision, publisher, at });
    for (const author of [li, wang]) expect(await publish(author, 3)).toMatchObject({ code: 'flow-same-person' });
    // The same words again under another name do not make them another's.
    const copied = good(await saveDraft(base.app, { ...body('sha-2'), itemCode, draftedBy: zhao }));
    await markChecked(base.app, { id: copied.id, expectedRevision: 1, findings: [] });
    expect(await publish(wang, 2, copied.id)).toMatchObject({ code: 'flow-same-person' });
    const again = { ...body('sha-3'), id: draft.id, expectedRevision: 3, draftedBy: wang };
    expect(good(await updateDraft(base.app, again))).toMatchObject({ draftedBy: wang, draftedBefore: [li] });
    await markChecked(base.app, { id: draft.id, expectedRevision: 4, findings: [] });
    expect(await publish(zhao, 5)).toMatchObject({ status: 'published', publishedBy: zhao });
  });

  it('is not published unchecked, nor with errors, nor at a stale revision, nor when it does not exist', async () => {
    const draft = await drafted('sha-1');
    const publish = (expectedRevision: number, id = draft.id) =>
      publishFlow(base.app, { id, expectedRevision, publisher: li, at });
    expect(await publish(1)).toMatchObject({ code: 'flow-not-checked' });
    await markChecked(base.app, { id: draft.id, expectedRevision: 1, findings: [doubtful, wrong] });
    expect(await publish(1)).toMatchObject({ code: 'stale-revision' });
    expect(await publish(2)).toMatchObject({ code: 'flow-has-errors' });
    expect(await publish(2, '00000000-0000-7000-8000-00000000ffff')).toMatchObject({ code: 'not-found' });
    expect(await flowVersion(base.app, draft.id)).toMatchObject({ status: 'checked', revision: 2 });
  });

  it('is not published once a newer version is in force: new cases would never pin it', async () => {
    const [old, newer] = [await checkedVersion('sha-1'), await checkedVersion('sha-2')];
    expect(old.superseded).toBe(false);
    const inForce = good(await publishFlow(base.app, { id: newer.id, expectedRevision: 2, publisher: li, at }));
    expect(await publishFlow(base.app, { id: old.id, expectedRevision: 2, publisher: li, at })).toMatchObject({
      code: 'flow-superseded',
    });
    expect(await flowVersion(base.app, old.id)).toMatchObject({ status: 'checked', superseded: true });
    expect(await publishedFlow(base.app, itemCode)).toEqual(inForce);
  });

  it('is a draft again after an edit', async () => {
    const checked = await checkedVersion();
    await updateDraft(base.app, { ...body('sha-2'), id: checked.id, expectedRevision: 2, draftedBy: wang });
    expect(await publishFlow(base.app, { id: checked.id, expectedRevision: 3, publisher: li, at })).toMatchObject({
      code: 'flow-not-checked',
    });
  });

  it('never changes once it is published, neither by an order nor by a statement', async () => {
    const { id, revision } = await publishedVersion('sha-1');
    const change = { ...body('sha-2'), id, expectedRevision: revision, draftedBy: li };
    expect(await updateDraft(base.app, change)).toMatchObject({ code: 'flow-not-draft' });
    expect(await markChecked(base.app, { id, expectedRevision: revision, findings: [] })).toMatchObject({
      code: 'flow-not-draft',
    });
    expect(await publishFlow(base.app, { id, expectedRevision: revision, publisher: li, at })).toMatchObject({
      code: 'flow-not-draft',
    });
    await expect(base.app.query(`UPDATE flow_version SET sha256 = 'x' WHERE id = $1`, [id])).rejects.toThrow(
      'stay as they are',
    );
  });

  it('takes one of two edits of the same revision', async () => {
    const draft = await drafted('sha-1');
    const edits = ['a', 'b', 'c'].map((sha) =>
      updateDraft(base.app, { ...body(sha), id: draft.id, expectedRevision: 1, draftedBy: wang }),
    );
    const codes = (await Promise.all(edits)).map((done) => ('code' in done ? done.code : 'done'));
    expect(codes.toSorted()).toEqual(['done', 'stale-revision', 'stale-revision']);
  });

  it('gets a number of its own when several are drafted at once', async () => {
    const saved = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((sha) => drafted(sha)));
    expect(new Set(saved.map(({ version }) => version))).toEqual(new Set([1, 2, 3, 4, 5]));
    const unknown = await saveDraft(base.app, { ...body('a'), itemCode: 'nothing', draftedBy: wang });
    expect(unknown).toMatchObject({ code: 'not-found' });
  });

  it('is listed with the open cases that pin it', async () => {
    await publishedVersion('sha-pinned');
    await drafted('sha-next');
    await base.app.query(
      `INSERT INTO case_row (case_id, case_no, item_code, department_id, region_code, definition, applicant, seq, status, received_on, filed_at, provisional)
       SELECT gen_random_uuid(), $1 || n, $1, 'water', '210102', 'sha-pinned', 'x', 1, CASE WHEN n = 3 THEN 'closed' ELSE 'open' END,
         '2026-03-01', now(), false FROM generate_series(1, 3) n`,
      [itemCode],
    );
    expect(await flowVersions(base.app, itemCode)).toMatchObject([
      { version: 2, status: 'draft', runningCases: 0 },
      { version: 1, status: 'published', runningCases: 2, errors: 0, warnings: 1 },
    ]);
  });
});

describe('an item', () => {
  it('keeps an edited guide when the seed comes again', async () => {
    expect(await editGuide(base.app, { code: itemCode, guide: { phone: '2' }, expectedRevision: 1 })).toEqual({
      revision: 2,
    });
    const again = { code: itemCode, basicCode: 'b', name: '取水许可', type: '01', departmentId: 'water', guide: {} };
    expect(await addItem(base.app, again)).toBe(false);
    expect(await item(base.app, itemCode)).toMatchObject({
      guide: { phone: '2' },
      revision: 2,
      departmentName: '水务局',
      published: null,
    });
  });

  it('refuses an edit of a stale revision and of an unknown item', async () => {
    expect(await editGuide(base.app, { code: itemCode, guide: {}, expectedRevision: 2 })).toMatchObject({
      code: 'stale-revision',
    });
    expect(await editGuide(base.app, { code: 'nothing', guide: {}, expectedRevision: 1 })).toMatchObject({
      code: 'not-found',
    });
  });

  it('is in the list of all and of its department', async () => {
    const codes = async (departmentId?: string) =>
      (await listItems(base.app, departmentId === undefined ? {} : { departmentId })).map(({ code }) => code);
    expect(await codes()).toContain(itemCode);
    expect(await codes('water')).toContain(itemCode);
    expect(await codes('fire')).toEqual([]);
  });
});

function body(sha256: string) {
  return { definition: { ...testFlow, itemCode }, sha256, findings: [] };
}

async function drafted(sha256: string): Promise<FlowVersion> {
  return good(await saveDraft(base.app, { ...body(sha256), itemCode, draftedBy: wang }));
}

async function checkedVersion(sha256 = 'sha-1'): Promise<FlowVersion> {
  const draft = await drafted(sha256);
  return good(await markChecked(base.app, { id: draft.id, expectedRevision: 1, findings: [doubtful] }));
}

async function publishedVersion(sha256: string): Promise<FlowVersion> {
  const { id } = await checkedVersion(sha256);
  return good(await publishFlow(base.app, { id, expectedRevision: 2, publisher: li, at }));
}

function good(done: FlowVersion | { code: string; detail: string }): FlowVersion {
  if ('code' in done) throw new Error(done.detail);
  return done;
}
