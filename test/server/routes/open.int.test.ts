import { runInNewContext } from 'node:vm';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeList } from '../../../contract/routes.ts';
import { openDb } from '../../../db/client.ts';
import { createApp } from '../../../server/app.ts';
import { auth } from '../../../server/plugins/auth.ts';
import { createPersonCache } from '../../../server/plugins/person-cache.ts';
import { sessions } from '../../../server/plugins/session.ts';
import { itemSeeds } from '../../../db/seed/items/index.ts';
import { openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';
import { openBrowser } from '../../support/sign-in.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => api.close());

describe('the API as a whole', () => {
  it('describes each route of the contract in OpenAPI 3.1, and no other', async () => {
    const { openapi, paths } = (await api.send(null, 'GET', '/openapi.json')).json<{
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
    }>();
    expect(openapi).toBe('3.1.0');
    const described = Object.values(paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId));
    expect(described.toSorted()).toEqual(routeList.map(({ name }) => name).toSorted());
  });

  it('answers 401 to nobody on each route that is not public', async () => {
    for (const { method, url, policy, name } of routeList) {
      if (policy === 'public') continue;
      const answer = await api.send(null, method, url.replaceAll(/:\w+/g, 'x'));
      expect([name, answer.statusCode, answer.json().code]).toEqual([name, 401, 'not-signed-in']);
    }
  });

  it('does not start with a route that has no policy', async () => {
    const app = Fastify();
    await sessions(app, { secret: 'x'.repeat(40), https: false, db: api.database.app });
    const people = createPersonCache(
      async () => null,
      Date.now,
      () => true,
    );
    auth(app, { db: api.database.app, people });
    app.get('/forgotten', () => 'open');
    await expect(app.ready()).rejects.toThrow('expected a policy on every route, but none on GET /forgotten');
    await app.close();
  });

  it('serves a page to try it under a policy without eval and without foreign addresses', async () => {
    const page = await api.app.inject('/docs/');
    expect(page.statusCode).toBe(200);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    expect(page.body.match(/(src|href)="https?:/g)).toBeNull();
  });

  it('lets who has signed in write by that page: it sends the CSRF token', async () => {
    const { body: sent } = await api.app.inject('/docs/static/swagger-initializer.js');
    const page: { interceptor?: (request: object) => Promise<{ headers: Record<string, string> }> } = {};
    const { cookie } = await openBrowser(api, api.personOf('systemAdmin').login);
    const SwaggerUIBundle = Object.assign(
      ({ requestInterceptor }: { requestInterceptor?: typeof page.interceptor }) => {
        Object.assign(page, { interceptor: requestInterceptor });
        return { initOAuth: () => undefined };
      },
      { presets: {}, plugins: {} },
    );
    const window = { location: { href: 'http://localhost/docs' }, onload: () => undefined };
    const fetch = async (url: string) => {
      const answer = await api.app.inject({ url, headers: { cookie } });
      return { ok: answer.statusCode === 200, json: async () => answer.json() };
    };
    const link = { appendChild: () => undefined };
    const document = { createElement: () => ({ href: '' }), querySelector: () => link };
    runInNewContext(sent, { window, document, fetch, SwaggerUIBundle, SwaggerUIStandalonePreset: {} });
    window.onload();
    const region = { method: 'POST', url: '/regions', headers: {} };
    const { headers } = (await page.interceptor?.(region)) ?? region;
    const body = { code: '219900', name: '试验市' };
    const answer = await api.send(null, 'POST', '/regions', { body, headers: { ...headers, cookie } });
    expect([answer.statusCode, answer.body]).toEqual([201, JSON.stringify(body)]);
  });

  it('says that it lives and whether it is ready, and keeps its figures for a listener of their own', async () => {
    expect((await api.app.inject('/livez')).json()).toEqual({ live: true });
    expect((await api.app.inject('/readyz')).statusCode).toBe(200);
    expect((await api.app.inject('/metrics')).statusCode).toBe(404);
  });

  it('explains every code of its refusals', async () => {
    const { items } = (await api.send(null, 'GET', '/problems')).json<{ items: { code: string }[] }>();
    for (const { code } of items) {
      expect((await api.send(null, 'GET', `/problems/${code}`)).json()).toMatchObject({ code });
    }
    expect((await api.send(null, 'GET', '/problems/none')).json().code).toBe('not-found');
  });
});

describe('what needs no account', () => {
  it('reckons a clock as the command line does', async () => {
    const clock = { id: 1, startedOn: '2026-09-14', limit: { count: 20, unit: 'workday' }, today: '2026-09-16' };
    const answer = await api.send(null, 'POST', '/clock/reckon', { body: clock });
    expect(answer.json()).toMatchObject({ dueOn: '2026-10-16', used: 2, remaining: 18, overdue: false });
    const explained = await api.send(null, 'POST', '/clock/explain', { body: clock });
    expect(explained.json()).toMatchObject({ dueOn: '2026-10-16', sentence: expect.stringContaining('国庆节') });
  });

  it('names what is wrong with a clock', async () => {
    const codeOf = async (body: unknown) => (await api.send(null, 'POST', '/clock/reckon', { body })).json().code;
    const limit = { count: 20, unit: 'workday' };
    expect(await codeOf([])).toBe('not-an-object');
    expect(await codeOf({ limit })).toBe('missing-key');
    expect(await codeOf({ startedOn: '2026-02-30', limit })).toBe('invalid-date');
    expect(await codeOf({ startedOn: '2026-09-14', limit: 20 })).toBe('invalid-limit');
    expect(await codeOf({ startedOn: '2026-09-14', limit: { count: 20, unit: 'week' } })).toBe('unknown-unit');
    expect(await codeOf({ startedOn: '2026-09-14', limit: { count: -1, unit: 'workday' } })).toBe('invalid-count');
    expect(await codeOf({ startedOn: '2026-09-14', limit, extension: 0.5 })).toBe('invalid-extension');
    expect(await codeOf({ startedOn: '2026-09-14', limit, stops: {} })).toBe('invalid-stops');
    const stops = [{ from: '2026-09-20', to: '2026-09-16' }];
    expect(await codeOf({ startedOn: '2026-09-14', limit, stops })).toBe('stop-ends-before-it-starts');
    expect(await codeOf({ startedOn: '2026-09-14', limit, endedOn: '2026-09-15' })).toBe('unknown-key');
    expect(await codeOf({ startedOn: '2199-09-14', limit })).toBe('calendar-not-covered');
  });

  it('answers an unknown number like a wrong code', async () => {
    const look = (caseNo: string, code: string) =>
      api.send(null, 'POST', '/lookup', { body: { caseNo, code } }).then((answer) => answer.json());
    const [one, other] = [await look('none', '12345678'), await look('11210100MB0000086J', '0')];
    expect(one).toMatchObject({ code: 'not-found', detail: '没有查到：办件编号和查询码不相符。' });
    expect({ ...one, instance: '' }).toEqual({ ...other, instance: '' });
  });

  it('fault D6: limits guesses at one number to ten', async () => {
    const limited = await openTestApi({ limits: true, demo: false });
    const look = () => limited.send(null, 'POST', '/lookup', { body: { caseNo: 'none', code: '1' } });
    const answers = [];
    for (let i = 0; i < 25; i += 1) answers.push(await look());
    const refused = answers.filter(({ statusCode }) => statusCode === 429);
    expect(refused).toHaveLength(15);
    expect(refused[0]?.json()).toMatchObject({ code: 'locked' });
    expect(refused.at(-1)?.json()).toMatchObject({ code: 'too-many-requests' });
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
    await limited.close();
  });
});

describe('the flow of an item', () => {
  const seed = itemSeeds.find(({ item }) => item.departmentId === 'sy-water');
  const code = seed?.item.code ?? '';
  const draft = () =>
    api.send('departmentAdmin', 'POST', `/items/${code}/flows`, { body: { definition: seed?.definition } });

  it('is published by a second person once it is checked, and then shown to everybody', async () => {
    expect((await api.send(null, 'GET', `/guide/items/${code}`)).json().code).toBe('not-found');
    const { id } = (await draft()).json<{ id: string }>();
    const publish = (who: 'departmentAdmin' | 'catalogueAdmin') => api.send(who, 'POST', `/flows/${id}/publish`);
    expect((await publish('catalogueAdmin')).json().code).toBe('flow-not-checked');
    expect((await api.send('departmentAdmin', 'POST', `/flows/${id}/check`)).json()).toMatchObject({
      status: 'checked',
    });
    expect((await publish('departmentAdmin')).json().code).toBe('flow-same-person');
    expect((await publish('catalogueAdmin')).json()).toMatchObject({ status: 'published', version: 1 });
    expect((await api.send('departmentAdmin', 'POST', `/flows/${id}/check`)).json().code).toBe('flow-not-draft');
    const guide = (await api.send(null, 'GET', `/guide/items/${code}`)).json();
    expect(guide).toMatchObject({ code, guide: { legalBasis: expect.anything() }, flow: { version: 1 } });
    expect((await api.send(null, 'GET', '/guide/items')).json()).toMatchObject({ items: [{ code }] });
    expect((await api.send('caseOfficer', 'GET', `/items/${code}/flows`)).json()).toMatchObject({ items: [{ id }] });
  });

  it('is edited with the revision that was read, and refused with errors', async () => {
    const { id } = (await draft()).json<{ id: string }>();
    const limits = { ...seed?.definition.limits, promised: { ...seed?.definition.limits.promised, count: 99 } };
    const body = { definition: { ...seed?.definition, limits } };
    const edit = (headers: Record<string, string>) =>
      api.send('departmentAdmin', 'PUT', `/flows/${id}`, { body, headers });
    expect((await edit({})).json().code).toBe('revision-required');
    expect((await edit({ 'if-match': '"v7"' })).json().code).toBe('stale-revision');
    const { etag } = (await api.send('departmentAdmin', 'GET', `/flows/${id}`)).headers;
    const edited = (await edit({ 'if-match': String(etag) })).json<{ findings: { code: string }[] }>();
    expect(edited.findings.map((finding) => finding.code)).toContain('promise-over-statutory');
    await api.send('departmentAdmin', 'POST', `/flows/${id}/check`);
    expect((await api.send('catalogueAdmin', 'POST', `/flows/${id}/publish`)).json().code).toBe('flow-has-errors');
  });

  it('belongs to its department', async () => {
    const other = itemSeeds.find(({ item }) => item.departmentId !== 'sy-water');
    const body = { definition: other?.definition };
    const answer = await api.send('departmentAdmin', 'POST', `/items/${other?.item.code ?? ''}/flows`, { body });
    expect(answer.json().code).toBe('not-allowed');
    const wrong = await api.send('departmentAdmin', 'POST', `/items/${code}/flows`, { body });
    expect(wrong.json()).toMatchObject({ code: 'bad-request', errors: [{ pointer: '/definition/itemCode' }] });
  });
});

describe('administration', () => {
  it('makes regions, departments, people, items; each only once', async () => {
    const post = (url: string, body: unknown) => api.send('systemAdmin', 'POST', url, { body });
    const region = { code: '211500', name: '测试市' };
    expect((await post('/regions', region)).statusCode).toBe(201);
    expect((await post('/regions', region)).json().code).toBe('already-exists');
    const department = {
      id: 'test-dept',
      uscc: '11211500MB0000000Q',
      name: '测试局',
      regionCode: '211500',
      kind: 'department',
    };
    expect((await post('/departments', department)).statusCode).toBe(201);
    expect((await post('/departments', { ...department, id: 'other' })).json().code).toBe('already-exists');
    const nowhere = (await post('/departments', { ...department, id: 'other', regionCode: '211599' })).json();
    expect(nowhere).toMatchObject({
      code: 'not-found',
      detail: '没有这个行政区划，或者您无权使用：211599。',
      errors: [{ pointer: '/regionCode' }],
    });
    const person = { login: 'new-person', name: '新人', password: 'a long pass word', departmentId: 'test-dept' };
    const made = await post('/users', person);
    expect(made.json()).toMatchObject({ login: 'new-person', home: { departmentName: '测试局' }, posts: [] });
    expect((await post('/users', person)).json().code).toBe('already-exists');
    const weak = (await post('/users', { ...person, login: 'another', password: 'another-another' })).json();
    expect(weak).toMatchObject({ code: 'weak-password', errors: [{ pointer: '/password', message: '包含用户名' }] });
    const { id } = made.json<{ id: string }>();
    const give = async (departmentId: string) => {
      const body = { posts: [{ role: 'caseOfficer', departmentId }] };
      return (await api.send('securityAdmin', 'PUT', `/users/${id}/posts`, { body })).json();
    };
    expect((await give('nowhere')).code).toBe('not-found');
    expect(await give('test-dept')).toMatchObject({ posts: [{ departmentName: '测试局', roleTitle: '承办人' }] });
    const item = {
      code: '11211500MB0000000X9000',
      basicCode: 'x',
      name: '事',
      type: '01',
      departmentId: 'test-dept',
      guide: {},
    };
    expect((await api.send('catalogueAdmin', 'POST', '/items', { body: item })).statusCode).toBe(201);
    expect((await api.send('catalogueAdmin', 'POST', '/items', { body: item })).json().code).toBe('already-exists');
    const change = { body: { guide: { place: '大厅' } }, headers: { 'if-match': '"v1"' } };
    expect((await api.send('catalogueAdmin', 'PUT', `/items/${item.code}`, change)).headers['etag']).toBe('"v2"');
    expect((await api.send('catalogueAdmin', 'PUT', `/items/${item.code}`, change)).json().code).toBe('stale-revision');
  });

  it('lets nobody move the business clock outside demonstrations, and only forward in them', async () => {
    const real = await openTestApi({ demo: false });
    const body = { days: 1 };
    expect((await real.send('systemAdmin', 'POST', '/business-clock/advance', { body })).json().code).toBe('demo-only');
    await real.close();
    const advance = (more: unknown) => api.send('systemAdmin', 'POST', '/business-clock/advance', { body: more });
    expect((await advance({ to: '2020-01-01' })).json().code).toBe('clock-not-ahead');
    expect((await advance({})).json().code).toBe('bad-request');
    expect((await advance({ days: 2 })).statusCode).toBe(200);
    const { offsetMs, demo } = (await api.send('caseOfficer', 'GET', '/business-clock')).json();
    expect([offsetMs, demo]).toEqual([2 * 86_400_000, true]);
  });
});

describe('an outage', () => {
  it('is 503 with Retry-After, and says nothing of the inside', async () => {
    const db = openDb('postgresql://nobody@127.0.0.1:9/none');
    const app = await createApp({ ...api.deps, db });
    const answer = await app.inject({ url: '/api/v1/guide/items' });
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([503, 'unavailable', '3']);
    expect(answer.body).not.toMatch(/ECONN|postgres|select/i);
    await app.close();
    await db.end();
  });
});
