import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteContract } from '../../contract/route.ts';
import { routeList } from '../../contract/routes.ts';
import type { Role } from '../../domain/people/roles.ts';
import { itemSeeds } from '../../db/seed/items/index.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { fromSchema } from '../support/from-schema.ts';

/** How many requests; `FUZZ_REQUESTS=10000` by hand. */
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 1_000);

let api: TestApi;
beforeAll(async () => {
  // Nothing here may move the clock, and answers of 202 wait for a Temporal that is away.
  api = await openTestApi({ demo: false });
});
afterAll(async () => api.close());

const who: readonly (Role | null)[] = [
  null,
  'windowClerk',
  'departmentAdmin',
  'catalogueAdmin',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
  'supervisor',
];
const odd = fc.constantFrom(
  '__proto__',
  'constructor',
  '𠮷',
  '\u202e',
  '\u0000',
  '-0',
  '9'.repeat(40),
  '2026-02-30',
  '../..',
  "' OR 1=1 --",
  '%00',
  'null',
  '1e309',
);
const junk = fc.oneof(fc.jsonValue({ maxDepth: 6 }), odd, fc.constantFrom(null, [], {}, 1e308, -1, 0.1, true, ''));

/** A value with one place in it replaced, lost or added. */
function spoiled(value: unknown, instead: unknown, turn: number): unknown {
  if (typeof value !== 'object' || value === null || turn % 5 === 0) return instead;
  const keys = Object.keys(value);
  const key = keys[turn % Math.max(keys.length, 1)];
  if (key === undefined || turn % 7 === 0)
    return Array.isArray(value) ? [...value, instead] : { ...value, more: instead };
  const copy: Record<string, unknown> = { ...value };
  copy[key] = spoiled(copy[key], instead, Math.floor(turn / 5));
  return Array.isArray(value) ? Object.values(copy) : copy;
}

const civil = fc.constantFrom('2026-03-02', '2019-01-01', '2027-12-31', '1900-01-01', '2199-12-31', '2026-02-30');
/** What the calculator takes: its schema is open, because the domain names every mistake itself. */
const clock = fc.record(
  {
    startedOn: civil,
    limit: fc.record({
      count: fc.oneof(fc.nat(60), fc.constantFrom(1e9, 2 ** 53 - 1)),
      unit: fc.constantFrom('workday', 'calendarDay', 'month', 'year', 'week'),
    }),
    extension: fc.nat(40),
    stops: fc.array(fc.record({ from: civil, to: fc.option(civil) }), { maxLength: 60 }),
    today: civil,
  },
  { requiredKeys: ['startedOn', 'limit'] },
);

function bodyOf({ body }: RouteContract): fc.Arbitrary<string | undefined> {
  if (body === undefined) return fc.constant(undefined);
  const right = 'type' in body || 'anyOf' in body ? fromSchema(body) : clock;
  const wrong = fc.tuple(right, junk, fc.nat(10_000)).map(([value, instead, turn]) => spoiled(value, instead, turn));
  const asText = fc
    .oneof({ weight: 3, arbitrary: right }, { weight: 4, arbitrary: wrong }, junk)
    .map((value) => JSON.stringify(value));
  const cut = fc.tuple(asText, fc.nat(200)).map(([text, at]) => text.slice(0, at));
  return fc.oneof({ weight: 8, arbitrary: asText }, cut, fc.string({ unit: 'binary', maxLength: 60 }));
}

const known = [...itemSeeds.map(({ item }) => item.code), '0192f000-0000-7000-8000-00000000abcd', 'mine', 'intake'];

function requestOf(route: (typeof routeList)[number]) {
  const part = fc.oneof(fc.constantFrom(...known), odd, fc.string({ maxLength: 12 }));
  const fields = Object.keys(route.query?.properties ?? {});
  const query = fc.dictionary(
    fc.oneof(fc.constantFrom('limit', ...fields), odd),
    fc.oneof(part, fc.constantFrom('5', 'true')),
    {
      maxKeys: 3,
    },
  );
  const headers = fc.constantFrom(
    {},
    { 'idempotency-key': 'fuzz-key-0001' },
    { 'if-match': '"v1"' },
    { 'if-match': '"2"' },
  );
  return fc.record({
    parts: fc.array(part, { minLength: 3, maxLength: 3 }),
    query,
    body: bodyOf(route),
    headers,
    as: fc.constantFrom(...who),
  });
}

describe('the door', () => {
  it(`answers none of ${requests} requests, right, spoiled and senseless, with a failure`, async () => {
    const seen = new Map<number, number>();
    // The stream of changes has no end, and a person who is disabled in the middle asks no more.
    const asked = routeList.filter(({ name }) => name !== 'live');
    const some = Math.max(Math.ceil(requests / asked.length), 1);
    for (const route of asked) {
      await fc.assert(
        fc.asyncProperty(requestOf(route), async ({ parts, query, body, headers, as }) => {
          let at = 0;
          const path = route.url.replaceAll(/:\w+/g, () => encodeURIComponent(parts[(at += 1) - 1] ?? 'x'));
          const url = `/api/v1${path}?${new URLSearchParams(query).toString()}`;
          const type = body === undefined ? {} : { 'content-type': 'application/json' };
          const bearer = as === null ? {} : await api.bearerOf(as);
          const method: NonNullable<InjectOptions['method']> = route.method;
          const answer = await api.app.inject({
            method,
            url,
            headers: { ...type, ...headers, ...bearer },
            ...(body === undefined ? {} : { payload: body }),
          });
          seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1);
          if (answer.statusCode === 500)
            throw new Error(`${method} ${url} answered ${answer.body} to ${body ?? 'nothing'}`);
        }),
        { numRuns: some },
      );
    }
    // It would prove nothing if all were refused at the first look.
    expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404]));
    expect([...seen.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(requests);
    console.log(`requests by status: ${JSON.stringify(Object.fromEntries([...seen].toSorted(([a], [b]) => a - b)))}`);
  }, 900_000);
});
