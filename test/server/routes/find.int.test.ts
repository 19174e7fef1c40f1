import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../../contract/routes.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import { applyFacts } from '../../../db/journal/apply.ts';
import { createWorlds } from '../../../db/journal/worlds.ts';
import { definitionSha256 } from '../../../domain/flow/canonical.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import type { Role } from '../../../domain/people/roles.ts';
import { openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';
import { publishTestFlow, stored, uuidOf } from '../../support/played-case.ts';
import { Scene } from '../../support/scene.ts';
import { testFlow } from '../../support/flow-fixture.ts';

interface Filed {
  readonly day: string;
  readonly serial: string;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly idNo: string;
  readonly phone: string;
  readonly form: Readonly<Record<string, string | number>>;
  readonly number: string;
}

const company: Filed = {
  day: '2026-03-02',
  serial: '0001',
  kind: 'organisation',
  name: '沈阳浑河供水有限公司',
  idNo: '91210100MA0D3M0138',
  phone: '13900001000',
  form: { place: '浑南区东陵路12号院 取水口', head: '李时珍', years: 5 },
  number: '沈水许受〔2026〕12号',
};
const person: Filed = {
  day: '2026-03-04',
  serial: '0007',
  kind: 'person',
  name: '张三丰',
  idNo: '210102199003070011',
  phone: '13900002345',
  form: { place: '和平区，值班电话02431234567转接', head: '' },
  number: '辽（2026）取水第0112号',
};
const filed = [company, person];

/** The flow of the scenes with a form. */
const flow: FlowDefinition = {
  ...testFlow,
  form: [
    { key: 'place', title: '取水地点', type: 'text', required: false },
    { key: 'head', title: '法定代表人姓名', type: 'text', required: false },
    { key: 'years', title: '年限', type: 'number', required: false },
  ],
};
const numberOf = ({ day, serial }: { day: string; serial: string }) =>
  `${testFlow.itemCode}${day.replaceAll('-', '')}${serial}`;

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await publishTestFlow(api.database.app);
  await api.database.app.query(
    `INSERT INTO flow_version (id, item_code, version, status, definition, sha256, findings, drafted_by, published_by, published_at)
      SELECT $1, item_code, 2, status, $2, $3, findings, drafted_by, published_by, published_at FROM flow_version WHERE id = $4`,
    [uuidOf('flow with a form'), JSON.stringify(flow), definitionSha256(flow), uuidOf('flow')],
  );
  for (const one of filed) await keep(one);
});
afterAll(() => api.close());

async function keep(one: Filed): Promise<void> {
  const caseId = uuidOf(numberOf(one));
  const { kind, name, idNo, phone } = one;
  const texts = { a: { kind, name, idNo }, c: { name: '钱经理', phone }, f: one.form };
  for (const [digest, content] of Object.entries(texts))
    await api.database.app.query('INSERT INTO case_text VALUES ($1, $2, $3)', [
      caseId,
      digest,
      JSON.stringify(content),
    ]);
  const { facts } = stored(new Scene(one.day, {}, flow), numberOf(one));
  await openOperations(api.database.app, caseId, facts);
  await applyFacts(api.database.app, createWorlds(api.database.app), { caseId, facts });
  await api.database.app.query(
    `INSERT INTO document_number (op_id, department_id, kind, year, text, state, case_id, at)
      VALUES ($1, 'sy-water', 'acceptanceNotice', 2026, $2, 'used', $3, '2026-03-05')`,
    [uuidOf(`number of ${numberOf(one)}`), one.number, caseId],
  );
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
  ['its serial without the zeros', '07', person.name],
  ['the beginning of a case number', `${testFlow.itemCode}20260302`, company.name],
  ['the number of a document', '沈水许受〔2026〕12号', company.name],
  ['the number of a document, in other brackets and widths', '沈水许受 （２０２６） 12', company.name],
  ['year and serial of a document', '2026 12号', company.name],
  ['the end of a document number from its word on', '许受[2026]12', company.name],
  ['the number of a certificate without its zeros', '辽〔2026〕取水112', person.name],
  ['year and serial of a certificate that has words between them', '2026 112', person.name],
  ['words of the form', '东陵路12号院取水', company.name],
  ['the whole name of a person in the form', '李时珍', company.name],
  ['a phone among the words of the form', '02431234567', person.name],
  ['several words of different parts', '取水口  浑河供水', company.name],
  ['a name and the end of a number', '张三丰 0011', person.name],
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
    expect(await names('supervisor', { find: '东陵路' })).toEqual([]);
    expect(await names('supervisor', { find: company.number })).toEqual(['沈****']);
    for (const find of [
      '河浑',
      '三张',
      '9999',
      '00',
      '%%%%',
      "'; --",
      '三丰',
      '时珍',
      '243123',
      '供水 三丰',
      '供水口',
      '2026 1',
      '准2026 12',
    ])
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

  it.each([
    ['windowClerk', '/worklists/department?receivedFrom=2026-03-04&receivedTo=2026-03-03', '/query/receivedTo'],
    ['windowClerk', '/worklists/closed?receivedFrom=2026-03-04&receivedTo=2026-03-03', '/query/receivedTo'],
    ['auditAdmin', '/audit?from=2026-03-04&to=2026-03-03', '/query/to'],
    ['auditAdmin', '/audit.csv?from=2026-03-04&to=2026-03-03', '/query/to'],
  ] as const)('refuses to %s days that end before they begin: %s', async (who, url, pointer) => {
    const answer = await api.send(who, 'GET', url);
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer, code: 'days-reversed' }] });
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

  it('says what of the case was meant, and never whose number it is', async () => {
    const why = async (words: string) => (await found('windowClerk', words)).items.map(({ foundBy }) => foundBy);
    const plain = (by: string) => ({ by, detail: null });
    expect(await why('2026-12')).toEqual([[{ by: 'document', detail: company.number }]]);
    expect(await why('东陵路12')).toEqual([[{ by: 'form', detail: '取水地点' }]]);
    expect(await why('02431234567')).toEqual([[{ by: 'form', detail: '取水地点' }]]);
    expect(await why('0011')).toEqual([[plain('applicantIdNo')]]);
    expect(await why('13900002345')).toEqual([[plain('contactPhone')]]);
    expect(await why('202603040007')).toEqual([[plain('caseNo')]]);
    expect(await why('取水口 浑河供水')).toEqual([[{ by: 'form', detail: '取水地点' }, plain('applicantName')]]);
    const [seen] = (await found('supervisor', company.number)).items;
    expect(seen?.foundBy).toEqual([{ by: 'document', detail: company.number }]);
  });

  it('finds no number that is void or only taken', async () => {
    const text = '沈水许受〔2026〕99号';
    await api.database.app.query(
      `INSERT INTO document_number (op_id, department_id, kind, year, text, state, case_id, at)
        VALUES ($1, 'sy-water', 'acceptanceNotice', 2026, $2, 'reserved', $3, '2026-03-05')`,
      [uuidOf('void'), text, uuidOf(numberOf(company))],
    );
    expect((await found('windowClerk', text)).items).toEqual([]);
  });

  it('has the words of a case again as they were from what is kept', async () => {
    const words = async () => (await api.database.admin.query('SELECT * FROM case_find ORDER BY case_id')).rows;
    const before = await words();
    await api.database.admin.query('UPDATE case_find SET words = find_words(case_id)');
    expect(await words()).toEqual(before);
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
      const phone = `139111100${n}`;
      const number = `沈水许准〔2025〕${n}号`;
      await keep({ ...company, day: `2026-03-${n}`, name: '同名公司', idNo, phone, form: {}, number });
    }
    const { items, more } = await found('windowClerk', '同名公司');
    expect(items.map(({ receivedOn }) => receivedOn.slice(-2))).toEqual('19 18 17 16 15 14 13 12'.split(' '));
    expect(more).toBe(true);
    expect((await found('windowClerk', '201603071')).items).toEqual([]);
  });
});

describe('the cases opened last', () => {
  /** A minute after whatever was opened before. */
  const open = async (who: Role, caseId: string) => {
    await api.database.app.query(`UPDATE case_opened SET at = at - interval '1 minute'`);
    return (await api.send(who, 'PUT', `/finder/recent/${caseId}`)).statusCode;
  };
  const opened = async (who: Role) =>
    (await api.send(who, 'GET', '/finder/recent')).json<OkOf<'recentCases'>>().items.map(({ caseNo }) => caseNo);
  const idOf = (one: Filed) => uuidOf(numberOf(one));

  it('are the person’s own, newest first, each once', async () => {
    expect(await opened('windowClerk')).toEqual([]);
    for (const one of [company, person, company]) expect(await open('windowClerk', idOf(one))).toBe(204);
    expect(await opened('windowClerk')).toEqual([numberOf(company), numberOf(person)]);
    expect(await opened('caseOfficer')).toEqual([]);
  });

  it('are no foreign ones, and not those that the person no longer sees', async () => {
    expect(await open('systemAdmin', idOf(company))).toBe(404);
    expect(await open('windowClerk', uuidOf('none'))).toBe(404);
    await open('caseOfficer', idOf(company));
    expect(await opened('caseOfficer')).toEqual([numberOf(company)]);
    const who = `(SELECT id FROM app_user WHERE login = $1)`;
    await api.database.app.query(`UPDATE case_opened SET user_id = ${who} WHERE user_id = ${who.replace('$1', '$2')}`, [
      api.personOf('systemAdmin').login,
      api.personOf('caseOfficer').login,
    ]);
    expect(await opened('systemAdmin')).toEqual([]);
  });

  it('are ten at most', async () => {
    const mine = Array.from({ length: 9 }, (_, n) => ({ ...company, day: `2026-03-${n + 11}` }));
    for (const one of [person, company, ...mine]) await open('windowClerk', idOf(one));
    expect(await opened('windowClerk')).toEqual([...mine.toReversed(), company].map(numberOf));
    const { rowCount } = await api.database.app.query('SELECT * FROM case_opened');
    expect(rowCount).toBe(10 + 1);
  });
});
