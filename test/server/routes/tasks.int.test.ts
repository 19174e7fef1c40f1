import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../../contract/routes.ts';
import type { WorklistName } from '../../../contract/worklists.ts';
import { createToken } from '../../../db/people/tokens.ts';
import { setPosts } from '../../../db/people/users.ts';
import { people } from '../../../db/seed/people.ts';
import type { PersonSeed } from '../../../db/seed/people.ts';
import { addDemoPeople, openAppOver, personOf } from '../../support/api.ts';
import { accepted, drivenCase } from '../../support/driven-case.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { day } from '../../support/scene.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';

let product: TestProduct;
let app: FastifyInstance;
const tokens = new Map<string, string>();

const one = personOf('caseOfficer');
const other = personOfLogin('jiangchengwu');
const lead = personOf('windowLead');
const chief = personOf('sectionChief');
const deputy = personOf('deputyHead');
const supervisor = personOf('supervisor');
/** Of another department of the same city, where nothing of the case is seen. */
const neighbour = personOfLogin('fangchengwen');
const review = { stepId: 'review' } as const;

beforeAll(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
  await addDemoPeople(product.db);
  const { db, worlds, metrics, gateway } = product;
  ({ app } = await openAppOver({ db, worlds, metrics, gateway }));
  await product.startWorker();
});
afterAll(async () => {
  await app.close();
  await product.close();
});

function personOfLogin(login: string): PersonSeed {
  const found = people.find((person) => person.login === login);
  if (found === undefined) throw new Error(`expected ${login} among the demo people`);
  return found;
}

async function headersOf({ id }: PersonSeed): Promise<Record<string, string>> {
  const known = tokens.get(id);
  const expiresAt = Date.now() + 3_600_000;
  const token = known ?? (await createToken(product.db, { userId: id, title: 'test', expiresAt })).token;
  tokens.set(id, token);
  return { authorization: `Bearer ${token}` };
}

async function look<T>(who: PersonSeed, url: string): Promise<T> {
  const answer = await app.inject({ url: `/api/v1${url}`, headers: await headersOf(who) });
  expect([url, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([url, 200, '']);
  return answer.json<T>();
}

async function give(who: PersonSeed, caseId: string, payload: Record<string, unknown>): Promise<void> {
  const headers = { ...(await headersOf(who)), 'idempotency-key': randomUUID() };
  const answer = await app.inject({ method: 'POST', url: `/api/v1/cases/${caseId}/orders`, headers, payload });
  expect([payload['type'], answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([
    payload['type'],
    200,
    '',
  ]);
}

async function advance(days: number): Promise<void> {
  const headers = await headersOf(personOf('systemAdmin'));
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/business-clock/advance',
    headers,
    payload: { days },
  });
  expect(answer.statusCode).toBe(200);
}

async function acceptedCase(): Promise<string> {
  const { today } = await look<OkOf<'businessClock'>>(personOf('systemAdmin'), '/business-clock');
  const driven = await drivenCase(product, product.gateway, { filing: { receivedOn: day(today) } });
  await accepted(driven);
  return driven.caseId;
}

/** The tasks of a case in a list as `taskId handler`; the counter of the list is held against it. */
async function tasksIn(who: PersonSeed, list: WorklistName, caseId: string): Promise<string[]> {
  const { items } = await look<OkOf<'worklist'>>(who, `/worklists/${list}?limit=200`);
  const counters = await look<Record<string, number>>(who, '/worklists/counters');
  expect([list, counters[list]]).toEqual([list, items.length]);
  return items.filter((row) => row.caseId === caseId).map(({ taskId, handler }) => `${taskId} ${handler?.name ?? '-'}`);
}

async function warningOf(who: PersonSeed, to: 'me' | 'scope', o: { caseId: string; rung: string }) {
  const { items } = await look<OkOf<'listWarnings'>>(who, `/warnings?to=${to}&limit=200`);
  return items.find(({ caseId, rung }) => caseId === o.caseId && rung === o.rung);
}

describe('the lists of tasks', () => {
  it('move a task from 待认领 to who claimed it, and name them to everybody else', async () => {
    const caseId = await acceptedCase();
    for (const who of [one, other]) {
      expect(await tasksIn(who, 'claimable', caseId)).toEqual(['review -']);
      expect(await tasksIn(who, 'mine', caseId)).toEqual([]);
    }
    await give(one, caseId, { type: 'claimTask', ...review });
    expect(await tasksIn(one, 'mine', caseId)).toEqual([`review ${one.name}`]);
    expect(await tasksIn(other, 'mine', caseId)).toEqual([]);
    for (const who of [one, other]) {
      expect(await tasksIn(who, 'claimable', caseId)).toEqual([]);
      expect(await tasksIn(who, 'department', caseId)).toEqual([`review ${one.name}`]);
    }
    expect(await tasksIn(supervisor, 'department', caseId)).toEqual([`review ${one.name}`]);
    const view = await look<OkOf<'oneCase'>>(chief, `/cases/${caseId}`);
    expect(view.steps.find(({ id }) => id === 'review')?.handler).toEqual({ id: one.id, name: one.name });
    const board = await look<OkOf<'boardCases'>>(supervisor, '/board/cases?limit=200');
    expect(board.items.find((row) => row.caseId === caseId)?.handler?.name).toBe(one.name);
    await give(one, caseId, { type: 'releaseTask', ...review, reason: '改由他人办理' });
    expect(await tasksIn(other, 'claimable', caseId)).toEqual(['review -']);
  });

  it('show approvals as tasks of who is asked, and no step twice in the department', async () => {
    const caseId = await acceptedCase();
    await give(one, caseId, { type: 'finishReview', ...review, outcome: 'pass', opinion: '需评审' });
    await give(one, caseId, { type: 'requestUntimedStep', stepId: 'experts', reason: '依法需要' });
    await give(one, caseId, { type: 'requestExtension', count: 5, reason: '案情复杂' });
    for (const list of ['mine', 'waitingApproval'] as const) {
      expect(await tasksIn(chief, list, caseId)).toEqual(['start:experts -']);
      expect(await tasksIn(personOf('agencyHead'), list, caseId)).toEqual(['extension -']);
      expect(await tasksIn(deputy, list, caseId)).toEqual([]);
    }
    expect(await tasksIn(one, 'claimable', caseId)).toEqual([]);
    expect((await tasksIn(chief, 'department', caseId)).toSorted()).toEqual(['site -', 'start:experts -']);
    const { items } = await look<OkOf<'ledger'>>(chief, '/ledger?limit=200');
    const row = items.find((each) => each.caseId === caseId && each.stepId === 'experts');
    expect(row).toMatchObject({ nextRole: 'sectionChief', handler: null });
    await give(chief, caseId, { type: 'approveUntimedStep', stepId: 'experts' });
    await give(other, caseId, { type: 'claimTask', stepId: 'experts' });
    const after = await look<OkOf<'ledger'>>(chief, '/ledger?limit=200');
    expect(after.items.find((each) => each.caseId === caseId && each.stepId === 'experts')).toMatchObject({
      nextRole: 'caseOfficer',
      handler: { id: other.id, name: other.name },
    });
  });
});

describe('messages to a person', () => {
  it('reach them alone, and are read by them alone', async () => {
    const caseId = await acceptedCase();
    const of = async (who: PersonSeed, unread = '') => {
      const { items } = await look<OkOf<'listMessages'>>(who, `/messages?limit=200${unread}`);
      return items.filter((row) => row.caseId === caseId && row.kind === 'TaskHandedOver');
    };
    await give(one, caseId, { type: 'claimTask', ...review });
    await give(one, caseId, { type: 'handOverTask', ...review, to: other.id, reason: '出差' });
    const [message, ...more] = await of(other);
    expect([message?.read, more]).toEqual([false, []]);
    expect(await of(one)).toEqual([]);
    for (const who of [one, other]) {
      const headers = await headersOf(who);
      const url = `/api/v1/messages/${encodeURIComponent(message?.messageId ?? '')}/read`;
      expect(await of(other, '&unread=true')).toHaveLength(1);
      expect((await app.inject({ method: 'POST', url, headers })).statusCode).toBe(204);
    }
    expect(await of(other, '&unread=true')).toEqual([]);
  });
});

describe('fault A4: a late step', () => {
  it('tells who holds it; who was told may acknowledge for themselves, and the card stays open', async () => {
    const caseId = await acceptedCase();
    await give(one, caseId, { type: 'claimTask', ...review });
    await advance(16);
    const late = { caseId, rung: 'Y1-step' };
    const told = await warningOf(one, 'me', late);
    expect(told).toMatchObject({ level: 'yellow', open: true, seenAt: null });
    expect(await warningOf(other, 'me', late)).toBeUndefined();
    await give(one, caseId, { type: 'acknowledge', warningId: told?.warningId });
    expect(await warningOf(one, 'me', late)).toMatchObject({
      open: false,
      seenAt: expect.any(String),
      acknowledgedAt: null,
    });
    for (const [who, to] of [
      [lead, 'me'],
      [other, 'scope'],
      [supervisor, 'scope'],
    ] as const) {
      expect(await warningOf(who, to, late)).toMatchObject({ open: true, seenAt: null });
    }
    await give(lead, caseId, { type: 'acknowledge', warningId: told?.warningId });
    for (const who of [lead, other, supervisor]) {
      expect(await warningOf(who, 'scope', late)).toMatchObject({ open: false, acknowledgedAs: 'responsible' });
    }
  });
});

describe('fault A1: a red that its department acknowledged', () => {
  it('is closed for the department and still waits for the supervisor, in the list and on the board', async () => {
    const caseId = await acceptedCase();
    await advance(46);
    const reds = async (who: PersonSeed) => {
      const { items } = await look<OkOf<'boardCases'>>(who, '/board/cases?limit=200');
      return items.find((row) => row.caseId === caseId)?.redWarnings;
    };
    const red = { caseId, rung: 'R1' };
    const before = [await reds(lead), await reds(supervisor)];
    expect(before[0]).toBeGreaterThan(0);
    const { warningId } = (await warningOf(lead, 'me', red)) ?? {};
    await give(lead, caseId, { type: 'acknowledge', warningId });
    expect(await warningOf(lead, 'scope', red)).toMatchObject({ open: false });
    expect(await warningOf(supervisor, 'me', red)).toMatchObject({ open: true, acknowledgedAs: 'responsible' });
    expect([await reds(lead), await reds(supervisor)]).toEqual([Number(before[0]) - 1, before[1]]);
    await give(supervisor, caseId, { type: 'acknowledge', warningId });
    expect(await warningOf(supervisor, 'me', red)).toMatchObject({ open: false, acknowledgedAs: 'supervisor' });
    expect(await reds(supervisor)).toBe(Number(before[1]) - 1);
  });
});

describe('who sees a case', () => {
  it('is also who held a task and moved on, with masks; a stranger is answered as for an id that is none', async () => {
    const caseId = await acceptedCase();
    const answerTo = async (who: PersonSeed, id: string) => {
      const answer = await app.inject({ url: `/api/v1/cases/${id}`, headers: await headersOf(who) });
      const { requestId: _, instance: __, ...rest } = answer.json<Record<string, unknown>>();
      return [answer.statusCode, rest];
    };
    expect(await answerTo(neighbour, caseId)).toEqual(await answerTo(neighbour, randomUUID()));
    await give(chief, caseId, { type: 'reassignTask', ...review, to: other.id, reason: '改派' });
    await setPosts(product.db, other.id, neighbour.posts);
    tokens.delete(other.id);
    const [status, view] = await answerTo(other, caseId);
    expect([status, view]).toMatchObject([200, { masked: true }]);
    expect(await answerTo(neighbour, caseId)).toEqual(await answerTo(neighbour, randomUUID()));
    expect(await tasksIn(other, 'mine', caseId)).toEqual([]);
    await setPosts(product.db, other.id, [{ role: 'systemAdmin', departmentId: 'ln-biz' }]);
    tokens.delete(other.id);
    expect((await answerTo(other, caseId))[0]).toBe(404);
  });
});
