import { describe, expect, it } from 'vitest';
import { basicCode, implementingCode, levelOfRegion, oddAgency, regionIn } from '../../../domain/catalogue/codes.ts';
import { itemSeeds } from '../../../db/seed/items/index.ts';

describe('codes of items', () => {
  it('are of the nation: agency, level and basic code (domain.md 3.3)', () => {
    expect(implementingCode('12441500196720244T3442199806003')).toEqual({
      scheme: 'national',
      code: '12441500196720244T3442199806003',
      basic: '442199806003',
      agency: '12441500196720244T',
      region: '',
      level: '3',
    });
    expect(implementingCode('12441500196720244T344219980600301')?.basic).toBe('442199806003');
    for (const { item } of itemSeeds) {
      expect(implementingCode(item.code)).toMatchObject({ scheme: 'national', basic: item.basicCode });
      expect(basicCode(item.basicCode)?.scheme).toBe('national');
    }
  });

  it('are parted by dashes where a province has it so, with an agency that may hold a dash itself', () => {
    expect(implementingCode('511z07001006-511602000000-000-11511301008778183N-1-00')).toEqual({
      scheme: 'dashed',
      code: '511Z07001006-511602000000-000-11511301008778183N-1-00',
      basic: '511Z07001006',
      agency: '11511301008778183N',
      region: '511602000000',
      level: '',
    });
    expect(implementingCode('512C0107400001-511602000000-000-00877868-5-1-00')?.agency).toBe('00877868-5');
    expect(implementingCode('G-000006-001-511602000000-000-11511301008778490F-1-00')?.basic).toBe('G-000006-001');
    expect(basicCode('511A0080800002')).toMatchObject({ scheme: 'dashed', basic: '511A0080800002' });
  });

  it.each([
    'E-000021-001-1111111111111111',
    'A-005818-5818-511602000000-000-115113010087783353-1-00',
    'H-000185-001-4444444444',
    '12441500196720244T344219980600',
    '未填',
  ])('are of no scheme: %s', (code) => {
    expect(implementingCode(code)).toBeNull();
    expect(basicCode(code)).toBeNull();
  });
});

describe('codes of agencies', () => {
  it('are right, or wrong by their check character where they have 18 places', () => {
    expect(oddAgency('11511301008778183N')).toBeNull();
    expect(oddAgency('1251130145226113XA')).toBeNull();
    expect(oddAgency('11511301008778183P')).toMatchObject({ error: true });
    expect(oddAgency('TE5116020105116050')).toMatchObject({ error: true });
  });

  it.each([
    ['00877868-5', '是原组织机构代码'],
    ['00877836X', '是原组织机构代码'],
    ['00877868-6', '校验码不符'],
    ['1151130000877869M', '只有 17 位'],
    ['1151130108778239R_6918', '只有 17 位'],
    ['4588062259066118144', '不是统一社会信用代码'],
    ['8282348', '不是统一社会信用代码'],
  ])('are odd, which is said: %s %s', (code, says) => {
    const found = oddAgency(code);
    expect(found?.error).toBe(false);
    expect(found?.why.zh).toContain(says);
  });
});

describe('codes of regions', () => {
  it('have 6, 9 or 12 places, and say a level by what they leave open', () => {
    expect(regionIn('511602000000')).toBe('511602');
    expect(regionIn('21010')).toBeNull();
    expect(regionIn('辽宁')).toBeNull();
    const levels = ['210000', '210100', '210102', '210102001', '210102001000', '210102001003'].map(levelOfRegion);
    expect(levels).toEqual(['2', '3', '4', '5', '5', '6']);
  });
});
