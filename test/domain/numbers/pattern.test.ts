import { describe, expect, it } from 'vitest';
import { numberBy, serialBy, usualPattern, wrongPattern } from '../../../domain/numbers/pattern.ts';

describe('12.2.6: the pattern of a department', () => {
  it.each([
    [usualPattern('沈水许'), '沈水许〔2026〕12号'],
    ['沈审批许受字〔{年}〕第{号}号', '沈审批许受字〔2026〕第12号'],
  ])('%s gives %s and is read back', (pattern, text) => {
    expect(wrongPattern(pattern)).toBeNull();
    expect(numberBy(pattern, 2026, 12)).toBe(text);
    expect(serialBy(pattern, 2026, text)).toBe(12);
  });

  it.each([
    ['沈水许{号}号', 'no-year'],
    ['沈水许〔{年}〕{年}{号}号', 'no-year'],
    ['沈水许〔{年}〕号', 'no-serial'],
    ['沈水许{年}{号}', 'digits-beside'],
    ['沈水许〔{年}〕0{号}号', 'digits-beside'],
    ['沈水许〔{年}〕{号}号\n', 'not-plain'],
    ['沈水{许〔{年}〕{号}号', 'not-plain'],
    [' 沈水许〔{年}〕{号}号', 'not-plain'],
    [`${'沈'.repeat(60)}〔{年}〕{号}号`, 'not-plain'],
  ])('%j is refused: %s', (pattern, fault) => {
    expect(wrongPattern(pattern)).toBe(fault);
  });

  it.each([
    '沈水许〔2025〕12号',
    '沈水许〔2026〕012号',
    '沈水许〔2026〕号',
    '沈水受〔2026〕12号',
    '沈水许〔2026〕1２号',
    '',
  ])('does not take %j for one of its numbers of 2026', (text) => {
    expect(serialBy(usualPattern('沈水许'), 2026, text)).toBeNull();
  });
});
