import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeList } from '../../../contract/routes.ts';
import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { waterAbstraction } from '../../../db/seed/items/water-abstraction.ts';
import { filingBody, forms } from '../../../demo/seed/filings.ts';
import { openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => api.close());

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly responses: Readonly<Record<string, { readonly headers?: object; readonly content?: object }>>;
}

async function described(): Promise<Map<string, Described>> {
  const { paths } = (await api.send(null, 'GET', '/openapi.json')).json<{
    paths: Record<string, Record<string, Described>>;
  }>();
  const all = Object.values(paths).flatMap((methods) => Object.values(methods));
  return new Map(all.map((one) => [one.operationId, one]));
}

const code = waterAbstraction.item.code;

describe('the contract is true', () => {
  it('fault D15: about refusals, which are problem documents', async () => {
    for (const [name, { responses }] of await described()) {
      expect([name, Object.keys(responses['default']?.content ?? {})]).toEqual([name, ['application/problem+json']]);
    }
    const refused = await api.send(null, 'GET', '/me');
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('fault D15: about the headers that a write needs, the ETag it is about, and 202 with when to look', async () => {
    const all = await described();
    for (const { name, idempotent, ifMatch, takesBytes, etag, status = 200 } of routeList) {
      const found = all.get(name);
      if (found === undefined) throw new Error(`expected ${name} in the contract, but it is not there`);
      const { parameters = [], responses } = found;
      const needed = parameters.filter((one) => one.in === 'header' && one.required === true).map((one) => one.name);
      expect([name, needed]).toEqual([
        name,
        [
          ...(idempotent ? ['Idempotency-Key'] : []),
          ...(ifMatch ? ['If-Match'] : []),
          ...(takesBytes ? ['Upload-Offset'] : []),
        ],
      ]);
      expect([name, Object.keys(responses[status]?.headers ?? {})]).toEqual([name, etag ? ['ETag'] : []]);
      expect([name, Object.keys(responses[202]?.headers ?? {})]).toEqual([
        name,
        idempotent ? ['Location', 'Retry-After'] : [],
      ]);
    }
  });

  it('fault D15: takes the revision as it was given, as a bare number, and weakened by a proxy', async () => {
    const url = `/items/${code}`;
    const { etag } = (await api.send('catalogueAdmin', 'GET', url)).headers;
    expect(etag).toBe('"v1"');
    const change = async (ifMatch: string) => {
      const body = { guide: { place: `大厅 ${ifMatch}` } };
      return api.send('catalogueAdmin', 'PUT', url, { body, headers: { 'if-match': ifMatch } });
    };
    for (const [given, next] of [
      ['"v1"', '"v2"'],
      ['"2"', '"v3"'],
      ['W/"v3"', '"v4"'],
    ] as const) {
      const answer = await change(given);
      expect([given, answer.statusCode, answer.headers['etag']]).toEqual([given, 200, next]);
    }
    expect((await change('"2"')).json().code).toBe('stale-revision');
    for (const none of ['2', '"x"', '*', '']) expect((await change(none)).json().code).toBe('revision-required');
  });

  it('fault D15: answers another method of an address with those it takes', async () => {
    for (const [method, url, allow] of [
      ['GET', '/lookup', 'POST'],
      ['DELETE', '/items', 'GET, HEAD, POST'],
      ['PATCH', `/cases/${code}/orders`, 'POST'],
    ] as const) {
      const answer = await api.send(null, method, url);
      expect([url, answer.statusCode, answer.headers['allow'], answer.json().code]).toEqual([
        url,
        405,
        allow,
        'method-not-allowed',
      ]);
    }
  });

  it('fault D15: says with 202 when and where to look', async () => {
    const draft = { body: { definition: waterAbstraction.definition } };
    const { id } = (await api.send('departmentAdmin', 'POST', `/items/${code}/flows`, draft)).json<{ id: string }>();
    await api.send('departmentAdmin', 'POST', `/flows/${id}/check`);
    await api.send('catalogueAdmin', 'POST', `/flows/${id}/publish`);
    const body = filingBody(waterAbstraction, {
      index: 0,
      receivedOn: civilDateOf(Date.now()),
      form: forms.water('surface'),
    });
    const headers = { 'idempotency-key': 'truth-0001' };
    // Temporal is away here: what becomes of the filing is not known in time.
    const answer = await api.send('windowClerk', 'POST', '/cases', { body, headers });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([202, '1']);
    expect(answer.headers['location']).toBe(answer.json<{ statusUrl: string }>().statusUrl);
  });
});
