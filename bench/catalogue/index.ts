import { parseArgs } from 'node:util';
import type { OkOf } from '../../contract/routes.ts';
import { upsertDepartments, upsertRegions } from '../../db/people/departments.ts';
import { createToken } from '../../db/people/tokens.ts';
import { createUser } from '../../db/people/users.ts';
import { anonymous, withToken } from '../../demo/api-client.ts';
import type { ApiUser } from '../../demo/api-client.ts';
import { startCopy } from '../../demo/copy.ts';
import type { Copy } from '../../demo/copy.ts';
import { machineLine } from '../machine.ts';
import { percentile } from '../stats.ts';
import { bring, listIn, province, writeProvince, wrongRows } from './bring.ts';
import { gateSeconds, takeUp } from './items.ts';
import { repliedLevels, repliedTypes } from './generate.ts';

/** `npm run bench:catalogue`; see README.md beside this file. */
const { values: options } = parseArgs({
  options: {
    write: { type: 'string' },
    list: { type: 'string' },
    region: { type: 'string', default: '210000' },
    requests: { type: 'string', default: '200' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const goals = { importSeconds: 180, searchMs: 20, guideMs: 100, gateSeconds: 60 };
const missed: string[] = [];
const judge = (title: string, value: number, goal: number, unit: string): void => {
  const met = value <= goal;
  if (!met) missed.push(title);
  say(`${met ? 'pass' : 'FAIL'}  ${title.padEnd(44)} ${value.toFixed(1)} ${unit}, at most ${goal}`);
};

if (options.write === undefined) await measure();
else writeProvince(options.write);

async function measure(): Promise<void> {
  const copy = await startCopy({ log: () => undefined });
  try {
    say(machineLine());
    if (options.list === undefined) await measureProvince(copy);
    else await bringReal(copy, options.list);
  } finally {
    await copy.destroy();
  }
  process.exitCode = missed.length === 0 ? 0 : 1;
}

async function measureProvince(copy: Copy): Promise<void> {
  const keeper = withToken(copy.url, copy.handOf('catalogueAdmin', 'ln-biz').token);
  const lists = province();
  const begun = performance.now();
  const basic = await bring(keeper, 'basic', lists.basic);
  const entries = await bring(keeper, 'implementing', lists.implementing);
  judge(`import of ${basic.taken} + ${entries.taken}`, seconds(begun), goals.importSeconds, 's');
  const again = performance.now();
  const { same, taken } = await bring(keeper, 'implementing', lists.implementing);
  say(`      the same list again: ${same} the same, ${taken} taken, ${seconds(again).toFixed(1)} s`);
  await checkFigures(keeper);
  await copy.db.query('VACUUM ANALYZE catalogue_entry');
  await searches(keeper);
  const items = await takeUp(copy.db);
  say(`      ${items.length} entries are items with a flow in force`);
  await guides(copy, items);
  // A tenth of them: the rest are the same definitions again.
  judge('publish gate, ten times a tenth of the entries', 10 * gateSeconds(entries.taken / 10), goals.gateSeconds, 's');
}

async function checkFigures(keeper: ApiUser): Promise<void> {
  const { basic, levels } = (await keeper.get('/catalogue/figures')) as OkOf<'catalogueFigures'>;
  const types = Object.fromEntries(basic.map(({ type, count }) => [type, count]));
  const byLevel = Object.fromEntries(levels.map((one) => [one.levels, one.count]));
  const alike = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) =>
    Object.keys({ ...a, ...b }).every((key) => a[key] === b[key]);
  const are = alike(types, repliedTypes) && alike(byLevel, repliedLevels);
  if (!are) missed.push('figures');
  say(`${are ? 'pass' : 'FAIL'}  figures of the reply: ${JSON.stringify(types)} ${JSON.stringify(byLevel)}`);
}

async function searches(keeper: ApiUser): Promise<void> {
  const asked: Readonly<Record<string, (n: number) => string>> = {
    'search by a frequent word': () => find('许可'),
    'search by two words': (n) => find(`取水 第${(n * 37) % 5_760}项`),
    'search by name and department': (n) => find(`水务 第${(n * 10 + 1) % 5_760}项`),
    'search by the begin of a code': (n) => find(`11${210_100 + (n % 14) * 100}`),
    'first page': () => '',
    'one type and level': () => 'type=01&level=3',
    'figures page': () => 'figures',
  };
  for (const [title, queryOf] of Object.entries(asked)) {
    const url = (n: number) => (queryOf(n) === 'figures' ? '/catalogue/figures' : `/catalogue/entries?${queryOf(n)}`);
    const goal = title === 'figures page' ? goals.guideMs : goals.searchMs;
    judge(`${title}, p95`, await p95(async (n) => keeper.get(url(n))), goal, 'ms');
  }
}

async function guides({ url }: Copy, items: readonly string[]): Promise<void> {
  const nobody = anonymous(url);
  const one = (n: number) => items[(n * 97) % items.length] ?? '';
  const pages: Readonly<Record<string, (n: number) => string>> = {
    'guide of an item': (n) => `/guide/items/${one(n)}`,
    'list of guides': () => '/guide/items',
    'guides found by words': (n) => `/guide/items?q=${encodeURIComponent(`第${(n * 37) % 5_760}项`)}`,
  };
  for (const [title, path] of Object.entries(pages)) {
    judge(`${title}, p95`, await p95(async (n) => nobody.get(path(n))), goals.guideMs, 'ms');
  }
}

/** A real list, by a keeper of its region: what is taken, and every bad row. */
async function bringReal(copy: Copy, file: string): Promise<void> {
  const code = options.region;
  await upsertRegions(copy.db, [{ code, name: code }]);
  const department = {
    id: 'keeper',
    uscc: '11511602MB00000195',
    name: '目录管理',
    regionCode: code,
    kind: 'supervision',
  } as const;
  await upsertDepartments(copy.db, [department]);
  const posts = [{ role: 'catalogueAdmin', departmentId: department.id }] as const;
  const made = await createUser(copy.db, {
    login: 'keeper',
    name: '目录管理员',
    passwordHash: '-',
    departmentId: department.id,
    posts,
  });
  if ('refused' in made) throw new Error(made.detail);
  const { token } = await createToken(copy.db, { userId: made.id, title: 'bench', expiresAt: Date.now() + 3_600_000 });
  const keeper = withToken(copy.url, token);
  for (const turn of ['first', 'again']) {
    const found = await bring(keeper, 'implementing', listIn(file));
    say(
      `${turn}: ${found.rows} rows, ${found.new} new, ${found.changed} changed, ${found.same} the same, ${found.wrong} wrong, ${found.remarked} with remarks`,
    );
    if (turn === 'first') for (const line of await wrongRows(keeper, found)) say(`  ${line}`);
  }
}

async function p95(ask: (n: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < Number(options.requests); n += 1) {
    const begun = performance.now();
    await ask(n);
    times.push(performance.now() - begun);
  }
  return percentile(
    times.toSorted((a, b) => a - b),
    95,
  );
}

function find(words: string): string {
  return new URLSearchParams({ find: words }).toString();
}

function seconds(begun: number): number {
  return (performance.now() - begun) / 1_000;
}
