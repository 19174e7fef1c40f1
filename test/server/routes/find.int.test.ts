import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../../contract/routes.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import { applyFacts } from '../../../db/journal/apply.ts';
import { createWorlds } from '../../../db/journal/worlds.ts';
import type { Role } from '../../../domain/people/roles.ts';
import { openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';
import { publishTestFlow, stored, uuidOf } from '../../support/played-case.ts';
import { Scene } from '../../support/scene.ts';
import { testFlow } from '../../support/flow-fixture.ts';

const filed = [
  { day: '2026-03-02', serial: '0001', name: '沈阳浑河供水有限公司', idNo: '91210100MA0D3M0138', phone: '13900001000' },
  { day: '2026-03-04', serial: '0007', name: '张三丰', idNo: '210102199003070011', phone: '13900002345' },
] as const;
const [company, person] = filed;
const numberOf = ({ day, serial }: { day: string; serial: string }) =>
  `${testFlow.itemCode}${day.replaceAll('-', '')}${serial}`;

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await publishTestFlow(api.database.app);
  for (const one of filed) await keep(one);
});
afterAll(() => api.close());

async function keep(one: { day: string; serial: string; name: string; idNo: string; phone: string }): Promise<void> {
  const caseId = uuidOf(numberOf(one));
  const texts = { a: { kind: 'person', name: one.name, idNo: one.idNo }, c: { name: '钱经理', phone: one.phone } };
  for (const [digest, content] of Object.entries(texts))
    await api.database.app.query('INSERT INTO case_text VALUES ($1, $2, $3)', [
      caseId,
      digest,
      JSON.stringify(content),
    ]);
  const { facts } = stored(new Scene(one.day), numberOf(one));
  await openOperations(api.database.app, caseId, facts);
  await applyFacts(api.database.app, createWorlds(api.database.app), { caseId, facts });
}

async function names(who: Role, query: Record<string, string>, list = 'department'): Promise<string[]> {
  const answer = await api.send(who, 'GET', `/worklists/${list}?${new URLSearchParams(query).toString()}`);
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
  return answer.json<OkOf<'worklist'>>().items.map(({ applicant }) => applicant);
}

/** What is typed, and whom it finds; null: all. */
const ways: readonly [what: string, words: string, wanted: string | null][] = [
  ['a part of the applicant’s name', '浑河供水', company.name],
  ['a whole name, in other widths and with blanks', '张 三丰', person.name],
  ['a contact', '钱经理', null],
  ['the number of a paper', '91210100ma0d3m0138', company.name],
  ['its last four signs', '0011', person.name],
  ['a phone', '13900002345', person.name],
  ['the end of a phone', '2345', person.name],
  ['the end of a case number', '202603040007', person.name],
  ['the beginning of a case number', `${testFlow.itemCode}20260302`, company.name],
];

describe('fault E1: a list', () => {
  it('names the applicant to who handles the case, and to others the first character', async () => {
    expect(new Set(await names('windowClerk', {}))).toEqual(new Set(filed.map(({ name }) => name)));
    expect(new Set(await names('supervisor', {}))).toEqual(new Set(['沈****', '张**']));
  });

  it.each(ways)('finds by %s', async (_, find, wanted) => {
    const all = filed.map(({ name }) => name);
    expect(new Set(await names('windowClerk', { find }))).toEqual(new Set(wanted === null ? all : [wanted]));
    expect(await names('windowClerk', { find }, 'closed')).toEqual([]);
  });

  it('finds nobody by name for who does not handle the cases, nor by what is not there', async () => {
    expect(await names('supervisor', { find: '张三丰' })).toEqual([]);
    expect(await names('supervisor', { find: '13900002345' })).toEqual([]);
    expect(await names('supervisor', { find: '202603040007' })).toEqual(['张**']);
    for (const find of ['河浑', '三张', '9999', '00', '%%%%', "'; --"])
      expect([find, await names('windowClerk', { find })]).toEqual([find, []]);
  });

  it('is narrowed to days of receipt, and sorted by them, newest first', async () => {
    const both = [person.name, company.name];
    expect(await names('windowClerk', { sort: 'received' })).toEqual(both);
    expect(await names('windowClerk', { receivedFrom: '2026-03-03' })).toEqual([person.name]);
    expect(await names('windowClerk', { receivedTo: '2026-03-03' })).toEqual([company.name]);
    expect(await names('supervisor', { receivedFrom: '2026-03-02', receivedTo: '2026-03-04' })).toEqual([
      '张**',
      '沈****',
    ]);
    expect(await names('windowClerk', { receivedTo: '2026-03-03' }, 'finished')).toEqual([]);
  });
});

describe('the finder', () => {
  const find = async (who: Role, words: string) => api.send(who, 'GET', `/finder?words=${encodeURIComponent(words)}`);
  const found = async (who: Role, words: string) => {
    const answer = await find(who, words);
    expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
    return answer.json<OkOf<'findCases'>>();
  };

  it.each(ways)('finds by %s', async (_, words, wanted) => {
    const { items, more } = await found('windowClerk', words);
    const all = filed.map(({ name }) => name);
    expect(new Set(items.map(({ applicant }) => applicant))).toEqual(new Set(wanted === null ? all : [wanted]));
    expect(more).toBe(false);
  });

  it('finds by number alone, and masks whom, for who does not handle the case; nothing for who only keeps the system', async () => {
    expect((await found('supervisor', '张三丰')).items).toEqual([]);
    const [one] = (await found('supervisor', '202603040007')).items;
    expect(one).toMatchObject({ applicant: '张**', caseNo: numberOf(person), status: 'open', receivedOn: person.day });
    expect((await found('systemAdmin', '202603040007')).items).toEqual([]);
  });

  it('finds nothing by a number of which too little is typed: it answered 500', async () => {
    for (const words of ['-0', '26', '202']) expect((await found('windowClerk', words)).items).toEqual([]);
  });

  it('refuses what is too short or too long at its field', async () => {
    for (const words of ['张', '张'.repeat(61)]) {
      const answer = await find('windowClerk', words);
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: 'bad-request', errors: [{ pointer: '/query/words' }] });
    }
    expect((await find('windowClerk', '张三丰')).statusCode).toBe(200);
  });

  it('shows the newest eight and says that there are more', async () => {
    for (let n = 11; n <= 19; n += 1) {
      const idNo = `2101021990030700${n}`;
      await keep({ day: `2026-03-${n}`, serial: '0001', name: '同名公司', idNo, phone: `139111100${n}` });
    }
    const { items, more } = await found('windowClerk', '同名公司');
    expect(items.map(({ receivedOn }) => receivedOn.slice(-2))).toEqual('19 18 17 16 15 14 13 12'.split(' '));
    expect(more).toBe(true);
    expect((await found('windowClerk', '201603071')).items).toEqual([]);
  });
});
