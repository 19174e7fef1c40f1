import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { english } from '../../../console/i18n/english/index.ts';
import { catalogue } from '../../../contract/problem.ts';
import type { CatalogueEntry } from '../../../contract/problem/catalogue-entry.ts';
import { documentNames } from '../../../domain/documents/kind-names.ts';
import { documentFields } from '../../../domain/documents/fields.ts';

const root = join(import.meta.dirname, '../../..');
const chinese = /[\u3000-\u303f\uff00-\uffef\p{Script=Han}]/u;

/** Chinese that English texts quote: what is written into Chinese papers, typed as it is, or names the other language. */
const quoted = [
  /^frame\.language$/,
  /^codes\.stepKindZh\./,
  /^batch\.yesNo$/,
  /^numbers\.patternHint$/,
  /^papers\.register$/,
  /^order\.(mendMissing|mendWrong|\w+Ready)$/,
];

/** Every text of a table by its key. */
function textsOf(table: object, path = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(table).flatMap(([name, value]: [string, unknown]) => {
    const key = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'string') return [[key, value] as const];
    return typeof value === 'object' && value !== null ? textsOf(value, key) : [];
  });
}

describe('what readers of English read', () => {
  it('has neither Chinese words nor Chinese stops in the texts of the pages', () => {
    const texts = textsOf(english);
    expect(texts.length).toBeGreaterThan(800);
    const wrong = texts.filter(([key, text]) => chinese.test(text) && !quoted.some((one) => one.test(key)));
    expect(wrong).toEqual([]);
  });

  it('nor in refusals, names of documents and of what they must contain', () => {
    const entries: readonly CatalogueEntry[] = Object.values(catalogue);
    const words = [
      ...entries.flatMap(({ en, sentenceEn = '' }) => [en, sentenceEn]),
      ...Object.values(documentNames).map(({ title }) => title.en),
      ...Object.values(documentFields).map(({ en }) => en),
    ];
    expect(words.filter((one) => chinese.test(one))).toEqual([]);
  });

  it('no page writes a Chinese stop itself: labelled, bracketed and joined know that of the language', () => {
    const files = execFileSync('git', ['ls-files', 'console/*.ts', 'console/*.tsx'], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter((file) => file !== '' && !file.startsWith('console/i18n/'));
    const written = files.flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .replace(/\/\*[^]*?\*\/|(^|\s)\/\/.*$/gm, '')
        // The stop that joined() is asked for, and the signs at which typed names are parted.
        .replace(/'[，；、]'/g, '')
        .split('\n')
        .flatMap((line) => (/[：（），；。、]/.test(line) ? [`${file}: ${line.trim()}`] : [])),
    );
    expect(written.filter((line) => !/zh: '/.test(line))).toEqual([]);
  });
});
