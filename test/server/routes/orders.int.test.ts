import { randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../../../db/people/tokens.ts';
import { sha256Hex } from '../../../domain/flow/canonical.ts';
import type { Role } from '../../../domain/people/roles.ts';
import type { Gateway } from '../../../server/gateway/gateway.ts';
import { addDemoPeople, openAppOver, personOf } from '../../support/api.ts';
import { drivenCase } from '../../support/driven-case.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';
import { until } from '../../support/until.ts';

/** Long enough for another process to meet the order in hand, short enough that 202 comes soon: no worker answers it. */
const deadlineMs = 1_000;

let product: TestProduct;
let gateway: Gateway;
/** Two API processes over the same stores; the second waits for nobody. */
let [first, second]: FastifyInstance[] = [];
let tokens: ReadonlyMap<Role, string>;

beforeAll(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
  await addDemoPeople(product.db);
  tokens = new Map([await tokenOf('windowClerk'), await tokenOf('caseOfficer')]);
  gateway = product.openGateway({ submitDeadlineMs: deadlineMs });
  first = await processOf(gateway);
  second = await processOf(product.openGateway({ submitDeadlineMs: 100 }));
});
afterEach(async () => product.stopWorkers());
afterAll(async () => {
  await first?.close();
  await second?.close();
  await product.close();
});

async function processOf(own: Gateway): Promise<FastifyInstance> {
  const { db, worlds, metrics } = product;
  return (await openAppOver({ db, worlds, metrics, gateway: own })).app;
}

async function tokenOf(role: Role): Promise<[Role, string]> {
  const expiresAt = Date.now() + 3_600_000;
  const { token } = await createToken(product.db, { userId: personOf(role).id, title: 'test', expiresAt });
  return [role, token];
}

function contact(words: string) {
  return { type: 'changeContact', contact: { name: words, phone: '13800001111' }, address: '某路1号', eDelivery: true };
}

interface Sent {
  readonly caseId: string;
  readonly words: string;
  readonly key?: string;
  readonly by?: FastifyInstance | undefined;
}

async function send({ caseId, words, key = randomUUID(), by = first }: Sent): Promise<LightMyRequestResponse> {
  return appOf(by).inject({
    method: 'POST',
    url: `/api/v1/cases/${caseId}/orders`,
    headers: { authorization: `Bearer ${tokens.get('windowClerk')}`, 'idempotency-key': key },
    payload: contact(words),
  });
}

async function look(url: string, role: Role = 'windowClerk'): Promise<LightMyRequestResponse> {
  return appOf(first).inject({ url, headers: { authorization: `Bearer ${tokens.get(role)}` } });
}

function appOf(app: FastifyInstance | undefined): FastifyInstance {
  if (app === undefined) throw new Error('expected the API to be open, but it is not');
  return app;
}

describe('an order that no case answers in time', () => {
  it('is answered 202 with an address that tells its outcome, first open and at last the stored answer', async () => {
    const { caseId } = await drivenCase(product);
    const key = randomUUID();
    const open = await send({ caseId, words: 'a', key });
    expect(open.statusCode).toBe(202);
    const { opId, statusUrl } = open.json<{ opId: string; statusUrl: string }>();
    expect(open.headers.location).toBe(statusUrl);
    expect((await look(statusUrl)).json()).toEqual({ opId, state: 'sent', status: null, answer: null });
    expect((await look(statusUrl, 'caseOfficer')).json()).toMatchObject({ code: 'not-found', status: 404 });

    await product.startWorker();
    const told = await until('the outcome to be known', async () => {
      await gateway.sweep();
      const outcome = (await look(statusUrl)).json<{ state: string; status: number; answer: unknown }>();
      return outcome.state === 'sent' ? null : outcome;
    });
    expect(told).toMatchObject({ opId, state: 'applied', status: 200, answer: { caseId, opId } });
    const again = await send({ caseId, words: 'a', key });
    expect([again.statusCode, again.json()]).toEqual([200, told.answer]);
    expect(told.answer).toMatchObject({ facts: [{ type: 'ContactChanged' }] });
  });

  it('is refused as in-progress where another process meets the same key, and says when to ask again', async () => {
    const { caseId } = await drivenCase(product);
    const key = randomUUID();
    const inHand = send({ caseId, words: 'b', key });
    await until('the intent to be written', async () => (await intentsOf(caseId)) === 2);
    const copy = await send({ caseId, words: 'b', key, by: second });
    expect(copy.statusCode).toBe(409);
    expect(copy.headers['retry-after']).toBe('2');
    expect(copy.headers['content-type']).toContain('application/problem+json');
    expect(copy.json()).toMatchObject({ code: 'in-progress', detail: '同一请求正在办理，请稍候再试。' });
    expect((await inHand).statusCode).toBe(202);
    expect(await intentsOf(caseId)).toBe(2);
  });

  it('waits with seven others; the ninth is refused as too-many-orders and leaves no trace', async () => {
    const { caseId } = await drivenCase(product);
    const answers = await Promise.all(Array.from({ length: 9 }, async (_, n) => send({ caseId, words: `c${n}` })));
    const refused = answers.filter(({ statusCode }) => statusCode !== 202);
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([503]);
    expect(refused[0]?.headers['retry-after']).toBe('1');
    expect(refused[0]?.json()).toMatchObject({ code: 'too-many-orders', retryAfter: 1 });
    expect(await intentsOf(caseId)).toBe(9);
  });
});

describe('the words of an order', () => {
  it('fault D10: are kept under a digest that no other case has and that nobody finds without the key of the case', async () => {
    const cases = [await drivenCase(product), await drivenCase(product)];
    for (const { caseId } of cases) await send({ caseId, words: 'the same' });
    const { rows } = await product.db.query<{ digest: string; content: string }>(
      `SELECT x.digest, x.content FROM intent i JOIN case_text x ON x.case_id = i.case_id AND x.digest = i.payload ->> 'contact'
       WHERE i.case_id = ANY ($1)`,
      [cases.map(({ caseId }) => caseId)],
    );
    expect(rows.map(({ content }) => content)).toEqual(Array(2).fill('{"name":"the same","phone":"13800001111"}'));
    expect(new Set(rows.map(({ digest }) => digest)).size).toBe(2);
    expect(rows.map(({ digest }) => digest)).not.toContain(sha256Hex(rows[0]?.content ?? ''));
  });
});

/** Operations on a case that are written down, its filing included. */
async function intentsOf(caseId: string): Promise<number> {
  const { rows } = await product.db.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM intent WHERE case_id = $1 GROUP BY case_id',
    [caseId],
  );
  return rows[0]?.n ?? 0;
}
