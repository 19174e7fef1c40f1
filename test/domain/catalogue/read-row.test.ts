import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../domain/catalogue/columns.ts';
import { readRow } from '../../../domain/catalogue/read-row.ts';
import type { Cells } from '../../../domain/catalogue/read-row.ts';

const good: Cells = {
  department: '区住建局',
  mainName: '未分类',
  name: '燃气经营许可证核发',
  region: '511602000000',
  code: '511A0080800002-511602000000-000-11511301008778255F-1-00',
  type: '1',
  departmentCode: '11511301008778255F',
};
const read = (change: Cells = {}) => readRow('implementing', { ...good, ...change }, ['511600']);
const says = (change: Cells) => read(change).faults.map(({ column, why }) => [column, why.zh]);

describe('a row of an implementation list', () => {
  it('says what it says, in the codes of the standard, and nothing of what it has no column for', () => {
    expect(read()).toEqual({
      scheme: 'dashed',
      code: good.code,
      fields: {
        type: '01',
        name: '燃气经营许可证核发',
        department: '区住建局',
        mainName: '',
        region: '511602000000',
        departmentCode: '11511301008778255F',
        basicCode: '511A0080800002',
        levels: '4',
      },
      faults: [],
      remarks: [],
    });
    const words = { type: '行政确认', state: '暂停', levels: '省级、市级', legalBasis: '依据' };
    expect(read(words).fields).toMatchObject({ type: '07', state: '2', levels: '2^3', legalBasis: '依据' });
  });

  it.each<[Cells, string, string]>([
    [{ name: '' }, 'name', '事项名称未填写'],
    [{ type: '33' }, 'type', '类型代码 33 不在代码表内'],
    [{ state: '5' }, 'state', '事项状态 5 不在代码表内'],
    [{ levels: '3^9' }, 'levels', '行使层级 3^9 不在代码表内'],
    [{ code: 'E-000021-001-1111' }, 'code', '实施编码 E-000021-001-1111 不是已知的编码格式'],
    [{ region: '5116' }, 'region', '区划代码 5116 不是 6、9 或 12 位数字'],
    [{ region: '511603000000' }, 'region', '区划代码 511603000000 与实施编码中的 511602000000 不一致'],
    [{ departmentCode: '11511301008778255G' }, 'departmentCode', '校验码不符'],
    [{ basicCode: '511A0080800003' }, 'basicCode', '与实施编码中的 511A0080800002 不一致'],
    [{ name: '许'.repeat(1_001) }, 'name', '事项名称超过 1000 字'],
    [{ name: '许可\u0000' }, 'name', '有不能识别的字符'],
  ])('is not taken, by its cell and in words: %o', (change, column, words) => {
    const cells =
      change.name?.includes('\u0000') === true ? { name: change.name.replaceAll('\u0000', '\ufffd') } : change;
    expect(says(cells).filter(([at]) => at === column)).toEqual([[column, expect.stringContaining(words)]]);
  });

  it('is nobody’s but of who keeps the catalogue of its region', () => {
    const of = (...keeps: string[]) => readRow('implementing', good, keeps).faults.map(({ column }) => column);
    expect([of('510000'), of('511600'), of('210000'), of('511603'), of()]).toEqual([
      [],
      [],
      ['region'],
      ['region'],
      ['region'],
    ]);
  });

  it('is taken with remarks where its agency is odd, or is another one in the code', () => {
    const { faults, remarks } = read({ departmentCode: '1151130108778239R_6918' });
    expect(faults).toEqual([]);
    expect(remarks.map(({ why }) => why.zh)).toEqual([
      '1151130108778239R_6918 只有 17 位，疑似统一社会信用代码缺一位',
      '实施编码中的机构是 11511301008778255F，与部门编码不同',
    ]);
  });
});

it('a row of the basic catalogue is of a province or the nation, and kept by who keeps a province', () => {
  const cells = { code: '210100001000', name: '取水许可', type: '01' };
  const of = (code: string, ...keeps: string[]) =>
    readRow('basic', { ...cells, code }, keeps).faults.map(({ why }) => why.zh);
  expect(of('210100001000', '210000')).toEqual([]);
  expect(of('000100001000', '210000')).toEqual([]);
  expect(of('210100001000', '210100')).toEqual(['210000 不在您管理的行政区划内']);
  expect(of('000100001000', '210100')).toEqual(['000000 不在您管理的行政区划内']);
  expect(of('21010000100', '210000')).toEqual(['基本编码 21010000100 不是已知的编码格式']);
});

describe('the columns of a file', () => {
  it('are guessed by the words above them, each once', () => {
    const heads = ['部门', '主项', '事项名称', '区划代码', '实施编码', '类型代码', '部门编码'];
    expect(guessColumns('implementing', heads)).toEqual({
      department: 0,
      mainName: 1,
      name: 2,
      region: 3,
      code: 4,
      type: 5,
      departmentCode: 6,
    });
    const others = ['序号', '基本编码', '事项名称*', '事项类型（代码）', ' 设定 依据 ', '状态'];
    expect(guessColumns('basic', others)).toEqual({ code: 1, name: 2, type: 3, legalBasis: 4, state: 5 });
    expect(guessColumns('implementing', ['基本编码', '实施编码'])).toEqual({ basicCode: 0, code: 1 });
    expect(guessColumns('implementing', ['什么', ''])).toEqual({});
  });
});
