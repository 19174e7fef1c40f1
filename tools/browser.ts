import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { launchError, unavailable } from '../server/launcher/launch-error.ts';

/** Quiet and without the sandbox, which root cannot have. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's two: the shell has no windows of its own to draw and takes half the CPU a page (1.7 against 3.4 s, measured). */
const installed = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/**
 * The system's Chromium: variable CHROMIUM, else Debian's.
 * @throws exit 69 with the ways to get one
 */
export function findBrowser(): string {
  const given = process.env['CHROMIUM'];
  const places = given === undefined ? installed : [given];
  const path = places.find((place) => existsSync(place));
  if (path !== undefined) return path;
  const ways =
    'Debian, Ubuntu: apt-get install chromium-headless-shell fonts-noto-cjk; elsewhere set CHROMIUM to the path of one';
  const expected = places.join(' or ');
  throw launchError(
    unavailable,
    `expected Chromium for the tests of the console at ${expected}, but found none\n${ways}`,
  );
}

/** Starts it, headless. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: flags,
    // Where an account has no locale, Chromium takes Chinese for no file name and saves as "download".
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}

/** Signs a person in with name and password, on the sign-in page. */
export async function signInWith(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  // On a narrow screen the menu is folded away.
  await page.locator('nav[aria-label=主菜单]').waitFor({ state: 'attached' });
}
