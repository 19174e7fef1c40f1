import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waterAbstraction } from '../../../db/seed/items/water-abstraction.ts';
import { filingBody, forms } from '../../../demo/seed/filings.ts';
import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  const body = { definition: waterAbstraction.definition };
  const draft = await api.send('departmentAdmin', 'POST', `/items/${waterAbstraction.item.code}/flows`, { body });
  const { id } = draft.json<{ id: string }>();
  await api.send('departmentAdmin', 'POST', `/flows/${id}/check`);
  await api.send('catalogueAdmin', 'POST', `/flows/${id}/publish`);
});
afterAll(async () => api.close());

/** No Temporal is there: a filing is kept and its outcome told later (202). */
async function file(index: number, change: Record<string, unknown> = {}) {
  const receivedOn = civilDateOf(Date.now());
  const body = { ...filingBody(waterAbstraction, { index, receivedOn, form: forms.water('surface') }), ...change };
  const answer = await api.send('windowClerk', 'POST', '/cases', {
    body,
    headers: { 'idempotency-key': randomUUID() },
  });
  return {
    status: answer.statusCode,
    body: answer.json<{ code?: string; opId: string; earlier?: { caseNo: string } }>(),
  };
}

async function filedAs(opId: string): Promise<unknown> {
  const { rows } = await api.database.app.query('SELECT payload FROM intent WHERE op_id = $1', [opId]);
  return rows[0]?.payload.facts[0].body.filing;
}

describe('fault B12: the same applicant, item and form again', () => {
  it('is told the earlier number before it is filed; when filed all the same the journal says so', async () => {
    const first = await file(1);
    expect(first.status).toBe(202);
    const second = await file(1);
    expect([second.status, second.body.code]).toEqual([409, 'filed-before']);
    const earlier = second.body.earlier?.caseNo ?? '';
    expect(await filedAs(first.body.opId)).toMatchObject({ caseNo: earlier });

    expect((await file(1, { despite: 'ANOTHER1' })).status).toBe(409);
    const known = await file(1, { despite: earlier });
    expect(known.status).toBe(202);
    expect(await filedAs(known.body.opId)).toMatchObject({ despite: earlier });
  });

  it('is another application where the form or the applicant is another', async () => {
    const form = { ...forms.water('surface'), place: '浑河右岸取水口' };
    expect((await file(1, { form })).status).toBe(202);
    expect((await file(2)).status).toBe(202);
    expect(await filedAs((await file(3, { despite: 'NONE1' })).body.opId)).not.toHaveProperty('despite');
  });

  it('lets one of several in that come at once', async () => {
    const all = await Promise.all([1, 2, 3, 4, 5].map(async () => file(9)));
    expect(all.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(all.filter(({ body }) => body.code === 'filed-before')).toHaveLength(4);
  });

  it('keeps no words: the mark is keyed', async () => {
    const { rows } = await api.database.app.query('SELECT mark FROM filing_mark');
    for (const { mark } of rows) expect(mark).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('fault B13: over the API', () => {
  it('a receipt of last year is refused without evidence and taken with it', async () => {
    const late = { receivedOn: '2026-01-05' };
    expect((await file(20, late)).body.code).toBe('receipt-evidence-required');
    expect((await file(20, { ...late, evidence: ' \u3000' })).body.code).toBe('receipt-evidence-required');
    expect((await file(20, { ...late, evidence: '邮戳为一月五日。' })).status).toBe(202);
  });
});
