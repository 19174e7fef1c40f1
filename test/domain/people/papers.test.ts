import { describe, expect, it } from 'vitest';
import { papersOf, wrongPaper, wrongResidentId, wrongUscc } from '../../../domain/people/papers.ts';
import { day } from '../../support/scene.ts';

const today = day('2026-11-27');

describe('fault B5: a 公民身份号码 (GB 11643)', () => {
  it.each(['11010519491231002X', '440524188001010014', '210102199003070011', '210203198506150029'])(
    '%s is one, also of an area that is no more',
    (number) => {
      // Born in 1880: earlier than any civil date here, and than anybody who applies.
      const isOld = number.startsWith('440524');
      expect(wrongResidentId(number, today)?.zh).toBe(isOld ? '公民身份号码中的出生日期有误' : undefined);
    },
  );

  it.each([
    ['110105194912310021', 'a wrong check character'],
    ['11010519491231002', '17 digits'],
    ['210102199002300019', '30 February'],
    ['210102202711280015', 'a day of birth still to come'],
    ['010102199003070011', 'no area'],
    ['210102199003070011 ', 'a blank'],
    ['11010519491231002x', 'a small letter: the door makes it a capital'],
  ])('%s is none: %s', (number) => {
    expect(wrongResidentId(number, today)).not.toBeNull();
  });

  it('takes each of the eleven check characters for one number only', () => {
    const numbers = [...'0123456789X'].map((check) => `21010219900307001${check}`);
    expect(numbers.filter((number) => wrongResidentId(number, today) === null)).toEqual(['210102199003070011']);
  });
});

describe('fault B5: a 统一社会信用代码 (GB 32100)', () => {
  it.each(['91350100M000100Y43', '11210100MB000006XP', '91210100MA0D3M0138', '91210200MA0D3M0218'])('%s', (code) => {
    expect(wrongUscc(code)).toBeNull();
  });

  it.each([
    ['111111111111111111', 'all ones'],
    ['91350100M000100Y44', 'a wrong check character'],
    ['91350100I000100Y43', 'I'],
    ['91350100O000100Y43', 'O'],
    ['91350100Z000100Y43', 'Z'],
    ['91350100S000100Y43', 'S'],
    ['91350100V000100Y43', 'V'],
    ['9135010AM000100Y43', 'a letter in the region'],
    ['91350100M000100Y4', '17 places'],
  ])('%s is none: %s', (code) => {
    expect(wrongUscc(code)).not.toBeNull();
  });
});

describe('fault B5: the papers of a party', () => {
  const person = { kind: 'person', idType: 'residentId', idNo: '11010519491231002x' } as const;

  it('are those of its kind: a person has no 统一社会信用代码, an organisation no 公民身份号码', () => {
    expect(papersOf('person')).toEqual(['residentId', 'passport', 'other']);
    expect(papersOf('organisation')).toEqual(['uscc', 'other']);
    expect(wrongPaper({ ...person, idType: 'uscc', idNo: '91350100M000100Y43' }, today)?.field).toBe('idType');
    expect(wrongPaper({ ...person, kind: 'organisation' }, today)?.field).toBe('idType');
  });

  it('are judged by their number where it can be', () => {
    expect(wrongPaper(person, today)).toBeNull();
    expect(wrongPaper({ ...person, idNo: '110105194912310021' }, today)?.field).toBe('idNo');
    expect(wrongPaper({ ...person, idType: 'passport', idNo: 'E12345678' }, today)).toBeNull();
  });
});
