import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { paths } from '../../console/paths.ts';
import type { Db } from '../../db/client.ts';
import { personAt } from '../../db/seed/people.ts';
import { startCopy } from '../../demo/copy.ts';
import type { Copy } from '../../demo/copy.ts';
import { seedDemo } from '../../server/launcher/demo-data.ts';
import { launchBrowser } from '../../tools/browser.ts';
import { machineLine } from '../machine.ts';
import { copyOpenCases } from './copies.ts';
import { goalMs, linesOf, pageOf, slowGoalMs } from './page.ts';
import type { Run } from './page.ts';
import { visit } from './visits.ts';
import type { Seen, Subject } from './visits.ts';

/** `npm run bench:console -- [--cases 10000] [--repeats 5] [--docs]`; see the README beside. */
const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    repeats: { type: 'string', default: '5' },
    docs: { type: 'boolean' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const run = await measure(Number(options.cases), Number(options.repeats));
const lines = linesOf(run.seen);
for (const { page, cache, content, asked, api, met } of lines) {
  const figures = `content ${content.median.toFixed(0)} ms (greatest ${content.max.toFixed(0)})`;
  const list = `list asked at ${asked.median.toFixed(0)}, took ${api.median.toFixed(0)} (greatest ${api.max.toFixed(0)})`;
  say(`${met ? 'pass' : 'FAIL'}  ${page.padEnd(26)} ${cache}  ${figures}  ${list}`);
}
if (options.docs) writeFileSync(join(import.meta.dirname, '../../docs/console-speed.md'), pageOf(run));
say(`goal: every median at most ${goalMs} ms, of applicants on a slow line ${slowGoalMs} ms`);
process.exitCode = lines.every(({ met }) => met) ? 0 : 1;

async function measure(cases: number, repeats: number): Promise<Run> {
  const startedAt = new Date().toISOString();
  const log = (line: string): void => void (/died|ended by itself|building/.test(line) && say(line));
  const product = await startCopy({ log, console: true });
  try {
    const begun = performance.now();
    await seed(product);
    await copyOpenCases(product.db, cases);
    const { open, most, departmentId } = await countOpen(product.db);
    say(`${open} open cases, ${most} at ${departmentId}, after ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
    const seen = await visitAll(product.url, subjectsAt(departmentId), repeats);
    return { machine: machineLine(), startedAt, cases: open, ofDepartment: most, repeats, seen };
  } finally {
    await product.destroy();
  }
}

async function seed({ url, infra }: Copy): Promise<void> {
  const env = { ...process.env, DATABASE_URL: infra.databaseUrl };
  await seedDemo({ url, infra, env, log: () => undefined, signal: new AbortController().signal });
}

async function countOpen(db: Db): Promise<{ open: number; most: number; departmentId: string }> {
  const { rows } = await db.query<{ open: number; most: number; departmentId: string }>(
    `SELECT sum(count(*)) OVER ()::int AS open, count(*) AS most, department_id AS "departmentId"
      FROM case_row WHERE status = 'open' GROUP BY department_id ORDER BY count(*) DESC LIMIT 1`,
  );
  if (rows[0] === undefined) throw new Error('expected open cases, but there is none');
  return rows[0];
}

function subjectsAt(departmentId: string): readonly Subject[] {
  const clerk = personAt('windowClerk', departmentId).login;
  const row = { login: clerk, content: 'tr[data-row-key] a' };
  return [
    { ...row, name: 'worklist of the clerk', path: paths.worklist('mine'), request: '/api/v1/worklists/mine' },
    {
      ...row,
      name: 'worklist of the department',
      path: paths.worklist('department'),
      request: '/api/v1/worklists/department',
    },
    {
      name: 'board of the province',
      login: personAt('supervisor', 'ln-biz').login,
      path: paths.board,
      content: '[data-count]',
      request: '/api/v1/board',
    },
    { login: null, name: 'front page, slow line', path: paths.home, content: '.doors a', request: '/api/v1/me' },
    {
      login: null,
      name: 'guide, slow line',
      path: paths.guide,
      content: '.panel ul a',
      request: '/api/v1/guide/items',
    },
  ];
}

async function visitAll(url: string, subjects: readonly Subject[], repeats: number): Promise<Seen[]> {
  const browser = await launchBrowser();
  try {
    const seen: Seen[] = [];
    for (const subject of subjects) seen.push(await visit(browser, { url, subject, repeats }));
    return seen;
  } finally {
    await browser.close();
  }
}
