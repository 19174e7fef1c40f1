import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root } from '../root.ts';
import { filledIn, newerCalls } from './newer-calls.ts';

const hashFile = join(root, 'dist/console/.hash');
/** What the built console is made of. */
const sources = [
  'console',
  'contract',
  'domain',
  'vite.config.ts',
  'server/launcher/build-console.ts',
  'package-lock.json',
];

/** Script of the first load in KB of gzip: the console opens within a second on an office line. */
const mostKb = 450;
/** What a clerk loads first: the frame and the worklist. */
const firstFiles = ['index.html', 'layout/staff-root.tsx', 'layout/staff-layout.tsx', 'pages/worklist.tsx'];
/** What an applicant loads first, over whatever line: the guide. */
const publicFiles = ['index.html', 'pages/public/guide.tsx'];
const mostPublicKb = 150;
/** What who files online loads first. */
const onlineFiles = ['index.html', 'pages/public/file-online.tsx'];
const mostOnlineKb = 200;

/**
 * Builds the console into dist/console when its sources differ from those it was last built from (SHA-256 of all of them).
 * @returns whether it was built
 * @throws what Vite throws when the sources do not build, and an Error when the first load is heavier than it may be or something
 *   is called that Chromium 92 lacks
 */
export async function buildConsole(log: (line: string) => void): Promise<boolean> {
  const hash = await hashOf(sources);
  if (existsSync(hashFile) && (await readFile(hashFile, 'utf8')) === hash) return false;
  log('building the console (its sources changed)');
  await production(async () => {
    const { build } = await import('vite');
    await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  });
  for (const { name, files, most } of [
    { name: 'console', files: firstFiles, most: mostKb },
    { name: 'guide', files: publicFiles, most: mostPublicKb },
    { name: 'online filing', files: onlineFiles, most: mostOnlineKb },
  ]) {
    const kb = await firstLoadKb(files);
    log(`the first load of the ${name} is ${kb} KB of script (gzip), at most ${most}`);
    if (kb > most)
      throw new Error(`expected at most ${most} KB of script at first load of the ${name}, but there are ${kb}`);
  }
  const newer = await newerInBuild();
  if (newer.length > 0) throw new Error(`expected nothing newer than Chromium 92, but there is ${newer.join(', ')}`);
  await pack();
  await writeFile(hashFile, hash);
  return true;
}

/** Beside each script and style sheet the same packed, as the API sends it: a slow line waits for a fifth of the bytes. */
async function pack(): Promise<void> {
  const folder = join(root, 'dist/console/assets');
  const files = (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name));
  await Promise.all(
    files.map(async (name) => {
      const content = await readFile(join(folder, name));
      await writeFile(join(folder, `${name}.br`), brotliCompressSync(content));
      await writeFile(join(folder, `${name}.gz`), gzipSync(content));
    }),
  );
}

type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

async function firstLoadKb(files: readonly string[]): Promise<number> {
  const folder = join(root, 'dist/console');
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    manifest[name]?.imports?.forEach(need);
  };
  files.forEach(need);
  const scripts = [...needed].flatMap((name) => manifest[name]?.file ?? []).filter((file) => file.endsWith('.js'));
  if (scripts.length < files.length) throw new Error('expected the scripts of the first load in the manifest');
  const sizes = await Promise.all(scripts.map(async (file) => gzipSync(await readFile(join(folder, file))).length));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
}

/** What the built scripts and style sheets call beyond Chromium 92 and the console does not fill in, with the file. */
async function newerInBuild(): Promise<readonly string[]> {
  const folder = join(root, 'dist/console/assets');
  const found = (await readdir(folder)).flatMap((name) => {
    const kind = name.endsWith('.js') ? 'js' : name.endsWith('.css') ? 'css' : null;
    return kind === null ? [] : [{ name, kind } as const];
  });
  const calls = found.map(async ({ name, kind }) =>
    newerCalls(await readFile(join(folder, name), 'utf8'), kind).map((call) => ({ name, call })),
  );
  return (await Promise.all(calls))
    .flat()
    .filter(({ call }) => !filledIn.includes(call))
    .map(({ name, call }) => `${call} in ${name}`);
}

/** Runs with NODE_ENV production: what is built below a test runner is the same console, not React's slow one. */
async function production(run: () => Promise<void>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await run();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesIn(path)) {
      hash.update(`${file}\0`);
      hash.update(await readFile(join(root, file)));
    }
  }
  return hash.digest('hex');
}

async function filesIn(path: string): Promise<readonly string[]> {
  if (/\.(ts|json)$/.test(path)) return [path];
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(tsx?|css|html|svg)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}
