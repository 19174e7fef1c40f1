import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { demoPassword } from '../db/seed/people.ts';
import { paths } from '../console/paths.ts';
import { launchBrowser, signInWith } from './browser.ts';
import { until } from './pictures/until.ts';
import { staffPages, visits } from './pictures/visits.ts';
import type { Look } from './pictures/visits.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    out: { type: 'string', default: 'shots' },
    only: { type: 'string', default: '' },
    size: { type: 'string' },
  },
});
/** Of each picture of a page that has no size of its own, such as 1366x768; 683x384 is that screen at 200 %. */
const [width, height] = (values.size ?? '').split('x').map(Number);
await mkdir(values.out, { recursive: true });
const browser = await launchBrowser();
try {
  const seen = await shoot(browser);
  console.log(`${seen.length} pictures in ${values.out}/`);
} finally {
  await browser.close();
}

/** One picture of every page in every role, and what the page said on its console or asked of other hosts. */
async function shoot(from: Browser): Promise<readonly string[]> {
  const names: string[] = [];
  const asked = visits.map(({ login }) => login ?? 'public').find((who) => values.only.startsWith(`${who}-`));
  for (const { login, size, english, pages } of visits) {
    const who = login ?? 'public';
    // A picture is called by who looks: nobody else need sign in for it, who would soon be asked to wait.
    if (asked !== undefined && asked !== who) continue;
    const context = await from.newContext({ viewport: size ?? { width: 1440, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    watch(page, who);
    if (login !== null) await signIn(page, login);
    const menu = login === null || size !== undefined ? [] : [...(await menuOf(page, english ? '-english' : ''))];
    if (english) await speakEnglish(page);
    if (size === undefined && width && height) await page.setViewportSize({ width, height });
    for (const { name, open } of [...menu, ...(menu.length > 0 && !english ? staffPages : []), ...pages]) {
      const file = `${who}-${name}`;
      if (!file.includes(values.only)) continue;
      try {
        await open(page, values.url);
        await until(page);
        await page.screenshot({ path: `${values.out}/${file}.png`, fullPage: true });
        names.push(file);
      } catch (error) {
        console.log(`${file}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
      }
    }
    await context.close();
  }
  return names;
}

/** Turns the console into English, and waits until it is: the choice is kept for the pages that follow. */
async function speakEnglish(page: Page): Promise<void> {
  await page.goto(values.url);
  await page.getByRole('button', { name: '切换到英文' }).click();
  await page.getByRole('button', { name: 'Switch to Chinese' }).waitFor();
}

/** Every entry of a person's menu; its address is the key that antd writes behind an id of its own. */
async function menuOf(page: Page, suffix: string): Promise<readonly Look[]> {
  const entries = await page.getByRole('navigation', { name: '主菜单' }).getByRole('menuitem').all();
  const ids = await Promise.all(entries.map(async (entry) => (await entry.getAttribute('data-menu-id')) ?? ''));
  return ids.map((id) => {
    const path = id.slice(id.indexOf('/'));
    const name = `${path.slice(1).replaceAll('/', '-')}${suffix}`;
    return { name, route: path, open: async (at, url) => void (await at.goto(`${url}${path}`)) };
  });
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(`${values.url}${paths.signIn}`);
  await signInWith(page, login, demoPassword);
}

function watch(page: Page, who: string): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') console.log(`${who}: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.log(`${who}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(values.url) && !/^(data|blob):/.test(request.url()))
      console.log(`${who}: foreign ${request.url()}`);
  });
}
