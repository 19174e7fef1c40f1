import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../../contract/routes.ts';
import { createToken } from '../../../db/people/tokens.ts';
import { addPerson, openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';
import { bringList } from '../../support/bring-list.ts';
import type { Import } from '../../support/bring-list.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => api.close());

const uscc = '11210100MB0000094D';
const codeOf = (n: number) => `${uscc}32101${String(n).padStart(5, '0')}000`;
const head = '部门,主项,事项名称,区划代码,实施编码,类型代码,部门编码';
const line = (n: number, name = `许可事项${n}`) => `市水务局,未分类,${name},210100,${codeOf(n)},1,${uscc}`;
const listOf = (...lines: string[]) => `\ufeff${[head, ...lines].join('\r\n')}\r\n`;
const implementing = async (csv: string) => bringList(api, { kind: 'implementing', csv });
const rowsOf = async (at: string, query = '') =>
  (await api.send('catalogueAdmin', 'GET', `${at}/rows${query}`)).json<OkOf<'importRows'>>();
const run = async (at: string) => (await api.send('catalogueAdmin', 'POST', `${at}/run`)).json<Import>();
const found = async (query: string) =>
  (await api.send('caseOfficer', 'GET', `/catalogue/entries?${query}`)).json<OkOf<'listEntries'>>();

describe('a list that is brought', () => {
  it('is compared row by row, taken, exported in the same form, and changes nothing when it comes again', async () => {
    const csv = listOf(line(1), line(2, '"取水（新办,变更）"'), line(3, '=1+1'));
    const first = await implementing(csv);
    expect(first.checked).toMatchObject({ state: 'checked', rows: 3, new: 3, same: 0, wrong: 0, taken: 0 });
    expect((await found('find=210100')).items).toEqual([]);
    expect(await run(first.at)).toMatchObject({ state: 'done', new: 3, taken: 3 });
    expect((await found('')).items.map(({ name, type, levels, basicCode }) => [name, type, levels, basicCode])).toEqual(
      [
        ['许可事项1', '01', '3', '210100001000'],
        ['取水（新办,变更）', '01', '3', '210100002000'],
        ['=1+1', '01', '3', '210100003000'],
      ],
    );
    const file = (await api.send('catalogueAdmin', 'GET', '/catalogue/entries.csv')).body;
    expect(file).toContain(`"'=1+1"`);
    const again = await implementing(file);
    expect(again.checked).toMatchObject({ rows: 3, new: 0, same: 3, changed: 0, wrong: 0 });
    expect(await run(again.at)).toMatchObject({ state: 'done', taken: 0 });
    expect((await implementing(csv)).checked).toMatchObject({ same: 3, changed: 0 });
  });

  it('says of each change what was before, and leaves alone what its file has no column for', async () => {
    const csv = `事项名称,区划代码,实施编码,类型代码,部门\n新名称,210100,${codeOf(1)},行政确认,市水务局\n`;
    const { at, checked } = await implementing(csv);
    expect(checked).toMatchObject({ rows: 1, changed: 1 });
    expect((await rowsOf(at)).items[0]?.changes).toEqual([
      { column: 'name', before: '许可事项1', after: '新名称' },
      { column: 'type', before: '01', after: '07' },
    ]);
    await run(at);
    const [entry] = (await found(`find=${encodeURIComponent('新名称')}`)).items;
    expect(entry).toMatchObject({ code: codeOf(1), type: '07', departmentCode: uscc });
  });

  it('names each wrong row by its line, in words and in a file that can be mended and brought again', async () => {
    const bad = [line(11), line(11, '同码'), line(12).replace('210100,', '510100,'), '市水务局,,,210100,X-1,77,'];
    const { at, checked } = await implementing(listOf(...bad));
    expect(checked).toMatchObject({ rows: 4, new: 1, wrong: 3 });
    const wrong = await rowsOf(at, '?only=wrong');
    expect(wrong.items.map((row) => [row.line, ...row.faults.map(({ why }) => why.zh)])).toEqual([
      [3, '编码与第 2 行重复'],
      [4, '510100 不在您管理的行政区划内'],
      [5, '事项名称未填写', '实施编码 X-1 不是已知的编码格式', '类型代码 77 不在代码表内'],
    ]);
    const { body, headers } = await api.send('catalogueAdmin', 'GET', `${at}/faults.csv`);
    expect(headers['content-disposition']).toContain(encodeURIComponent('目录-有误的行'));
    const mended = body.replace('X-1', codeOf(13)).replace(',77,', ',08,').replace('市水务局,,,', '市水务局,,奖励,');
    expect((await implementing(mended)).checked).toMatchObject({ rows: 3, new: 2, wrong: 1 });
    expect((await run(at)).taken).toBe(1);
  });

  it('is odd where a department has one name twice, and taken all the same', async () => {
    const { at, checked } = await implementing(listOf(line(21, '同名'), line(22, '同名')));
    expect(checked).toMatchObject({ new: 2, wrong: 0, remarked: 1 });
    const odd = await rowsOf(at, '?only=remarked');
    expect(odd.items.map((row) => [row.line, row.remarks[0]?.why.zh])).toEqual([[3, '本部门第 2 行有同名事项']]);
  });
});

describe('an import', () => {
  it('goes on where a crash or a closed page left it, a batch at a time, each taken once', async () => {
    const lines = Array.from({ length: 4_500 }, (_, at) => line(1_000 + at));
    const { at, checked } = await bringList(api, { kind: 'implementing', csv: listOf(...lines), part: 400 });
    expect(checked).toMatchObject({ new: 4_500 });
    expect(await run(at)).toMatchObject({ state: 'running', taken: 2_000 });
    // A transaction that ends in the middle leaves neither entries nor marks of them.
    await api.database.admin.query(
      `ALTER TABLE catalogue_entry ADD CONSTRAINT stop CHECK (code <> '${codeOf(4_000)}')`,
    );
    expect((await api.send('catalogueAdmin', 'POST', `${at}/run`)).statusCode).toBe(500);
    await api.database.admin.query('ALTER TABLE catalogue_entry DROP CONSTRAINT stop');
    const { items } = (await api.send('catalogueAdmin', 'GET', '/catalogue/imports')).json<OkOf<'listImports'>>();
    expect(items[0]).toMatchObject({ state: 'running', taken: 2_000 });
    expect(await run(at)).toMatchObject({ state: 'running', taken: 4_000 });
    expect(await run(at)).toMatchObject({ state: 'done', taken: 4_500 });
    expect((await api.send('catalogueAdmin', 'POST', `${at}/run`)).json().code).toBe('import-not-checked');
    const { rows } = await api.database.app.query(
      `SELECT count(*)::int AS n, max(revision) AS revision FROM catalogue_entry WHERE code >= $1 AND code <= $2`,
      [codeOf(1_000), codeOf(5_499)],
    );
    expect(rows).toEqual([{ n: 4_500, revision: 1 }]);
  });

  it('takes no row whose entry somebody changed since it was compared, and names it', async () => {
    const [mine, other] = [
      await implementing(listOf(line(1_000, '甲'))),
      await implementing(listOf(line(1_000, '乙'))),
    ];
    expect(await run(other.at)).toMatchObject({ state: 'done', taken: 1 });
    expect(await run(mine.at)).toMatchObject({ state: 'done', taken: 0, wrong: 1 });
    expect((await rowsOf(mine.at)).items[0]?.faults[0]?.why.zh).toContain('已被他人修改');
    expect((await found(`find=${codeOf(1_000)}`)).items[0]?.name).toBe('乙');
  });

  it('is made by who keeps the catalogue, and is there for nobody else', async () => {
    const { at } = await implementing(listOf(line(30)));
    const begin = { body: { kind: 'basic', fileName: 'x.csv' } };
    expect((await api.send('departmentAdmin', 'POST', '/catalogue/imports', begin)).json().code).toBe('not-allowed');
    expect((await api.send('departmentAdmin', 'GET', at)).json().code).toBe('not-allowed');
    const others = await addPerson(api.database, 'other-keeper', [{ role: 'catalogueAdmin', departmentId: 'ln-biz' }]);
    const { token } = await createToken(api.database.app, {
      userId: others,
      title: 'x',
      expiresAt: Date.now() + 60_000,
    });
    for (const [method, path] of [
      ['GET', at],
      ['GET', `${at}/rows`],
      ['GET', `${at}/faults.csv`],
      ['POST', `${at}/check`],
      ['POST', `${at}/run`],
    ] as const) {
      const answer = await api.send(null, method, path, { headers: { authorization: `Bearer ${token}` } });
      expect([path, answer.json().code]).toEqual([path, 'not-found']);
    }
    const rows = { body: { rows: [{ line: 9, cells: {} }] } };
    expect((await api.send('catalogueAdmin', 'PUT', `${at}/rows`, rows)).json().code).toBe('import-not-receiving');
    expect((await api.send('catalogueAdmin', 'POST', `${at}/check`)).json().code).toBe('import-not-receiving');
  });
});

it('the catalogue is searched by words of name and department and by codes, and counted', async () => {
  const of = async (words: string) => (await found(`find=${encodeURIComponent(words)}`)).items.map(({ name }) => name);
  expect(await of('取水')).toEqual(['取水（新办,变更）']);
  expect(await of('水务 变更')).toEqual(['取水（新办,变更）']);
  expect(await of('变更取水')).toEqual([]);
  expect(await of(codeOf(2).toLowerCase())).toEqual(['取水（新办,变更）']);
  expect(await of('210100002000')).toEqual(['取水（新办,变更）']);
  expect(await of('水')).toContain('取水（新办,变更）');
  expect(await of('%')).toEqual([]);
  expect((await found('type=07')).items.map(({ name }) => name)).toEqual(['新名称']);
  expect((await found('level=2')).items).toEqual([]);
  const page = await found('limit=2');
  const next = await found(`limit=2&cursor=${page.nextCursor ?? ''}`);
  expect([...page.items, ...next.items].map(({ code }) => code)).toEqual([1, 2, 3, 11].map(codeOf));
  const figures = (await api.send('caseOfficer', 'GET', '/catalogue/figures')).json<OkOf<'catalogueFigures'>>();
  const total = (await api.database.app.query('SELECT count(*)::int AS n FROM catalogue_entry')).rows[0];
  expect(figures.levels).toEqual([{ levels: '3', count: total.n }]);
  expect(figures.types.find(({ type }) => type === '07')?.count).toBe(1);
  expect(figures.departments).toEqual([{ department: '市水务局', region: '210100', count: total.n }]);
});

it('an entry stands beside its basic item, with what differs and the rule by which it should not', async () => {
  const basic = [
    '基本编码,事项名称,类型,设定依据',
    '210100001000,新名称,07,《条例》第一条',
    '210100002000,取水许可,01,',
  ];
  const { at, checked } = await bringList(api, { kind: 'basic', csv: basic.join('\n') });
  expect(checked).toMatchObject({ new: 2, wrong: 0 });
  await run(at);
  const one = async (kind: string, code: string) =>
    (await api.send('caseOfficer', 'GET', `/catalogue/entries/${kind}/national/${code}`)).json<OkOf<'oneEntry'>>();
  const { entry, basic: found, rule, differences } = await one('implementing', codeOf(2));
  expect([entry.name, found?.name, rule?.zh.slice(0, 4)]).toEqual(['取水（新办,变更）', '取水许可', '四级四同']);
  expect(differences).toEqual([{ column: 'name', basic: '取水许可', own: '取水（新办,变更）' }]);
  expect(await one('implementing', codeOf(1))).toMatchObject({
    basic: { legalBasis: '《条例》第一条' },
    differences: [],
  });
  expect(await one('implementing', codeOf(3))).toMatchObject({ basic: null, differences: [] });
  expect(await one('basic', '210100002000')).toMatchObject({ basic: null, rule: null });
  expect(await one('basic', '999999999999')).toMatchObject({ code: 'not-found' });
  expect((await listed('differs=true')).map(({ code }) => code)).toEqual([codeOf(2)]);
  expect((await listed('kind=basic')).map(({ name }) => name)).toEqual(['新名称', '取水许可']);
});

async function listed(query: string) {
  return (await found(query)).items;
}
