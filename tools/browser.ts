import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

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

/** Starts the system's Chromium (variable CHROMIUM, else Debian's), headless. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
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
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
}
