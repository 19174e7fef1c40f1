import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { paths } from '../../console/paths.ts';
import { demoPassword, personAt } from '../../db/seed/people.ts';
import { withToken } from '../../demo/api-client.ts';
import { startCopy } from '../../demo/copy.ts';
import type { Copy } from '../../demo/copy.ts';
import { launchBrowser, signInWith } from '../../tools/browser.ts';
import { machineLine } from '../machine.ts';
import { percentile } from '../stats.ts';
import { fillFindable } from './fill.ts';
import type { Kept } from './fill.ts';

/** `npm run bench:find -- [--cases 1000000] [--requests 200]`; see bench/README.md. */
const { values: options } = parseArgs({
  options: { cases: { type: 'string', default: '1000000' }, requests: { type: 'string', default: '200' } },
});
const departmentId = 'sy-water';
/** Of the server, the 95th of a hundred (ms); of the screen, from the last key to the first case. */
const goals = { server: 100, screen: 1_000 };
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What people type of a case that they look for. */
const typed: Readonly<Record<string, (kept: Kept) => string>> = {
  'whole name': ({ name }) => name,
  'four signs of a name': ({ name }) => name.slice(2, 6),
  'two frequent signs': () => '有限',
  'name and place': ({ name, place }) => `${name.slice(2, 4)} ${place.slice(3, 6)}`,
  'tail of a credit code': ({ idNo }) => idNo.slice(-6),
  'tail of a telephone': ({ phone }) => phone.slice(-4),
  'whole telephone': ({ phone }) => phone,
  'end of a case number': ({ caseNo }) => caseNo.slice(-8),
  'number of a document': ({ documentNo }) => documentNo,
};

const copy = await startCopy({ log: () => undefined, console: true });
try {
  const cases = Number(options.cases);
  const samples = await fillFindable(copy.db, { cases, departmentId, samples: Number(options.requests) });
  await copy.db.query('VACUUM ANALYZE');
  const own = await copy.db.query('SELECT FROM case_row WHERE department_id = $1', [departmentId]);
  say(`${machineLine()}: ${cases} cases, ${own.rowCount} of the department that is asked`);
  const server = await askServer(copy, samples);
  const screen = await askScreen(copy, samples[0]);
  const late = [...server, ...screen].filter(({ met }) => !met);
  say(`goals: server p95 ${goals.server} ms, last key to first case ${goals.screen} ms; ${late.length} not met`);
  process.exitCode = late.length === 0 ? 0 : 1;
} finally {
  await copy.destroy();
}

async function askServer({ url, handOf }: Copy, samples: readonly Kept[]): Promise<readonly { met: boolean }[]> {
  const clerk = withToken(url, handOf('windowClerk', departmentId).token);
  const lines = [];
  for (const [what, wordsOf] of Object.entries(typed)) {
    const times: number[] = [];
    for (const kept of samples) {
      const begun = performance.now();
      const { items } = await clerk.get(`/finder?words=${encodeURIComponent(wordsOf(kept))}`);
      times.push(performance.now() - begun);
      if (!Array.isArray(items) || items.length === 0) throw new Error(`expected cases for ${what}, but found none`);
    }
    const [p50, p95, worst] = [50, 95, 100].map((p) =>
      percentile(
        times.toSorted((a, b) => a - b),
        p,
      ),
    ) as [number, number, number];
    const met = p95 <= goals.server;
    say(
      `${met ? 'pass' : 'FAIL'}  server  ${what.padEnd(22)} p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  worst ${worst.toFixed(1)} ms`,
    );
    lines.push({ met });
  }
  return lines;
}

async function askScreen({ url }: Copy, kept: Kept | undefined): Promise<readonly { met: boolean }[]> {
  if (kept === undefined) throw new Error('expected a case to look for, but there is none');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
    await page.goto(`${url}${paths.signIn}`);
    await signInWith(page, personAt('windowClerk', departmentId).login, demoPassword);
    const lines = [];
    for (const [what, wordsOf] of Object.entries(typed)) {
      const took = await typeAndWait(page, wordsOf(kept));
      say(
        `${took <= goals.screen ? 'pass' : 'FAIL'}  screen  ${what.padEnd(22)} ${took.toFixed(0)} ms from the last key`,
      );
      lines.push({ met: took <= goals.screen });
    }
    return lines;
  } finally {
    await browser.close();
  }
}

async function typeAndWait(page: Page, words: string): Promise<number> {
  await page.keyboard.press('Control+k');
  const finder = page.getByRole('dialog', { name: '查找办件和事项' });
  await finder.getByRole('combobox').and(page.locator(':focus')).waitFor();
  // As fast as people type; what was asked meanwhile is not counted.
  await page.keyboard.type(words, { delay: 80 });
  const begun = performance.now();
  await finder.getByText('相符处', { exact: false }).first().waitFor();
  const took = performance.now() - begun;
  await page.keyboard.press('Escape');
  await finder.waitFor({ state: 'hidden' });
  return took;
}
