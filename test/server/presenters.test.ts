import { describe, expect, it } from 'vitest';
import { cell } from '../../server/presenters/csv.ts';
import { maskIdNo, maskName, maskParty, maskPhone, nameIn, openText } from '../../server/presenters/masks.ts';
import { weaknessOf, weakPassword } from '../../server/passwords.ts';

describe('masks', () => {
  it('leave the first character of a name, 3 and 4 of a number', () => {
    expect(maskName('张三丰')).toBe('张**');
    expect(maskName('沈阳浑河供水有限公司')).toBe('沈****');
    expect(maskName('')).toBe('');
    expect(maskIdNo('210102199003070011')).toBe('210***********0011');
    expect(maskPhone('13900001000')).toBe('139****1000');
    expect(maskIdNo('1234')).toBe('***4');
  });

  it('keep of a party nothing that is not masked', () => {
    const party = {
      kind: 'person',
      name: '李四',
      idType: 'residentId',
      idNo: '210102199003070011',
      phone: '13900001000',
      note: 'x',
    };
    const masked = maskParty(party);
    expect(masked).toEqual({
      kind: 'person',
      name: '李*',
      idType: 'residentId',
      idNo: '210***********0011',
      phone: '139****1000',
    });
    expect(maskParty(null)).toBeNull();
    expect(maskParty('王五')).toBe('王*');
  });

  it('open kept texts, JSON or plain', () => {
    expect(openText('{"name":"甲"}')).toEqual({ name: '甲' });
    expect(nameIn('{"name":"甲"}')).toBe('甲');
    expect(nameIn('甲乙')).toBe('甲乙');
    expect(nameIn(null)).toBe('');
  });
});

describe('a cell of the CSV', () => {
  it('is never a formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x', ' =1']) {
      expect(cell(text)).toMatch(/^"?'/);
    }
    expect(cell('a,"b"')).toBe('"a,""b"""');
    expect(cell('2026-11-24')).toBe('2026-11-24');
  });

  it('fault D13: stays the text it is where a spreadsheet would make a number of it', () => {
    for (const text of ['210102196001010017', '007', '1121E10', '112101000000864'])
      expect(cell(text)).toBe(`\t${text}`);
    for (const text of ['12', '2026', '12345678901', '11210100MB0000086J']) expect(cell(text)).toBe(text);
  });
});

describe('a password', () => {
  it('is strong when it is long, various, and unlike login and old one', () => {
    const ask = (password: string) => weaknessOf(password, { login: 'wang', old: 'the old password' })?.zh;
    expect(ask('correct horse')).toBeUndefined();
    expect(['short', 'aaaaaaaaaaaa', 'my name is wang', 'the old password', 'password123'].map(ask)).toEqual([
      '至少 10 个字符，现有 5 个',
      '不同的字符不足 5 个',
      '包含用户名',
      '与原密码相同',
      '是常见密码',
    ]);
  });

  it('is refused at its field, with what is wrong with it', () => {
    expect(weakPassword('next', 'short', { login: 'wang' })).toMatchObject({
      status: 422,
      detail: expect.stringMatching(/^至少 10 个字符，现有 5 个。/),
      errors: [{ pointer: '/next', message: '至少 10 个字符，现有 5 个' }],
    });
    expect(weakPassword('next', 'correct horse', { login: 'wang' })).toBeNull();
  });
});
