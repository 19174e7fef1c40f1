import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import { routeList } from '../../contract/routes.ts';
import { applyFacts } from '../../db/journal/apply.ts';
import { openOperations } from '../../db/seed/operations.ts';
import { auditKinds } from '../../domain/people/audit.ts';
import type { AuditKind } from '../../domain/people/audit.ts';
import type { Role } from '../../domain/people/roles.ts';
import { addPerson, openAppOver, openTestApi, password } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { importOne } from '../support/bring-list.ts';
import { longStory, publishTestFlow, stored } from '../support/played-case.ts';
import { openBrowser, trySignIn } from '../support/sign-in.ts';

type Item = OkOf<'listAudit'>['items'][number];

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => api.close());

/** The newest entries of a kind, as the role that may read them does. */
async function entries(kind: AuditKind) {
  const text =
    'SELECT who, account, subject, details, address, region_code FROM audit_entry WHERE kind = $1 ORDER BY at DESC';
  return (await api.database.audit.query(text, [kind])).rows;
}

async function ask(who: Role, method: InjectOptions['method'], url: string, body?: unknown) {
  return api.send(who, method, url, body === undefined ? {} : { body });
}

const idOf = (role: Role): string => api.personOf(role).id;

describe('fault D9: what is audited', () => {
  const certificates = { departmentId: 'sy-water', kind: 'certificate' };
  /** A request for each kind but those on a case, which a workflow must first make. */
  const requests: Readonly<
    Record<
      Exclude<AuditKind, 'unmaskedViewed' | 'codeIssued' | 'fileOpened' | 'fileReused' | 'documentOpened'>,
      (id: string) => Promise<unknown>
    >
  > = {
    requestRefused: async () => ask('auditAdmin', 'GET', '/users'),
    signedIn: async () => trySignIn(api, 'audited'),
    signInRefused: async () => trySignIn(api, 'audited', 'wrong'),
    signedOut: async () => {
      const { headers } = await openBrowser(api, 'audited');
      return api.send(null, 'DELETE', '/session', { headers });
    },
    passwordChanged: async () => {
      await addPerson(api.database, 'changes-password', []);
      const { headers } = await openBrowser(api, 'changes-password');
      return api.send(null, 'POST', '/me/password', { headers, body: { current: password, next: 'another good one' } });
    },
    accountMade: async () => {
      const body = { login: 'made-now', name: '新人', password: 'a long pass word', departmentId: 'sy-water' };
      return ask('systemAdmin', 'POST', '/users', body);
    },
    accountMoved: async (id) => ask('systemAdmin', 'PATCH', `/users/${id}`, { departmentId: 'sy-health' }),
    unlocked: async (id) => ask('systemAdmin', 'PATCH', `/users/${id}`, { unlock: true }),
    disabled: async (id) => ask('systemAdmin', 'PATCH', `/users/${id}`, { disabled: true }),
    enabled: async (id) => ask('systemAdmin', 'PATCH', `/users/${id}`, { disabled: false }),
    passwordReset: async (id) => ask('systemAdmin', 'PATCH', `/users/${id}`, { password: 'chosen for them' }),
    postsSet: async (id) =>
      ask('securityAdmin', 'PUT', `/users/${id}/posts`, { posts: [{ role: 'reviewer', departmentId: 'sy-water' }] }),
    tokenMade: async () => {
      const { headers } = await openBrowser(api, 'makes-tokens');
      return api.send(null, 'POST', '/tokens', { headers, body: { title: '脚本', days: 1 } });
    },
    tokenRevoked: async () => {
      const { headers } = await openBrowser(api, 'makes-tokens');
      const made = await api.send(null, 'POST', '/tokens', { headers, body: { title: '脚本', days: 1 } });
      return api.send(null, 'DELETE', `/tokens/${made.json<{ id: string }>().id}`, { headers });
    },
    regionMade: async () => ask('systemAdmin', 'POST', '/regions', { code: '211598', name: '测试市' }),
    departmentMade: async () => {
      const body = { id: 'audited-dept', uscc: '11211500MB0000000Q', name: '测试局', regionCode: '210100' };
      return ask('systemAdmin', 'POST', '/departments', { ...body, kind: 'department' });
    },
    patternProposed: async () =>
      ask('departmentAdmin', 'PUT', '/number-patterns', { ...certificates, pattern: '水证〔{年}〕{号}号' }),
    patternInForce: async () => ask('sectionChief', 'POST', '/number-patterns/in-force', certificates),
    templateProposed: async () =>
      ask('departmentAdmin', 'PUT', '/document-templates', { ...certificates, closing: '请妥善保管。' }),
    templateInForce: async () => {
      const { items } = (await ask('sectionChief', 'GET', '/document-templates')).json<{
        items: { kinds: { kind: string; proposed: { version: number; proposedAt: string } | null }[] }[];
      }>();
      const proposed = items[0]?.kinds.find(({ kind }) => kind === certificates.kind)?.proposed;
      const { version = 1, proposedAt = '' } = proposed ?? {};
      return ask('sectionChief', 'POST', '/document-templates/in-force', { ...certificates, version, proposedAt });
    },
    catalogueImported: async () => importOne(api),
    listExported: async () => ask('supervisor', 'GET', '/ledger.csv'),
    auditRead: async () => ask('auditAdmin', 'GET', '/audit?kind=signedIn'),
    auditExported: async () => ask('auditAdmin', 'GET', '/audit.csv'),
  };

  it('is each kind by the route that names it, once a request and before its answer', async () => {
    const id = await addPerson(api.database, 'audited', [{ role: 'caseOfficer', departmentId: 'sy-water' }]);
    await addPerson(api.database, 'makes-tokens', []);
    for (const [kind, request] of Object.entries(requests)) {
      const before = (await entries(kind as AuditKind)).length;
      await request(id);
      expect([kind, (await entries(kind as AuditKind)).length - before]).toEqual([kind, 1]);
    }
    const named = new Set(routeList.flatMap(({ audits = [] }) => audits));
    expect(
      [
        ...Object.keys(requests),
        'unmaskedViewed',
        'codeIssued',
        'fileOpened',
        'fileReused',
        'documentOpened',
      ].toSorted(),
    ).toEqual([...named, 'requestRefused'].toSorted());
  });

  it('says who, to whom, what was before and after, and from where; no password and no login that was only typed', async () => {
    const id = await addPerson(api.database, 'before-after', [{ role: 'caseOfficer', departmentId: 'sy-water' }]);
    await ask('securityAdmin', 'PUT', `/users/${id}/posts`, {
      posts: [{ role: 'approver', departmentId: 'sy-health' }],
    });
    expect((await entries('postsSet'))[0]).toEqual({
      who: idOf('securityAdmin'),
      account: id,
      subject: null,
      details: {
        before: [{ role: 'caseOfficer', departmentId: 'sy-water' }],
        after: [{ role: 'approver', departmentId: 'sy-health' }],
        byToken: true,
      },
      address: '127.0.0.1',
      region_code: '210100',
    });
    for (let n = 0; n < 2; n += 1) await trySignIn(api, 'my-secret-word', 'and-my-password');
    const [one, other] = await entries('signInRefused');
    expect(one).toEqual({ ...other, who: null, account: null, region_code: '' });
    expect(one.details.mark).toMatch(/^[0-9a-f]{16}$/);
    const { rows } = await api.database.audit.query(
      `SELECT count(*)::int AS n FROM audit_entry a WHERE a::text ~ 'my-secret-word|and-my-password|correct horse'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('is told by the page when it writes a list into a file: which, narrowed how, how many rows', async () => {
    const body = { list: 'worklist', filter: '["department"]', rows: 12 };
    expect((await ask('caseOfficer', 'POST', '/exports', body)).statusCode).toBe(204);
    expect((await entries('listExported'))[0]).toMatchObject({ who: idOf('caseOfficer'), details: body });
    await ask('auditAdmin', 'POST', '/exports', { ...body, list: 'listAudit' });
    expect((await entries('auditExported'))[0]).toMatchObject({ details: { list: 'listAudit' } });
    expect((await ask('caseOfficer', 'POST', '/exports', { ...body, list: 'lies' })).statusCode).toBe(400);
  });

  it('is once an hour who sees a case unmasked, by page or timeline, and nobody who sees masks', async () => {
    await publishTestFlow(api.database.admin);
    const { caseId, facts } = stored(longStory(), 'looked at');
    await openOperations(api.database.app, caseId, facts);
    await applyFacts(api.database.app, api.deps.worlds, { caseId, facts });
    for (const url of [`/cases/${caseId}`, `/cases/${caseId}/timeline`, `/cases/${caseId}`]) {
      for (const role of ['caseOfficer', 'supervisor', 'departmentAdmin'] as const)
        expect([url, role, (await ask(role, 'GET', url)).statusCode]).toEqual([url, role, 200]);
    }
    const { caseNo } = (await ask('caseOfficer', 'GET', `/cases/${caseId}`)).json<{ caseNo: string }>();
    expect(await entries('unmaskedViewed')).toMatchObject([{ who: idOf('caseOfficer'), subject: caseNo }]);
  });

  it('is not done at all when it cannot be written', async () => {
    const id = await addPerson(api.database, 'stays-enabled', [{ role: 'caseOfficer', departmentId: 'sy-water' }]);
    await api.database.admin.query('REVOKE INSERT (kind) ON audit_entry FROM shixian_app');
    try {
      const answers = [
        await ask('systemAdmin', 'PATCH', `/users/${id}`, { disabled: true }),
        await ask('securityAdmin', 'PUT', `/users/${id}/posts`, { posts: [] }),
        await trySignIn(api, 'stays-enabled'),
        await ask('supervisor', 'GET', '/ledger.csv'),
      ];
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([500, 500, 500, 500]);
      expect(answers.flatMap(({ cookies }) => cookies.filter(({ name }) => name === 'sid'))).toEqual([]);
    } finally {
      await api.database.admin.query('GRANT INSERT (kind) ON audit_entry TO shixian_app');
    }
    const { rows } = await api.database.app.query(
      'SELECT u.disabled, count(p)::int AS posts FROM app_user u LEFT JOIN post p ON p.user_id = u.id WHERE u.id = $1 GROUP BY u.id',
      [id],
    );
    expect(rows).toEqual([{ disabled: false, posts: 1 }]);
  });
});

describe('fault D9: the table of the audit', () => {
  it.each([
    'SELECT 1 FROM audit_entry',
    `UPDATE audit_entry SET kind = 'x'`,
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    `INSERT INTO audit_entry (kind, details, department_id, region_code, at) VALUES ('signedIn', '{}', '', '', now())`,
    `INSERT INTO audit_entry (kind, details, department_id, region_code) VALUES ('signedIn', '{}', '', '') RETURNING id`,
  ])('refuses the application: %s', async (statement) => {
    await expect(api.database.app.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([`UPDATE audit_entry SET kind = 'x'`, 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
    'refuses its owner, and whoever reads it: %s',
    async (statement) => {
      await expect(api.database.admin.query(statement)).rejects.toMatchObject({ code: '23001' });
      await expect(api.database.audit.query(statement)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('is all that its reader reads', async () => {
    for (const table of ['app_user', 'case_row', 'case_event', 'case_text', 'session'])
      await expect(api.database.audit.query(`SELECT 1 FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('fault D9: the audit administrator', () => {
  const page = async (query = '', who: Role = 'auditAdmin') => {
    const answer = await ask(who, 'GET', `/audit${query}`);
    return answer.json<{ items: Item[]; nextCursor: string | null }>();
  };

  it('reads in words, newest first, page after page', async () => {
    const all: Item[] = [];
    let cursor: string | null = null;
    do {
      const found: Awaited<ReturnType<typeof page>> = await page(
        `?limit=7${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      all.push(...found.items);
      cursor = found.nextCursor;
    } while (cursor !== null);
    const { rows } = await api.database.audit.query('SELECT count(*)::int AS n FROM audit_entry');
    expect(Math.abs(rows[0].n - all.length)).toBeLessThanOrEqual(1);
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const set = all.find(({ kind }) => kind === 'postsSet');
    expect(set).toMatchObject({ kindTitle: auditKinds.postsSet, who: { name: '严守正', login: 'yanshouzheng' } });
    expect(set?.about).toBe(
      '测试（before-after）；岗位由沈阳市水务局承办人改为沈阳市卫生健康委员会批准人；使用访问令牌',
    );
    expect(all.find(({ kind }) => kind === 'requestRefused')?.about).toMatch(/^请求：.+；原因：.+/);
  });

  it('narrows by kind, by who did it and by days', async () => {
    expect(new Set((await page('?kind=postsSet')).items.map(({ kind }) => kind))).toEqual(new Set(['postsSet']));
    const login = api.personOf('securityAdmin').login;
    const of = (await page(`?who=${login}`)).items;
    expect(new Set(of.map(({ who }) => who?.login))).toEqual(new Set([login]));
    expect((await page('?who=never-was')).items).toEqual([]);
    const today = of[0]?.at.slice(0, 10) ?? '';
    expect((await page(`?from=${today}&to=${today}`)).items.length).toBeGreaterThan(10);
    expect((await page('?to=2020-01-01')).items).toEqual([]);
    expect((await ask('auditAdmin', 'GET', '/audit?from=2026-02-30')).statusCode).toBe(400);
  });

  it('exports the same as a file, and both are audited, reading once an hour', async () => {
    const before = (await entries('auditRead')).length;
    for (let n = 0; n < 3; n += 1) await page('?kind=regionMade');
    expect((await entries('auditRead')).length - before).toBe(1);
    const answer = await ask('auditAdmin', 'GET', '/audit.csv?kind=regionMade');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toMatch(/审计记录-\d{14}\.csv$/);
    expect(answer.body).toMatch(
      /^\uFEFF时间,种类,办理人,用户名,对象和内容,地址,记录编号\r\n.*,新建行政区划,严维安,yanweian,/,
    );
    expect((await entries('auditExported'))[0]).toMatchObject({ details: { filter: 'kind=regionMade', rows: 1 } });
  });

  it('reads nothing beyond reach', async () => {
    await addPerson(api.database, 'water-auditor', [{ role: 'auditAdmin', departmentId: 'sy-water' }]);
    const { headers } = await openBrowser(api, 'water-auditor');
    const { items } = (await api.send(null, 'GET', '/audit?limit=200', { headers })).json<{ items: Item[] }>();
    expect(items.length).toBeGreaterThan(3);
    const far = items.filter(({ who, account }) => who?.login === 'yanweian' && account === null);
    expect(far).toEqual([]);
    const { rows } = await api.database.audit.query(`SELECT id FROM audit_entry WHERE department_id = 'sy-water'`);
    const own = new Set(rows.map(({ id }) => id as string));
    expect(items.every(({ id }) => own.has(id))).toBe(true);
  });

  it('is told where this process has no address to read it with', async () => {
    const blind = await openAppOver({ ...api.deps, auditDb: null });
    const headers = await api.bearerOf('auditAdmin');
    const answer = await blind.app.inject({ url: '/api/v1/audit', headers });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'unavailable']);
    await blind.app.close();
  });
});
