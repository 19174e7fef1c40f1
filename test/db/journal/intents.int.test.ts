import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../domain/case/acts/index.ts';
import { applyFacts } from '../../../db/journal/apply.ts';
import {
  countOpenIntents,
  readIntent,
  releaseIntent,
  takeExpired,
  waitForAnswer,
} from '../../../db/journal/intents.ts';
import { openFiling, refuseFiling } from '../../../db/journal/open-filing.ts';
import { openIntent } from '../../../db/journal/open-intent.ts';
import type { NewOrder } from '../../../db/journal/open-intent.ts';
import { refuseIntent } from '../../../db/journal/settle.ts';
import { createWorlds } from '../../../db/journal/worlds.ts';
import type { Worlds } from '../../../db/journal/worlds.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { longStory, publishTestFlow, stored, uuidOf } from '../../support/played-case.ts';

let base: TestDatabase;
let worlds: Worlds;
let count = 0;
let order: NewOrder;

const remind: Order = { type: 'remind', stepId: 'experts', note: 'digest' };
const post = { role: 'supervisor', departmentId: 'ln-supervision', regionCode: '210000' } as const;

beforeAll(async () => {
  base = await openTestDatabase({ max: 20 });
  await publishTestFlow(base.admin);
  worlds = createWorlds(base.app);
});
afterAll(() => base.close());
beforeEach(async () => {
  await base.admin.query('TRUNCATE intent');
  count += 1;
  order = {
    opId: uuidOf(`op ${count}`),
    caseId: uuidOf(`case ${count}`),
    actor: { id: uuidOf('somebody'), posts: [post] },
    receivedAt: Date.UTC(2026, 2, 24, 2),
    bodyHash: 'body',
    leaseMs: 60_000,
    people: [],
    texts: [{ digest: 'digest', content: '请尽快' }],
    order: remind,
    durable: true,
  };
});

const end = (attempt = 1) => ({ opId: order.opId, attempt, status: 409, answer: { zebra: 1, a: [2, '中'] } });

describe('opening an intent', () => {
  it('keeps the whole order with its words and tells the head of the case', async () => {
    const played = stored(longStory(), `case ${count}`);
    const { caseId, facts, state } = played;
    await openOperations(base.app, caseId, facts);
    await applyFacts(base.app, worlds, { caseId, facts });
    expect(await openIntent(base.app, order)).toEqual({
      kind: 'new',
      head: { caseId, seq: state.seq, hash: state.hash, state },
      booked: null,
    });
    const intent = await readIntent(base.app, order.opId);
    const { opId, actor, receivedAt, bodyHash } = order;
    const open = { kind: 'order', payload: remind, state: 'sent', attempt: 1, stored: null };
    expect(intent).toEqual({ opId, caseId, actor, people: [], receivedAt, bodyHash, ...open });
    const texts = await base.app.query('SELECT digest, content FROM case_text WHERE case_id = $1', [caseId]);
    expect(texts.rows).toEqual(order.texts);
  });

  it.each([true, false])('lets one of 50 concurrent requests in (durable: %s)', async (durable) => {
    const opened = await Promise.all(Array.from({ length: 50 }, () => openIntent(base.app, { ...order, durable })));
    expect(opened.filter((one) => one.kind === 'new')).toEqual([{ kind: 'new', head: null, booked: null }]);
    expect(opened.filter((one) => one.kind === 'in-progress')).toHaveLength(49);
  });

  it('leaves its commit to the next synchronous one only where that is asked for', async () => {
    const client = await base.app.connect();
    const setting = async () => (await client.query('SHOW synchronous_commit')).rows[0];
    await client.query('BEGIN');
    await openIntent(client, { ...order, durable: false });
    expect(await setting()).toEqual({ synchronous_commit: 'off' });
    await client.query('COMMIT');
    await client.query('BEGIN');
    await openIntent(client, { ...order, opId: uuidOf(`other ${count}`) });
    expect(await setting()).toEqual({ synchronous_commit: 'on' });
    await client.query('COMMIT');
    client.release();
  });

  it('refuses the same key with another body, before and after the answer', async () => {
    await openIntent(base.app, order);
    const other = { ...order, bodyHash: 'another' };
    expect(await openIntent(base.app, other)).toEqual({ kind: 'other-body' });
    await refuseIntent(base.app, end());
    expect(await openIntent(base.app, other)).toEqual({ kind: 'other-body' });
  });

  it('answers again byte for byte', async () => {
    await openIntent(base.app, order);
    await refuseIntent(base.app, end());
    const again = await openIntent(base.app, order);
    expect(JSON.stringify(again)).toBe(JSON.stringify({ kind: 'answered', status: 409, answer: end().answer }));
  });
});

describe('ending an intent', () => {
  it('is done by one of 20 refusals and appliers at once, and all of them learn the same answer', async () => {
    const { caseId, facts } = stored(longStory(), `case ${count}`);
    await openOperations(base.app, caseId, facts);
    await openIntent(base.app, order);
    const applied = { opId: order.opId, attempt: 1, status: 200, answer: { done: true } };
    const racers = Array.from({ length: 20 }, async (_, racer) => {
      if (racer % 2 === 0) return (await refuseIntent(base.app, end()))?.status;
      const { settled } = await applyFacts(base.app, worlds, { caseId, facts, settle: applied });
      return settled ? 200 : (await readIntent(base.app, order.opId))?.stored?.status;
    });
    const statuses = new Set(await Promise.all(racers));
    expect(statuses.size).toBe(1);
    expect((await readIntent(base.app, order.opId))?.stored?.status).toBe([...statuses][0]);
  });

  it('is not for an attempt that lost its lease', async () => {
    const { caseId, facts } = stored(longStory(), `case ${count}`);
    await openOperations(base.app, caseId, facts);
    await openIntent(base.app, { ...order, leaseMs: 0 });
    await takeExpired(base.app, 10, 60_000);
    expect(await refuseIntent(base.app, end(1))).toBeNull();
    const stale = await applyFacts(base.app, worlds, { caseId, facts, settle: { ...end(1), status: 200 } });
    expect(stale.settled).toBe(false);
    expect(await readIntent(base.app, order.opId)).toMatchObject({ state: 'sent', attempt: 2 });
    const mine = await applyFacts(base.app, worlds, { caseId, facts, settle: { ...end(2), status: 200 } });
    expect(mine.settled).toBe(true);
    expect(await readIntent(base.app, order.opId)).toMatchObject({ state: 'applied', stored: { status: 200 } });
  });

  it('is heard by whoever waits for it', async () => {
    await openIntent(base.app, order);
    expect(await waitForAnswer(base.app, order.opId, 30)).toBeNull();
    const waiting = waitForAnswer(base.app, order.opId, 10_000);
    await refuseIntent(base.app, end());
    expect(await waiting).toEqual({ status: 409, answer: end().answer });
    expect(await waitForAnswer(base.app, uuidOf('unknown'), 10_000)).toBeNull();
  });
});

describe('taking expired intents', () => {
  it('gives each to one taker, and none whose lease still runs or whose answer is there', async () => {
    for (let i = 0; i < 30; i += 1) {
      await openIntent(base.app, { ...order, opId: uuidOf(`op ${count} ${i}`), leaseMs: i < 25 ? 0 : 60_000 });
    }
    await refuseIntent(base.app, { ...end(), opId: uuidOf(`op ${count} 0`) });
    expect(await countOpenIntents(base.app)).toMatchObject({ open: 29 });
    const takes = await Promise.all(Array.from({ length: 8 }, () => takeExpired(base.app, 5, 60_000)));
    const taken = takes.flat();
    expect(new Set(taken.map((intent) => intent.opId)).size).toBe(taken.length);
    const rest = await takeExpired(base.app, 100, 60_000);
    expect(taken.length + rest.length).toBe(24);
    expect(taken.every((intent) => intent.attempt === 2 && intent.state === 'sent')).toBe(true);
  });

  it('takes at once what an attempt has let go, and only its holder can', async () => {
    await openIntent(base.app, order);
    await releaseIntent(base.app, { opId: order.opId, attempt: 2, afterMs: 0 });
    expect(await takeExpired(base.app, 10, 60_000)).toEqual([]);
    // A little ago: the clocks of two processors may differ by part of a millisecond.
    await releaseIntent(base.app, { opId: order.opId, attempt: 1, afterMs: -20 });
    expect(await takeExpired(base.app, 10, 60_000)).toHaveLength(1);
    await releaseIntent(base.app, { opId: order.opId, attempt: 2, afterMs: 60_000 });
    expect(await takeExpired(base.app, 10, 60_000)).toEqual([]);
  });

  it('leaves alone what another taker is just taking', async () => {
    await openIntent(base.app, { ...order, leaseMs: 0 });
    const client = await base.app.connect();
    await client.query('BEGIN');
    expect(await takeExpired(client, 10, 60_000)).toHaveLength(1);
    expect(await takeExpired(base.app, 10, 60_000)).toEqual([]);
    await client.query('ROLLBACK');
    client.release();
    expect(await takeExpired(base.app, 10, 60_000)).toHaveLength(1);
  });
});

describe('opening a filing', () => {
  const filing = () => ({
    ...order,
    itemCode: 'ITEM',
    day: '2026-03-24',
    secret: 'a1'.repeat(32),
    compose: (caseNo: string) => ({ caseNo }),
  });

  it('numbers the filings of an item and day without a gap or a double', async () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      openFiling(base.app, {
        ...filing(),
        opId: uuidOf(`filing ${i}`),
        caseId: uuidOf(`filed ${i}`),
        day: '2026-03-25',
      }),
    );
    const numbers = (await Promise.all(many)).map((one) => (one.kind === 'new' ? one.payload.caseNo : one.kind));
    const expected = Array.from({ length: 12 }, (_, i) => `ITEM20260325${String(i + 1).padStart(4, '0')}`);
    expect(numbers.toSorted()).toEqual(expected);
  });

  it('composes once for 20 requests with one key', async () => {
    let composed = 0;
    const compose = (caseNo: string) => {
      composed += 1;
      return { caseNo };
    };
    const opened = await Promise.all(Array.from({ length: 20 }, () => openFiling(base.app, { ...filing(), compose })));
    expect(opened.filter((one) => one.kind === 'new')).toHaveLength(1);
    expect(opened.filter((one) => one.kind === 'in-progress')).toHaveLength(19);
    expect(composed).toBe(1);
    expect(await readIntent(base.app, order.opId)).toMatchObject({
      kind: 'filing',
      payload: { caseNo: 'ITEM202603240001' },
    });
  });

  it('takes or refuses copies that are judged differently, whichever comes first, and says the same to all', async () => {
    const answer = { status: 422, answer: { code: 'receipt-evidence-required' } };
    for (let i = 0; i < 10; i += 1) {
      const one = { ...filing(), opId: uuidOf(`both ${i}`), caseId: uuidOf(`both case ${i}`), day: '2026-03-27' };
      const said = await Promise.all(
        Array.from({ length: 6 }, async (_, at) =>
          (at + i) % 2 === 0 ? openFiling(base.app, one) : refuseFiling(base.app, one, answer),
        ),
      );
      const { state } = (await readIntent(base.app, one.opId)) ?? { state: 'gone' };
      const [taken, refused] = [
        said.filter(({ kind }) => kind === 'new'),
        said.filter(({ kind }) => kind === 'answered'),
      ];
      expect([taken.length, refused.length]).toEqual(state === 'refused' ? [0, 6] : [1, 0]);
    }
  });

  it('leaves nothing behind when composing fails', async () => {
    const compose = () => {
      throw new Error('calendar-not-covered');
    };
    await expect(openFiling(base.app, { ...filing(), day: '2026-03-26', compose })).rejects.toThrow(
      'calendar-not-covered',
    );
    expect(await readIntent(base.app, order.opId)).toBeNull();
    const next = await openFiling(base.app, { ...filing(), day: '2026-03-26' });
    expect(next).toEqual({ kind: 'new', payload: { caseNo: 'ITEM202603260001' } });
  });
});
