import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../../../db/people/tokens.ts';
import { setDisabled } from '../../../db/people/users.ts';
import { people } from '../../../db/seed/people.ts';
import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import type { OkOf } from '../../../contract/routes.ts';
import { addDemoPeople, openAppOver } from '../../support/api.ts';
import { accepted, drivenCase, reviewed, started } from '../../support/driven-case.ts';
import type { DrivenCase } from '../../support/driven-case.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';

let product: TestProduct;
let app: FastifyInstance;

beforeAll(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
  await addDemoPeople(product.db);
  const { db, worlds, metrics, gateway } = product;
  app = (await openAppOver({ db, worlds, metrics, gateway })).app;
  await product.startWorker();
});
afterAll(async () => {
  await app?.close();
  await product.close();
});

const idOf = (login: string) => people.find((person) => person.login === login)?.id ?? '';

const tokens = new Map<string, string>();
async function bearer(login: string): Promise<Record<string, string>> {
  const expiresAt = Date.now() + 3_600_000;
  const made =
    tokens.get(login) ?? (await createToken(product.db, { userId: idOf(login), title: 't', expiresAt })).token;
  tokens.set(login, made);
  return { authorization: `Bearer ${made}` };
}

/** The status and the body of an answer to a demo person. */
async function ask(login: string, url: string) {
  const answer = await app.inject({ url: `/api/v1${url}`, headers: await bearer(login) });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
}

async function order(login: string, { caseId }: DrivenCase, payload: Record<string, unknown>): Promise<number> {
  const url = `/api/v1/cases/${caseId}/orders`;
  const headers = { ...(await bearer(login)), 'idempotency-key': randomUUID() };
  return (await app.inject({ method: 'POST', url, headers, payload })).statusCode;
}

async function viewOf(login: string, { caseId }: DrivenCase): Promise<OkOf<'oneCase'>> {
  const answer = await app.inject({ url: `/api/v1/cases/${caseId}`, headers: await bearer(login) });
  return answer.json<OkOf<'oneCase'>>();
}

/** The names offered, or the code of the refusal. */
async function offered(login: string, { caseId }: { caseId: string }, asked: string, stepId = 'review') {
  const { body } = await ask(login, `/cases/${caseId}/steps/${encodeURIComponent(stepId)}/candidates?${asked}`);
  const items: unknown = body['items'];
  return Array.isArray(items) ? items.map(({ name }: { name: string }) => name) : body['code'];
}

async function inReview(): Promise<DrivenCase> {
  const it = await drivenCase(product);
  await accepted(it);
  return it;
}

const handOver = 'order=handOverTask&field=to';
const reassign = 'order=reassignTask&field=to';

describe('the people an order may name', () => {
  it('are colleagues with the post of the step, without who holds it, told to who may give the order', async () => {
    const it = await inReview();
    expect(await offered('jiangchengwen', it, handOver)).toEqual(['江承武']);
    expect(await offered('jiangkeming', it, reassign)).toEqual(['江承文', '江承武']);
    expect(await order('jiangchengwen', it, { type: 'claimTask', stepId: 'review' })).toBe(200);
    expect(await offered('jiangkeming', it, reassign)).toEqual(['江承武']);
    expect(await offered('jiangchengwu', it, handOver)).toBe('task-of-another');
    expect(await offered('jiangchengwen', it, reassign)).toBe('not-allowed');
    expect(await offered('yanduxing', it, reassign)).toBe('not-allowed');
  });

  it('come from anywhere for the officials among experts, a hundred at once, and never who handled the case', async () => {
    const it = await drivenCase(product);
    await accepted(it);
    expect(
      await order('jiangchengwen', it, { type: 'finishReview', stepId: 'review', outcome: 'pass', opinion: 'o' }),
    ).toBe(200);
    await started(it, { stepId: 'experts', by: 'caseOfficer', on: civilDateOf(product.now()) });
    const asked = 'order=finishExpertReview&field=officials';
    const url = `/cases/${it.caseId}/steps/experts/candidates?${asked}`;
    const { body } = await ask('jiangchengwu', url);
    expect(body).toMatchObject({ more: true });
    expect(body['items']).toHaveLength(100);
    const called = async (name: string) =>
      offered('jiangchengwu', it, `${asked}&name=${encodeURIComponent(name)}`, 'experts');
    expect(await called('池承武')).toEqual(['池承武']);
    expect([await called('江承文'), await called('江承武')]).toEqual([[], []]);
  });

  it('are not told of a case one does not see, of a step that is not open, or for what names nobody', async () => {
    const it = await inReview();
    const foreign = await ask('baikeming', `/cases/${it.caseId}/steps/review/candidates?${reassign}`);
    const none = await ask('baikeming', `/cases/${randomUUID()}/steps/review/candidates?${reassign}`);
    expect([foreign.status, foreign.body['detail']]).toEqual([404, none.body['detail']]);
    expect(await offered('jiangkeming', it, reassign, 'decision')).toBe('step-not-open');
    expect(await offered('jiangkeming', it, reassign, 'none#2')).toBe('step-not-open');
    for (const asked of [
      'order=reassignTask&field=reason',
      'order=reassignTask&field=__proto__',
      'order=claimTask&field=to',
      'order=nothing&field=to',
      'order=reassignTask',
      'field=to',
      '',
      `${reassign}&more=1`,
      `${reassign}&name=${'x'.repeat(101)}`,
    ]) {
      expect([asked, await offered('jiangkeming', it, asked)]).toEqual([asked, 'bad-request']);
    }
    for (const stepId of ['review#0', 'a b', '审查', 'x'.repeat(81)]) {
      expect([stepId, await offered('jiangkeming', it, reassign, stepId)]).toEqual([stepId, 'not-found']);
    }
    const anonymous = await app.inject({ url: `/api/v1/cases/${it.caseId}/steps/review/candidates?${reassign}` });
    expect(anonymous.statusCode).toBe(401);
  });
});

describe('the page of a case', () => {
  it('says who holds a step, whose turn it is, and who can do what the reader cannot', async () => {
    const it = await inReview();
    const open = (view: OkOf<'oneCase'>) => view.steps.find(({ id }) => id === 'review');
    const who = (view: OkOf<'oneCase'>, type: string) => {
      const found = view.allowed.find((one) => one.order === type);
      return [found?.refusedBecause?.code, found?.waitsFor.map(({ roleTitle, name }) => [roleTitle, name])];
    };
    const before = await viewOf('jiangchengwu', it);
    expect(open(before)).toMatchObject({
      handler: null,
      next: { role: 'caseOfficer', roleTitle: '承办人', name: '江承文、江承武' },
    });
    expect(who(before, 'finishReview')).toEqual([undefined, []]);
    expect(who(before, 'reassignTask')).toEqual(['not-allowed', [['科室负责人', '江科明']]]);
    await order('jiangchengwen', it, { type: 'claimTask', stepId: 'review' });
    const after = await viewOf('jiangchengwu', it);
    expect(open(after)).toMatchObject({
      handler: { id: idOf('jiangchengwen'), name: '江承文' },
      next: { role: 'caseOfficer', name: '江承文' },
    });
    expect(who(after, 'finishReview')).toEqual(['task-of-another', [['承办人', '江承文']]]);
    expect(who(after, 'claimTask')).toEqual(['task-of-another', [['承办人', '江承文']]]);
    expect(who(after, 'remind')).toEqual(['not-allowed', []]);
    expect(after.steps.find(({ id }) => id === 'intake')).toMatchObject({ handler: null, next: null });
  });

  it('names who must approve, and not oneself where one may not approve what one asked for', async () => {
    const it = await inReview();
    await reviewed(it, 'hearing');
    const asked = { type: 'requestUntimedStep', stepId: 'hearing', reason: 'r' };
    expect(await order('jiangtingyu', it, asked)).toBe(200);
    const view = await viewOf('jiangtingyu', it);
    const step = view.steps.find(({ id }) => id === 'hearing');
    expect(step).toMatchObject({ phase: 'requested', next: { roleTitle: '分管负责人', name: '江辅仁' } });
    const approve = view.allowed.find((one) => one.order === 'approveUntimedStep');
    expect(approve).toMatchObject({ waitsFor: [{ role: 'deputyHead', name: '江辅仁' }] });
  });

  it('fault E3, E4: shows what waits for an approval: whose, why, for how long, and what it does to the dates', async () => {
    const it = await inReview();
    await reviewed(it, 'hearing');
    const reason = '申请人要求听证。';
    expect(await order('jiangtingyu', it, { type: 'requestUntimedStep', stepId: 'hearing', reason })).toBe(200);
    for (const login of ['jiangtingyu', 'jiangfuren', 'jiangyingchun']) {
      const { asked, clocks } = await viewOf(login, it);
      expect(asked).toMatchObject([
        {
          origin: 'start',
          stepId: 'hearing',
          reason,
          requestedBy: '江听雨',
          limit: { count: 20, unit: 'workday' },
          basis: expect.stringContaining('第四十五条'),
          next: { role: 'deputyHead', roleTitle: '分管负责人', name: '江辅仁' },
        },
      ]);
      const moves = asked[0]?.effect ?? [];
      expect(moves.map(({ clock }) => clock)).toEqual(['statutory', 'promised']);
      for (const { clock, before, after } of moves) {
        expect(before).toBe(clocks.find(({ id }) => id === clock)?.dueOn);
        expect((after ?? '') > (before ?? '')).toBe(true);
      }
    }
    expect(await order('jiangfuren', it, { type: 'approveUntimedStep', stepId: 'hearing' })).toBe(200);
    expect((await viewOf('jiangtingyu', it)).asked).toEqual([]);
  });
});

// Last: who was disabled has to sign in again.
describe('a person who is disabled', () => {
  it('is not among those who are found by a part of the name', async () => {
    const it = await inReview();
    expect(await offered('jiangkeming', it, `${reassign}&name=${encodeURIComponent('武')}`)).toEqual(['江承武']);
    expect(await offered('jiangkeming', it, `${reassign}&name=${encodeURIComponent('%')}`)).toEqual([]);
    await setDisabled(product.db, { userId: idOf('jiangchengwu'), disabled: true, at: Date.now() });
    expect(await offered('jiangkeming', it, reassign)).toEqual(['江承文']);
    await setDisabled(product.db, { userId: idOf('jiangchengwu'), disabled: false, at: Date.now() });
  });
});
