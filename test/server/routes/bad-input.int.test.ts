import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProblemCode, statusOf } from '../../../contract/problem.ts';
import { itemSeeds } from '../../../db/seed/items/index.ts';
import { filingBody, forms } from '../../../demo/seed/filings.ts';
import { openTestApi, portOf } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  const water = itemSeeds.find((seed) => seed.item.departmentId === 'sy-water');
  if (water === undefined) throw new Error('the demo has no water item');
  const draft = await api.send('departmentAdmin', 'POST', `/items/${water.item.code}/flows`, {
    body: { definition: water.definition },
  });
  const { id } = draft.json<{ id: string }>();
  await api.send('departmentAdmin', 'POST', `/flows/${id}/check`);
  const published = await api.send('catalogueAdmin', 'POST', `/flows/${id}/publish`);
  expect(published.json()).toMatchObject({ status: 'published' });
});
afterAll(async () => api.close());

const unknownCase = '0192f000-0000-7000-8000-00000000abcd';
const key = { 'idempotency-key': 'test-key-0001' };
const water = itemSeeds.find((seed) => seed.item.departmentId === 'sy-water');
const filing = () => {
  if (water === undefined) throw new Error('the demo has no water item');
  return filingBody(water, { index: 0, receivedOn: '2026-11-20', form: forms.water('surface') });
};

/** Sends raw text as the window clerk; answers status and code, and proves that it is a whole problem document. */
async function refused(url: string, payload: string | Buffer, headers: Record<string, string> = {}) {
  const answer = await api.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { ...(await api.bearerOf('windowClerk')), 'content-type': 'application/json', ...key, ...headers },
    payload,
  });
  const document = answer.json<Record<string, unknown>>();
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(document).toMatchObject({ type: expect.stringMatching(/^\/api\/v1\/problems\//), title: expect.any(String) });
  expect(document['instance']).toBe(`urn:uuid:${String(answer.headers['x-request-id'])}`);
  const code = String(document['code']);
  expect(isProblemCode(code) && statusOf[code]).toBe(answer.statusCode);
  return document;
}

async function codeOf(url: string, payload: string | Buffer, headers: Record<string, string> = {}) {
  return (await refused(url, payload, headers))['code'];
}

describe('bad input', () => {
  it('is malformed JSON, an empty body, a poisoned prototype', async () => {
    for (const text of ['{', '', '{"a":1}}', '[1,', '{"__proto__":{"x":1}}', 'nul', '{"a":\u0000}']) {
      expect(await codeOf('/cases', text)).toBe('bad-json');
    }
  });

  it('is another content type, also the corpus of bypasses', async () => {
    const types = [
      'text/plain',
      ' application/json',
      'application/json\t',
      'application/json;',
      'application/json; a=b',
    ];
    const more = [
      'application/json/x',
      'application/jsonx',
      'application/x-www-form-urlencoded',
      '',
      'application/json, x',
    ];
    for (const type of [...types, ...more]) {
      const code = await codeOf('/cases', JSON.stringify(filing()), { 'content-type': type });
      expect([type, code]).toEqual([type, 'unsupported-media-type']);
    }
  });

  it('is a body over 256 KB', async () => {
    expect(await codeOf('/cases', JSON.stringify({ itemCode: 'x'.repeat(262_144) }))).toBe('body-too-large');
  });

  it('is an unknown field, a wrong type, a missing field: each with its pointer and a Chinese sentence', async () => {
    const body = {
      ...filing(),
      receivedOn: '2026-02-30',
      extra: 1,
      eDelivery: 'yes',
      channel: 'fax',
      address: undefined,
    };
    const { code, errors, detail } = await refused('/cases', JSON.stringify(body));
    expect([code, detail]).toEqual(['bad-request', '请按提示更正后重新提交。']);
    expect(errors).toEqual(
      expect.arrayContaining([
        { pointer: '/extra', code: 'unknown-field', message: '没有这个字段' },
        { pointer: '/receivedOn', code: 'format', message: '应为真实存在的日期 YYYY-MM-DD' },
        { pointer: '/eDelivery', code: 'type', message: '必须是 boolean' },
        { pointer: '/channel', code: 'enum', message: '应为 window、online、post 之一' },
        { pointer: '/address', code: 'required', message: '必填' },
      ]),
    );
  });

  it('speaks only of the order that was meant', async () => {
    const order = { type: 'finishReview', stepId: 'review', outcome: 'pass', opinion: '', note: 'x' };
    const { errors } = await refused(`/cases/${unknownCase}/orders`, JSON.stringify(order));
    expect(errors).toEqual(
      expect.arrayContaining([
        { pointer: '/opinion', code: 'required', message: '必填' },
        { pointer: '/note', code: 'unknown-field', message: '没有这个字段' },
      ]),
    );
    expect(errors).toHaveLength(2);
    const unknown = await refused(`/cases/${unknownCase}/orders`, JSON.stringify({ type: 'burn', stepId: 'x' }));
    expect(unknown['code']).toBe('bad-request');
    expect(unknown['errors']).toHaveLength(1);
    const revision = { region: '000000', revision: 2 };
    for (const order of [{ type: 'advanceClock' }, { type: 'adoptCalendar', revision }]) {
      const answer = await refused(`/cases/${unknownCase}/orders`, JSON.stringify(order));
      expect(answer['code']).toBe('bad-request');
    }
  });

  it('is NUL, a bidi control, a lone surrogate, in a value or in a name', async () => {
    for (const bad of ['a\u0000b', 'a\u202eb', '\u2066', '\ud800', 'a\u0007']) {
      const { code, errors } = await refused('/cases', JSON.stringify({ ...filing(), address: bad }));
      expect([code, errors]).toMatchObject(['bad-characters', [{ pointer: '/address' }]]);
      expect(await codeOf('/cases', JSON.stringify({ ...filing(), [`k${bad}`]: 1 }))).toBe('bad-characters');
    }
    const path = await api.send('caseOfficer', 'GET', '/items/a%00b');
    expect(path.json().code).toMatch(/^bad-/);
  });

  it('is a form that does not fit the item', async () => {
    const body = filing();
    const form = { ...forms.water('surface'), years: 1.5, waterSource: 'sea', colour: 'blue', purpose: undefined };
    const materials = [{ id: 'no-such', sha256: null, received: true }];
    const { code, errors } = await refused('/cases', JSON.stringify({ ...body, form, materials }));
    const pointers = (errors as { pointer: string }[]).map(({ pointer }) => pointer).toSorted();
    expect(code).toBe('bad-request');
    expect(pointers).toEqual(['/form/colour', '/form/purpose', '/form/waterSource', '/form/years', '/materials/0/id']);
  });

  it('lacks an Idempotency-Key, or has one that is none', async () => {
    for (const bad of ['', 'short', 'with blank inside', 'x'.repeat(65), '键键键键键键键键']) {
      const headers = { 'idempotency-key': Buffer.from(bad).toString('latin1') };
      expect(await codeOf('/cases', JSON.stringify(filing()), headers)).toBe('idempotency-key-required');
    }
  });

  it('names an item, a case, a flow that is not there', async () => {
    expect(await codeOf('/cases', JSON.stringify({ ...filing(), itemCode: 'no-such' }))).toBe('not-found');
    const order = { type: 'withdraw', statement: '不办了' };
    expect(await codeOf(`/cases/${unknownCase}/orders`, JSON.stringify(order))).toBe('not-found');
    for (const url of [
      `/cases/${unknownCase}`,
      '/cases/not-a-uuid',
      `/flows/${unknownCase}`,
      '/items/none',
      '/no/such/place',
    ]) {
      expect((await api.send('caseOfficer', 'GET', url)).json().code).toBe('not-found');
    }
    expect((await api.send('caseOfficer', 'GET', '/%zz')).json().code).toBe('bad-request');
  });

  it('has a cursor from nowhere, or a page too long', async () => {
    for (const list of ['worklists/mine', 'worklists/closed', 'worklists/finished', 'warnings', 'ledger', 'messages']) {
      const answer = await api.send('caseOfficer', 'GET', `/${list}?cursor=bm9uZQ`);
      expect([list, answer.json().code]).toEqual([list, 'bad-cursor']);
      expect((await api.send('caseOfficer', 'GET', `/${list}?limit=201`)).json().code).toBe('bad-request');
      expect((await api.send('caseOfficer', 'GET', `/${list}?nonsense=1`)).json().code).toBe('bad-request');
    }
  });

  it('leaves no trace: no intent, no case, no text', async () => {
    const counts = await api.database.admin.query(
      'SELECT (SELECT count(*) FROM intent) + (SELECT count(*) FROM case_row) + (SELECT count(*) FROM case_text) AS n',
    );
    expect(Number(counts.rows[0]?.n)).toBe(0);
  });

  it('is not even HTTP', async () => {
    await api.app.listen({ port: 0, host: '127.0.0.1' });
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(portOf(api.app), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let got = '';
      socket.on('data', (chunk) => (got += chunk.toString()));
      socket.on('end', () => resolve(got)).on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 [^]*application\/problem\+json[^]*"code":"bad-request"/);
  });
});

describe('who may not', () => {
  it('is told so before the body is read', async () => {
    const nobody = await api.app.inject({
      method: 'POST',
      url: '/api/v1/users',
      headers: { 'content-type': 'application/json' },
      payload: '{',
    });
    expect([nobody.statusCode, nobody.json().code]).toEqual([401, 'not-signed-in']);
    expect((await api.send('caseOfficer', 'POST', '/users', { body: {} })).json()).toMatchObject({
      code: 'not-allowed',
      detail: '办理此项需要下列岗位之一，您没有：系统管理员。',
    });
    expect((await api.send('caseOfficer', 'POST', '/cases', { body: filing(), headers: key })).json().code).toBe(
      'not-allowed',
    );
  });

  it('reads English when asked in English', async () => {
    const answer = await api.send(null, 'GET', '/me', { headers: { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' } });
    expect(answer.json()).toMatchObject({
      title: 'Not signed in',
      detail: 'expected a session or a bearer token, but found none',
    });
    expect((await api.send(null, 'GET', '/me')).json()).toMatchObject({ title: '未登录', detail: '请先登录。' });
  });

  it('cannot file for another department, nor change posts of their own', async () => {
    const other = itemSeeds.find((seed) => seed.item.departmentId !== 'sy-water');
    const body = { ...filing(), itemCode: other?.item.code };
    expect((await api.send('windowClerk', 'POST', '/cases', { body, headers: key })).json().code).toBe('not-allowed');
    const self = api.personOf('securityAdmin').id;
    const posts = [{ role: 'approver', departmentId: 'sy-water' }];
    expect((await api.send('securityAdmin', 'PUT', `/users/${self}/posts`, { body: { posts } })).json().code).toBe(
      'four-eyes',
    );
  });
});

describe('fault B4, B5: what a filing says', () => {
  const post = async (change: Record<string, unknown>) => {
    const headers = { 'idempotency-key': 'test-key-blank' };
    const answer = await api.send('windowClerk', 'POST', '/cases', { body: { ...filing(), ...change }, headers });
    return answer.json<{ code: string; errors?: { pointer: string; code: string }[] }>();
  };
  const pointers = async (change: Record<string, unknown>) =>
    (await post(change)).errors?.map(({ pointer, code }) => `${pointer} ${code}`);

  it('is missing where it shows nothing', async () => {
    expect(await pointers({ address: '\u3000' })).toEqual(['/address required']);
    expect(await pointers({ contact: { name: '\u200B', phone: '13900001234' } })).toEqual(['/contact/name required']);
    const form = { ...forms.water('surface'), purpose: ' \u2800' };
    expect(await pointers({ form })).toEqual(['/form/purpose field-invalid']);
  });

  it('has papers whose numbers can be', async () => {
    const applicant = { kind: 'person', name: '李某', idType: 'residentId', idNo: '210102199003070011' };
    expect(await pointers({ applicant: { ...applicant, idNo: '210102199002300019' } })).toEqual([
      '/applicant/idNo paper-invalid',
    ]);
    expect(await pointers({ applicant: { ...applicant, idType: 'uscc', idNo: '91350100M000100Y43' } })).toEqual([
      '/applicant/idType paper-invalid',
    ]);
    expect(await pointers({ agent: { ...applicant, idNo: '11010519491231002' } })).toEqual([
      '/agent/idNo paper-invalid',
    ]);
  });

  it('and a department with a code of all ones is none', async () => {
    const department = { id: 'ones', name: '某局', regionCode: '210100', kind: 'department' };
    const body = { ...department, uscc: '111111111111111111' };
    const answer = await api.send('systemAdmin', 'POST', '/departments', { body });
    expect(answer.json()).toMatchObject({ code: 'bad-request', errors: [{ pointer: '/uscc', code: 'paper-invalid' }] });
  });
});
