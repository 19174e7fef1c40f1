import type { Page } from 'playwright-core';
import { shortCaseNo } from '../../domain/words/case-number.ts';
import { enter } from './browser.ts';

/** One after another at the same desk: who sat there signs out, the next one signs in and stays on the page. */
export async function takeOver(page: Page, login: string): Promise<void> {
  await page.getByRole('banner').locator('button:has(.anticon-user)').click();
  await page.getByRole('menuitem', { name: '退出' }).click();
  const name = await enter(page, login);
  await page.getByRole('banner').getByRole('button', { name }).waitFor();
}

/** Opens a case from one of the lists, as a person finds it: by its number. */
export async function openFromList(page: Page, list: string, caseNo: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: '主菜单' });
  await menu.getByRole('menuitem', { name: new RegExp(`${list}( \\d+)?$`) }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${list}`) }).waitFor();
  await page.getByRole('button', { name: '刷新' }).click();
  // A list shows day and serial; the rest of the number is for who has it read aloud.
  await page
    .getByRole('main')
    .getByRole('link', { name: shortCaseNo(caseNo) })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: ' · ' }).waitFor();
}

/** Advances the business clock in the header, as the system administrator does; waits until the banner says the new day. */
export async function advanceBy(page: Page, days: number): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: '演练时钟' }).click();
  await page.getByLabel('推进天数').fill(String(days));
  await page.getByRole('button', { name: '推进', exact: true }).click();
  await page.getByText(/^演练时钟已推进到 \d{4}-\d\d-\d\d/).waitFor();
}

/** The day that the red banner says it is. */
export async function dayOfBanner(page: Page): Promise<string> {
  const text = await page.getByText(/演示环境：今天按 \d{4}-\d\d-\d\d 计算/).innerText();
  return text.match(/\d{4}-\d\d-\d\d/)?.[0] ?? '';
}
