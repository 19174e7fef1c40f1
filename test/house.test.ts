import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stepKindTitles } from '../domain/steps/index.ts';
import { rejectionCodes } from '../domain/rejections/index.ts';

/** The rules of the house as tests: what no compiler or linter keeps. */
const root = join(import.meta.dirname, '..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const sources = tracked.filter((file) => /\.tsx?$/.test(file) && !file.startsWith('db/migrations/'));
const product = sources.filter((file) => !file.startsWith('test/'));

function lines(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    text(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
}

describe('the house', () => {
  it('has no file over 300 lines', () => {
    expect(sources.filter((file) => text(file).split('\n').length > 301)).toEqual([]);
  });

  it('has a README of at most 20 lines in each folder', () => {
    const folders = [
      'domain',
      'contract',
      'workflows',
      'activities',
      'db',
      'server',
      'console',
      'tools',
      'demo',
      'bench',
      'docs',
    ];
    // test/ mirrors the tree: one README explains all of it.
    const all = ['test', 'test/support', ...folders.flatMap((folder) => [folder, ...subfolders(folder)])];
    const missing = all.filter((folder) => !existsSync(join(root, folder, 'README.md')));
    expect(missing).toEqual([]);
    expect(all.filter((folder) => text(`${folder}/README.md`).trimEnd().split('\n').length > 20)).toEqual([]);
  });

  it('names in package.json, README and AGENTS only files that are there', () => {
    const named = ['package.json', 'README.md', 'AGENTS.md'].flatMap((from) =>
      [...text(from).matchAll(/[\w-]+(?:\/[\w-]+)+\.tsx?\b/g)].map(([file]) => file),
    );
    // AGENTS shortens a path once its folder is said.
    const there = (file: string) => tracked.some((known) => known === file || known.endsWith(`/${file}`));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((file) => !there(file))).toEqual([]);
  });

  it('leaves no markers, no switched-off tests and no machine paths behind', () => {
    const marker = new RegExp(
      `\\b(${['TO', 'FIX', 'XX', 'HA'].map((a, i) => a + ['DO', 'ME', 'X', 'CK'][i]).join('|')})\\b`,
    );
    expect(lines(sources, marker)).toEqual([]);
    const off = new RegExp(`\\.(${['only', 'skip', 'todo'].join('|')})\\(|@ts-${'ignore'}|\\bas ${'any'}\\b`);
    expect(lines(sources, off)).toEqual([]);
    const path = new RegExp(`(^|[^A-Za-z0-9_.-])/(${['wo' + 'rk', 'ro' + 'ot', 'fa' + 'rm'].join('|')})/`);
    expect(
      lines(
        tracked.filter((file) => !file.endsWith('package-lock.json')),
        path,
      ),
    ).toEqual([]);
  });

  it('asks the time nowhere in domain and workflows but in workflows/now.ts', () => {
    const law = sources.filter((file) => /^(domain|workflows)\//.test(file) && file !== 'workflows/now.ts');
    expect(lines(law, /Date\.now|new Date\(|Math\.random|\bIntl\.|process\.|performance\./)).toEqual([]);
  });

  it('knows the offset of Asia/Shanghai in domain/clock/civil-date.ts alone', () => {
    const others = product.filter((file) => file !== 'domain/clock/civil-date.ts');
    expect(lines(others, /\b8 \* (3_?600|60 \* 60|36e5)|28_?800|`[^`]*\+08:00`|'\+08:00'/)).toEqual([]);
  });

  it('reads the environment in one file', () => {
    const readers = product.filter(
      (file) => /^(server|db|activities|contract)\//.test(file) && file !== 'server/config.ts',
    );
    expect(lines(readers, /process\.env\.[A-Z]/)).toEqual([]);
  });

  it('lets nothing but tests import server', () => {
    const outside = product.filter((file) => /^(domain|contract|db|workflows|activities)\//.test(file));
    expect(lines(outside, /from '(\.\.\/)+server\//)).toEqual([]);
  });

  it('imports in no circle, not even for a type', () => {
    const known = new Set(sources);
    const imports = new Map(
      sources.map((file) => {
        const paths = [...text(file).matchAll(/(?:\bfrom|\bimport\() ?'(\.[^']+)'/g)];
        return [file, paths.map(([, path = '']) => join(dirname(file), path)).filter((path) => known.has(path))];
      }),
    );
    expect(circlesIn(imports)).toEqual([]);
  });

  it('writes SQL in db and in what brings a database up, nowhere else in the product', () => {
    const above = product.filter((file) => /^(server|activities|workflows|contract|console)\//.test(file));
    const plain = above.filter((file) => !/^server\/(launcher\/|live\/listener|readiness)/.test(file));
    expect(lines(plain, /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\s[\w"$(*]/)).toEqual([]);
  });

  it('ends every switch over a union in never', () => {
    const law = product.filter((file) => file.startsWith('domain/'));
    const open = law.filter((file) => {
      const count = (pattern: RegExp) => text(file).match(pattern)?.length ?? 0;
      return count(/\bswitch \(/g) > count(/satisfies never|default:/g);
    });
    expect(open).toEqual([]);
  });

  it('writes a docstring on every exported function', () => {
    const bare = product.flatMap((file) => {
      const all = text(file).split('\n');
      return all.flatMap((line, index) =>
        /^export (async )?function /.test(line) && !/\*\/\s*$/.test(all[index - 1] ?? '')
          ? [`${file}:${index + 1}`]
          : [],
      );
    });
    expect(bare).toEqual([]);
  });

  it('has a file and a test for every step kind', () => {
    const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const files = Object.keys(stepKindTitles).flatMap((kind) => [
      `domain/steps/${kebab(kind)}.ts`,
      `test/domain/steps/${kebab(kind)}.test.ts`,
    ]);
    expect(files.filter((file) => !tracked.includes(file))).toEqual([]);
  });

  it('has a test for every refusal code', () => {
    const tests = sources
      .filter((file) => file.endsWith('.test.ts') || file.startsWith('test/support/'))
      .filter((file) => file !== 'test/house.test.ts')
      .map(text)
      .join('\n');
    expect(rejectionCodes.filter((code) => !tests.includes(`'${code}'`))).toEqual([]);
  });

  it('keeps the words of the glossary', () => {
    const banned = [...text('GLOSSARY.md').matchAll(/^\|[^|]+\|[^|]+\|[^|]+\|[^|]*\|([^|]*)\|$/gm)].flatMap(
      ([, words = '']) =>
        words
          .split(',')
          .map((word) => word.trim())
          .filter((word) => /^[a-z][a-zA-Z]+$/.test(word)),
    );
    expect(banned.length).toBeGreaterThan(10);
    const names = new RegExp(`\\b(const|function|type|interface|readonly) (${banned.join('|')})\\b`);
    const law = product.filter((file) => /^(domain|contract|db|workflows|activities)\//.test(file));
    expect(lines(law, names)).toEqual([]);
  });

  it('says its two commands in the README and records no download address', () => {
    expect(text('README.md')).toContain('npm ci && npm start');
    expect(text('README.md')).toContain('npm ci && npm test');
    expect(text('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });
});

/** Each circle once, as the files that it leads through. Depth first: a file that is met again on its own way closes a circle. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const seen = new Set<string>();
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (seen.has(file)) return;
    seen.add(file);
    for (const next of imports.get(file) ?? []) follow(next, [...way, file]);
  };
  for (const file of imports.keys()) follow(file, []);
  return circles;
}

function subfolders(folder: string): string[] {
  const skip = new Set(['migrations', 'histories', 'meta', 'node_modules', 'out']);
  const inside = tracked.filter((file) => file.startsWith(`${folder}/`)).map((file) => dirname(file));
  const seen = new Set(inside.filter((path) => path !== folder && !path.split('/').some((part) => skip.has(part))));
  return [...seen].filter(
    (path) => statSync(join(root, path)).isDirectory() && readdirSync(join(root, path)).length > 0,
  );
}
