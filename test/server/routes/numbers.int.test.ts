import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../../contract/routes.ts';
import { applyFacts } from '../../../db/journal/apply.ts';
import { openIntent } from '../../../db/journal/open-intent.ts';
import { refuseIntent } from '../../../db/journal/settle.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import type { Role } from '../../../domain/people/roles.ts';
import { openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';
import { longStory, publishTestFlow, stored } from '../../support/played-case.ts';

let api: TestApi;
const played = stored(longStory(), '210100000000000000');
const grant = { departmentId: 'sy-water', kind: 'grantDecision' };
const pattern = '沈水许〔{年}〕{号}号';

beforeAll(async () => {
  api = await openTestApi();
  await publishTestFlow(api.database.admin);
  const { app } = api.database;
  await openOperations(app, played.caseId, played.facts);
  await applyFacts(app, api.deps.worlds, { caseId: played.caseId, facts: played.facts });
});
afterAll(async () => api.close());

const put = async (who: Role, body: object) => api.send(who, 'PUT', '/number-patterns', { body });
const enforce = async (who: Role, body: object) => api.send(who, 'POST', '/number-patterns/in-force', { body });
async function patternsOf(who: Role) {
  const { items } = (await api.send(who, 'GET', '/number-patterns')).json<OkOf<'numberPatterns'>>();
  return items.find(({ departmentId }) => departmentId === 'sy-water');
}
async function rowsOf(who: Role, query = '') {
  return (await api.send(who, 'GET', `/document-numbers${query}`)).json<OkOf<'documentNumbers'>>().items;
}

/** Draws a number as an order of the case officer would; answers the operation. */
async function draw(): Promise<string> {
  const opId = randomUUID();
  await openIntent(api.database.app, {
    opId,
    caseId: played.caseId,
    actor: { id: api.personOf('caseOfficer').id, posts: [] },
    receivedAt: Date.UTC(2026, 2, 24, 2),
    bodyHash: opId,
    leaseMs: 60_000,
    people: [],
    texts: [],
    order: { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '' },
    durable: true,
    number: { paper: 'grantDecision', year: 2026, typed: '' },
  });
  return opId;
}

describe('the pattern of a department', () => {
  it('is proposed by who answers for it or administers it, and comes into force by a second person', async () => {
    expect((await put('caseOfficer', { ...grant, pattern })).json()).toMatchObject({ code: 'not-allowed' });
    expect((await put('departmentAdmin', { ...grant, departmentId: 'sy-health', pattern })).statusCode).toBe(403);
    expect((await put('departmentAdmin', { ...grant, pattern })).statusCode).toBe(204);
    expect((await enforce('departmentAdmin', grant)).json()).toMatchObject({ code: 'pattern-same-person' });
    expect((await enforce('caseOfficer', grant)).statusCode).toBe(403);
    const before = (await patternsOf('sectionChief'))?.kinds.find(({ kind }) => kind === 'grantDecision');
    expect(before).toMatchObject({ pattern: null, next: null, proposed: pattern, enforce: null });
    expect(before?.proposedNext).toMatch(/^沈水许〔\d{4}〕1号$/);
    expect((await enforce('sectionChief', grant)).statusCode).toBe(204);
    expect((await enforce('sectionChief', grant)).json()).toMatchObject({ code: 'pattern-not-proposed' });
    const after = (await patternsOf('caseOfficer'))?.kinds.find(({ kind }) => kind === 'grantDecision');
    expect(after).toMatchObject({ pattern, proposed: null, inForceBy: api.personOf('sectionChief').name });
    expect((await patternsOf('caseOfficer'))?.propose).toBe('由本部门负责人员或者部门管理员办理');
  });

  it.each([
    ['{年}{号}', 422, 'pattern-wrong'],
    ['沈水许', 422, 'pattern-wrong'],
    ['   ', 400, 'bad-request'],
  ])('%j is refused and changes nothing', async (bad, status, code) => {
    const before = await patternsOf('departmentAdmin');
    const refused = await put('departmentAdmin', { ...grant, pattern: bad });
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([status, code]);
    const unnumbered = await put('departmentAdmin', { ...grant, kind: 'receipt', pattern });
    expect(unnumbered.statusCode).toBe(400);
    expect(await patternsOf('departmentAdmin')).toEqual(before);
  });
});

describe('the number register', () => {
  it('lists each number with its state and why, to the department and who watches its region, and to nobody else', async () => {
    const [refused] = [await draw(), await draw()];
    await refuseIntent(api.database.app, { opId: refused, attempt: 1, status: 409, answer: {} });
    const rows = await rowsOf('caseOfficer');
    expect(
      rows
        .map(({ text, state, why, by }) => [text, state, why.zh, by])
        .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
    ).toEqual([
      ['沈水许〔2026〕1号', 'void', '办理未成功，该编号没有文书，不再使用。', api.personOf('caseOfficer').name],
      ['沈水许〔2026〕2号', 'reserved', '操作正在办理。', api.personOf('caseOfficer').name],
    ]);
    expect(await rowsOf('supervisor')).toEqual(rows);
    expect(await rowsOf('systemAdmin')).toEqual([]);
    expect((await rowsOf('caseOfficer', '?state=void')).map(({ text }) => text)).toEqual(['沈水许〔2026〕1号']);
    expect(await rowsOf('caseOfficer', '?kind=certificate')).toEqual([]);
    expect((await rowsOf('caseOfficer', `?words=${encodeURIComponent('2号')}`)).length).toBe(1);
    const [first] = (await api.send('caseOfficer', 'GET', '/document-numbers?limit=1')).json<OkOf<'documentNumbers'>>()
      .items;
    expect(first).toEqual(rows[0]);
  });

  it('is a file as well, with a row a number', async () => {
    const csv = await api.send('caseOfficer', 'GET', '/document-numbers.csv?state=void');
    expect(csv.statusCode).toBe(200);
    expect(csv.body.trim().split('\r\n')).toHaveLength(2);
    expect(csv.body).toContain('沈水许〔2026〕1号,准予行政许可决定书');
  });
});
