import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../../contract/routes.ts';
import { setDisabled, setPosts } from '../../../db/people/users.ts';
import { filingBody, forms } from '../../../demo/seed/filings.ts';
import { itemSeeds } from '../../../db/seed/items/index.ts';
import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import type { Role } from '../../../domain/people/roles.ts';
import { openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => api.close());

const water = seedOf('sy-water');

describe('the versions of a flow, as staff see them', () => {
  let flowId = '';
  beforeAll(async () => {
    flowId = await draft();
  });

  it('say who drafted, what the gate found, how many cases run by them, and whether one may draft', async () => {
    const admin = await versionsFor('departmentAdmin');
    expect(admin.items[0]).toMatchObject({
      version: 1,
      status: 'draft',
      draftedByName: '江理清',
      publishedByName: null,
      errors: 0,
      runningCases: 0,
    });
    expect(admin.draft).toEqual({ title: '起草新版本' });
    const clerk = await versionsFor('caseOfficer');
    expect(clerk.draft.refusedBecause).toMatchObject({ code: 'not-allowed', detail: expect.any(String) });
  });

  it('offer their acts to each person exactly as the routes grant them', async () => {
    const who = ['departmentAdmin', 'catalogueAdmin'] as const;
    for (const role of who) expect(await offered(role, flowId)).toMatchObject({ publish: 'flow-not-checked' });
    expect(await offered('caseOfficer', flowId)).toEqual({
      edit: 'not-allowed',
      check: 'not-allowed',
      publish: 'not-allowed',
    });
    await api.send('departmentAdmin', 'POST', `/flows/${flowId}/check`);
    expect(await offered('departmentAdmin', flowId)).toEqual({ edit: null, check: null, publish: 'flow-same-person' });
    const same = await api.send('departmentAdmin', 'POST', `/flows/${flowId}/publish`);
    expect(same.json().code).toBe('flow-same-person');
    expect(await offered('catalogueAdmin', flowId)).toEqual({ edit: null, check: null, publish: null });
    const published = await api.send('catalogueAdmin', 'POST', `/flows/${flowId}/publish`);
    expect(published.json()).toMatchObject({
      status: 'published',
      publishedByName: '严目新',
      itemName: water.item.name,
    });
    expect(await offered('catalogueAdmin', flowId)).toEqual({
      edit: 'flow-not-draft',
      check: 'flow-not-draft',
      publish: 'flow-not-draft',
    });
  });

  it('show in the list of items which version is in force and what is being drafted', async () => {
    await draft();
    const { items } = (await api.send('departmentAdmin', 'GET', '/items')).json<OkOf<'listItems'>>();
    expect(items.find(({ code }) => code === water.item.code)).toMatchObject({ publishedVersion: 1, drafts: 1 });
    expect(items.find(({ code }) => code !== water.item.code)).toMatchObject({ publishedVersion: null, drafts: 0 });
  });

  it('are searched by everybody by words and by department, the published ones only', async () => {
    const found = async (query: string) =>
      (await api.send(null, 'GET', `/guide/items?${query}`)).json<OkOf<'listGuides'>>().items.map(({ code }) => code);
    const q = (words: string) => found(`q=${encodeURIComponent(words)}`);
    expect(await q('取水')).toEqual([water.item.code]);
    expect(await q('水务  取水')).toEqual([water.item.code]);
    expect(await q(water.item.code.slice(3).toLowerCase())).toEqual([water.item.code]);
    expect(await q('取水 食品')).toEqual([]);
    expect(await q('食品')).toEqual([]);
    expect(await q('%')).toEqual([]);
    expect(await found('departmentId=sy-water')).toEqual([water.item.code]);
    expect(await found('departmentId=sh-market')).toEqual([]);
    expect((await api.send(null, 'GET', `/guide/items?q=${'x'.repeat(81)}`)).json().code).toBe('bad-request');
  });

  it('offer no publication of a version that is older than the one in force, and refuse it', async () => {
    const [old, newer] = [await draft('取水许可（甲）'), await draft('取水许可（乙）')];
    for (const id of [old, newer]) await api.send('departmentAdmin', 'POST', `/flows/${id}/check`);
    expect(await offered('catalogueAdmin', old)).toMatchObject({ publish: null });
    await api.send('catalogueAdmin', 'POST', `/flows/${newer}/publish`);
    expect(await offered('catalogueAdmin', old)).toEqual({ edit: null, check: null, publish: 'flow-superseded' });
    const refused = await api.send('catalogueAdmin', 'POST', `/flows/${old}/publish`);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'flow-superseded']);
  });

  it('come to everybody in pages, beside the departments that have any', async () => {
    for (const end of ['A', 'B', 'C']) {
      const values = [water.item.code, `${water.item.code}${end}`];
      await api.database.admin.query(
        'INSERT INTO item SELECT $2, basic_code, name, type, department_id, guide FROM item WHERE code = $1',
        values,
      );
      await api.database.admin.query(
        `INSERT INTO flow_version (id, item_code, version, status, definition, sha256, findings, drafted_by)
        SELECT gen_random_uuid(), $2, 1, 'published', definition, sha256, '[]', drafted_by FROM flow_version
        WHERE item_code = $1 AND status = 'published' LIMIT 1`,
        values,
      );
    }
    const page = async (query: string) =>
      (await api.send(null, 'GET', `/guide/items?${query}`)).json<OkOf<'listGuides'>>();
    const first = await page('limit=3');
    const rest = await page(`limit=3&cursor=${first.nextCursor ?? ''}`);
    const ends = [...first.items, ...rest.items].map(({ code }) => code.slice(water.item.code.length));
    expect([ends, rest.nextCursor]).toEqual([['', 'A', 'B', 'C'], null]);
    expect(await page('cursor=nonsense')).toMatchObject({ code: 'bad-cursor' });
    const departments = (await api.send(null, 'GET', '/guide/departments')).json();
    expect(departments).toEqual({ items: [{ id: 'sy-water', name: '沈阳市水务局' }] });
  });
});

describe('fault C4: a post that nobody holds', () => {
  it('is found by the gate, keeps a version checked before from being published, and is told to the administrator', async () => {
    const flowId = await draft('取水许可（丙）');
    const check = async () =>
      (await api.send('departmentAdmin', 'POST', `/flows/${flowId}/check`)).json<OkOf<'oneFlow'>>();
    const told = async () =>
      (await api.send('departmentAdmin', 'GET', '/vacancies')).json<OkOf<'listVacancies'>>().items;
    expect((await check()).findings.filter(({ code }) => code === 'role-unheld')).toEqual([]);
    expect(await told()).toEqual([]);

    const approver = api.personOf('approver').id;
    await setDisabled(api.database.app, { userId: approver, disabled: true, at: 0 });
    expect(await told()).toMatchObject([
      { departmentId: 'sy-water', role: 'approver', roleTitle: '批准人', does: [expect.stringContaining('“决定”')] },
    ]);
    const refused = await api.send('catalogueAdmin', 'POST', `/flows/${flowId}/publish`);
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'flow-has-errors']);
    const [finding] = (await check()).findings.filter(({ code }) => code === 'role-unheld');
    expect(finding).toMatchObject({ severity: 'error', message: expect.stringContaining('批准人') });

    await setDisabled(api.database.app, { userId: approver, disabled: false, at: 0 });
    await check();
    expect((await api.send('catalogueAdmin', 'POST', `/flows/${flowId}/publish`)).statusCode).toBe(200);
    expect(await told()).toEqual([]);
  });

  it('is not told to others', async () => {
    expect((await api.send('caseOfficer', 'GET', '/vacancies')).statusCode).toBe(403);
  });
});

describe('fault C7: a catalogue of another region', () => {
  it('is neither drafted for, nor published, nor edited', async () => {
    const { id } = api.personOf('catalogueAdmin');
    const flowId = await draft('取水许可（丁）');
    await api.send('departmentAdmin', 'POST', `/flows/${flowId}/check`);
    const { item } = seedOf('ln-transport');
    await setPosts(api.database.app, id, [{ role: 'catalogueAdmin', departmentId: 'sy-biz' }]);
    const of = async (method: 'POST' | 'PUT', url: string, body?: unknown) => {
      const answer = await api.send('catalogueAdmin', method, url, { body, headers: { 'if-match': '"v1"' } });
      return [answer.statusCode, answer.json().code];
    };
    const definition = seedOf('ln-transport').definition;
    expect(await of('POST', `/items/${item.code}/flows`, { definition })).toEqual([403, 'not-allowed']);
    expect(await of('PUT', `/items/${item.code}`, { guide: item.guide })).toEqual([403, 'not-allowed']);
    expect(await of('POST', '/items', { ...item, code: '11210000MB0000107X2000118011002' })).toEqual([
      403,
      'not-allowed',
    ]);
    // Shenyang's own is below its region.
    expect((await api.send('catalogueAdmin', 'POST', `/flows/${flowId}/publish`)).statusCode).toBe(200);
    await setPosts(api.database.app, id, [{ role: 'catalogueAdmin', departmentId: 'ln-biz' }]);
  });
});

describe('fault C5: a guide', () => {
  it('takes no condition that is a catch-all', async () => {
    const guide = { ...water.item.guide, conditions: ['符合水资源规划', '法律、法规规定的其 他 条件'] };
    const answer = await api.send('catalogueAdmin', 'PUT', `/items/${water.item.code}`, {
      body: { guide },
      headers: { 'if-match': '"v1"' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([{ pointer: '/guide/conditions/1', code: 'catch-all' }]);
  });
});

describe('the impact of a version', () => {
  const impactOf = async (role: Role, flowId: string) => api.send(role, 'GET', `/flows/${flowId}/impact`);
  it('is for those who draw the flows of the item', async () => {
    const flowId = await draft();
    expect((await impactOf('windowClerk', flowId)).statusCode).toBe(403);
    expect((await impactOf('supervisor', flowId)).statusCode).toBe(403);
    expect((await impactOf('departmentAdmin', randomUUID())).statusCode).toBe(404);
    expect((await impactOf('departmentAdmin', flowId)).json()).toMatchObject({ before: { open: 0 }, moved: [] });
  });
});

describe('fault C10: days that a guide names', () => {
  const save = async (note: string, revision: number) =>
    api.send('catalogueAdmin', 'PUT', `/items/${water.item.code}`, {
      body: { guide: { ...water.item.guide, statutoryLimitNote: note } },
      headers: { 'if-match': `"v${revision}"` },
    });

  it('are those of the flow in force, or the guide is not saved', async () => {
    const answer = await save('自受理之日起 18 个工作日', 1);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([
      {
        pointer: '/guide/statutoryLimitNote',
        code: 'differs-from-flow',
        message: expect.stringContaining('“18 个工作日”'),
      },
    ]);
    expect((await save('条例写为 45 日', 1)).statusCode).toBe(200);
  });

  it('are told to who publishes a flow with others', async () => {
    const statutory = { ...water.definition.limits.statutory, count: 40 };
    const body = { definition: { ...water.definition, limits: { ...water.definition.limits, statutory } } };
    const answer = await api.send('departmentAdmin', 'POST', `/items/${water.item.code}/flows`, { body });
    expect(answer.json<OkOf<'draftFlow'>>().findings).toContainEqual(
      expect.objectContaining({ severity: 'warning', code: 'guide-differs', at: '/limits/statutory' }),
    );
  });
});

describe('fault C6: a condition of a version published before conditions were bounded', () => {
  it.each(['1/0 > 0', 'form.place.matches("^(a+)+$")'])('%s refuses the filing with a sentence', async (when) => {
    const definition = { ...water.definition, limitBranches: [{ id: 'b', title: '乙', when, limits: {} }] };
    await api.database.app.query(
      `INSERT INTO flow_version (id, item_code, version, status, definition, sha256, findings, drafted_by, published_by, published_at)
       SELECT gen_random_uuid(), $1, max(version) + 1, 'published', $2, $3, '[]', $4, $4, now() FROM flow_version WHERE item_code = $1`,
      [water.item.code, JSON.stringify(definition), when, api.personOf('catalogueAdmin').id],
    );
    const receivedOn = civilDateOf(Date.now());
    const body = filingBody(water, { index: 1, receivedOn, form: forms.water('surface') });
    const answer = await api.send('windowClerk', 'POST', '/cases', {
      body,
      headers: { 'idempotency-key': randomUUID() },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'branch-undecided']);
    expect(answer.json().detail).toContain('分支条件');
  });
});

async function draft(title = water.definition.title): Promise<string> {
  const body = { definition: { ...water.definition, title } };
  const answer = await api.send('departmentAdmin', 'POST', `/items/${water.item.code}/flows`, { body });
  return answer.json<OkOf<'draftFlow'>>().id;
}

async function versionsFor(role: Role): Promise<OkOf<'listFlows'>> {
  return (await api.send(role, 'GET', `/items/${water.item.code}/flows`)).json<OkOf<'listFlows'>>();
}

/** Each act with the code that refuses it, null where it is granted. */
async function offered(role: Role, flowId: string): Promise<Record<string, string | null>> {
  const { acts } = (await api.send(role, 'GET', `/flows/${flowId}`)).json<OkOf<'oneFlow'>>();
  return Object.fromEntries(acts.map(({ act, refusedBecause }) => [act, refusedBecause?.code ?? null]));
}

function seedOf(departmentId: string) {
  const seed = itemSeeds.find(({ item }) => item.departmentId === departmentId);
  if (seed === undefined) throw new Error(`the demo has no item of ${departmentId}`);
  return seed;
}
