import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, readJson } from '../../../console/ui/json-lines.ts';

const text = `{
  "title": "取水",
  "limits": { "promised": {
      "count": 20 } },
  "a/b~c": [
    1,
    { "x": null }
  ]
}`;

function linesOf(of: string) {
  const read = readJson(of);
  if (read.mistake !== null) throw new Error(`expected JSON, but line ${read.mistake.line}`);
  return read.lines;
}

describe('the lines of a JSON text', () => {
  it('are those of the keys and items, in any layout', () => {
    const lines = linesOf(text);
    expect(Object.fromEntries(lines)).toEqual({
      '': 1,
      '/title': 2,
      '/limits': 3,
      '/limits/promised': 3,
      '/limits/promised/count': 4,
      '/a~1b~0c': 5,
      '/a~1b~0c/0': 6,
      '/a~1b~0c/1': 7,
      '/a~1b~0c/1/x': 7,
    });
  });

  it('are those of the nearest value around what the text does not have', () => {
    const lines = linesOf(text);
    expect(lineOf(lines, '/limits/promised/count')).toBe(4);
    expect(lineOf(lines, '/limits/promised/basis')).toBe(3);
    expect(lineOf(lines, '/a~1b~0c/1/y/z')).toBe(7);
    expect(lineOf(lines, '/nothing/at/all')).toBe(1);
  });

  it('say where a mistake is and what was expected there', () => {
    const mistake = (of: string) => readJson(of).mistake;
    expect(mistake('{\n"a": 1\n"b": 2}')).toEqual({ line: 3, expected: 'comma' });
    expect(mistake('{\n"a": 1,\n}')).toEqual({ line: 3, expected: 'key' });
    expect(mistake('{"a"\n1}')).toEqual({ line: 2, expected: 'colon' });
    expect(mistake('[1,\n\n01]')).toEqual({ line: 3, expected: 'comma' });
    expect(mistake('[\n"a\n"]')).toEqual({ line: 2, expected: 'value' });
    expect(mistake('{}\n{}')).toEqual({ line: 2, expected: 'end' });
    expect(mistake('')).toEqual({ line: 1, expected: 'value' });
    expect(mistake('“')).toEqual({ line: 1, expected: 'value' });
  });

  it('read what JSON.parse reads and nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const written = JSON.stringify(value, null, indent);
        const read = readJson(written);
        expect(read).toMatchObject({ mistake: null });
        if (read.mistake === null) expect(JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(written)));
      }),
    );
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e9"',
      '1',
      '-0.5e3',
      'true',
      'nul',
      '\n',
      '"',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const written = parts.join('');
        const good = () => {
          try {
            JSON.parse(written);
            return true;
          } catch {
            return false;
          }
        };
        expect(readJson(written).mistake === null).toBe(good());
      }),
      { numRuns: 2_000 },
    );
  });
});
