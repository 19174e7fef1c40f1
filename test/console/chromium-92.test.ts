import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Array and object methods that came after Chromium 92: the build changes syntax, not what the browser has. */
const newer = /\.(toSorted|toReversed|toSpliced|findLast|findLastIndex|group)\(|Object\.hasOwn\(|structuredClone\(/;
const root = join(import.meta.dirname, '../../console');

it('the console calls nothing that Chromium 92 lacks', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((name) => newer.test(readFileSync(join(root, name), 'utf8')))).toEqual([]);
});
