import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../../domain/words/text.ts';

describe('fault B4: a text as it is kept', () => {
  it.each(['', ' ', '\u3000\u3000', '\u200B', '\u00A0\t\n', '\u2800', '\u3164', '\u00AD', '\u2060\uFE0F', '\u0007'])(
    '%j shows nothing and is none',
    (text) => {
      expect(cutText(text)).toBeNull();
    },
  );

  it.each([
    [' 同意 ', '同意'],
    ['\u3000同意\u200B', '同意'],
    ['同 意', '同 意'],
    ['\n第一行\n第二行\n', '第一行\n第二行'],
    ['葛\u{E0100}', '葛\u{E0100}'],
    ['。', '。'],
    ['😀', '😀'],
  ])('%j is kept as %j', (text, kept) => {
    expect(cutText(text)).toBe(kept);
  });

  it('is the same cut twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = cutText(text);
        return once === null || cutText(once) === once;
      }),
    );
  });
});
