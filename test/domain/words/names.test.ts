import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../../domain/words/names.ts';

describe('fault B3: names are compared trimmed, with white space and width folded', () => {
  const same: [string, readonly string[]][] = [
    ['王专家', ['王专家', '王专家 ', ' 王 专家', '王\u3000专家', '王\u200B专家', '王\u00A0专家']],
    ['Ann Lee', ['Ann Lee', 'Ann  Lee', 'Ａｎｎ　Ｌｅｅ', ' Ann Lee ']],
    ['王 Ann', ['王  Ann', '王\u3000Ann']],
    ['阿凡提·买买提', ['阿凡提·买买提', '阿凡提·买买提 ']],
  ];
  it.each(same)('%s', (folded, written) => {
    expect(new Set(written.map(foldName))).toEqual(new Set([folded]));
  });

  it('tells different people apart', () => {
    expect(new Set(['王专家', '王专', '汪专家', 'Ann Lee', 'Anna Lee'].map(foldName)).size).toBe(5);
  });

  it('is the same folded twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => foldName(foldName(name)) === foldName(name)));
  });
});
