import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { fieldErrors } from '../../../server/plugins/validation.ts';

const request = Type.Object(
  {
    count: Type.Integer({ minimum: 1, maximum: 9 }),
    words: Type.String({ minLength: 2, maxLength: 4 }),
    code: Type.String({ pattern: '^[a-z]+$' }),
    ids: Type.Array(Type.String(), { maxItems: 2, uniqueItems: true }),
    channel: Type.Enum(['window', 'online']),
  },
  { additionalProperties: false },
);
const good = { count: 1, words: 'abc', code: 'a', ids: ['a'], channel: 'window' };

function sentences(change: Readonly<Record<string, unknown>>): string[] {
  const body = JSON.parse(JSON.stringify({ ...good, ...change }));
  return fieldErrors(Compile(request).Errors(body), 'body').map(({ pointer, message }) => `${pointer} ${message}`);
}

describe('a mistake in a request', () => {
  it.each([
    [{ count: '1' }, '/count 必须是 integer'],
    [{ count: 0 }, '/count 不得小于 1'],
    [{ count: 10 }, '/count 不得大于 9'],
    [{ words: 'a' }, '/words 不得少于 2 个字符'],
    [{ words: 'abcde' }, '/words 不得多于 4 个字符'],
    [{ code: '7' }, '/code 格式不符合要求'],
    [{ ids: ['a', 'b', 'c'] }, '/ids 不得多于 2 项'],
    [{ ids: ['a', 'a'] }, '/ids 不得有重复项'],
    [{ channel: 'fax' }, '/channel 应为 window、online 之一'],
    [{ words: undefined }, '/words 必填'],
    [{ more: 1 }, '/more 没有这个字段'],
  ])('%j reads %s', (change, sentence) => {
    expect(sentences(change)).toContain(sentence);
  });
});
