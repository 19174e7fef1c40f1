import { expect, it } from 'vitest';
import { clockKinds, levels } from '../../../domain/flow/definition.ts';
import { diffParts } from '../../../domain/flow/diff/compare.ts';
import { guideElements } from '../../../domain/flow/guide.ts';
import { roles } from '../../../domain/people/roles.ts';
import type { Said } from '../../../domain/words/said.ts';

it.each<[string, Readonly<Record<string, Said>>]>([
  ['roles', roles],
  ['levels', levels],
  ['kinds of clocks', clockKinds],
  ['parts of a difference', diffParts],
  ['guide elements', guideElements],
])('%s are said in Chinese and in English, each in its own words', (_what, table) => {
  const words = Object.values(table);
  expect(words.filter(({ zh }) => !/^[\u4e00-\u9fff（），]+$/.test(zh))).toEqual([]);
  expect(words.filter(({ en }) => !/^[A-Z][a-z ]+$/.test(en))).toEqual([]);
  for (const language of ['zh', 'en'] as const) {
    expect(new Set(words.map((said) => said[language])).size).toBe(words.length);
  }
});
