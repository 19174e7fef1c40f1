import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { paths } from '../../console/paths.ts';
import { graveFindings } from '../support/browser.ts';
import { caseInReview, caseWithoutMaterials } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';
import { beyond, covered, squeezed } from '../support/looks.ts';

const phone = { width: 360, height: 740 };
/** A screen of 1366 by 768 at 200 %. */
const enlarged = { width: 683, height: 384 };
const wide = { width: 1920, height: 1080 };
/** Pages that hold more than any screen. */
const long = ['/guide', '/sign-in', '/numbers'];
const product = inBrowser();
beforeAll(async () => {
  await caseInReview(product.url);
  await caseWithoutMaterials(product.url);
});

/** Goes to a page and waits until it has no more to load. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${product.url}${path}`);
  await page.waitForLoadState('networkidle');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('.ant-spin-spinning').first().waitFor({ state: 'detached' });
}

/** What is wrong with the look of a page on one screen after another. */
async function wrongsOf(page: Page, path: string): Promise<readonly string[]> {
  const wrongs: string[] = [];
  await page.setViewportSize(phone);
  await open(page, path);
  // A wall is never narrow.
  for (const size of path === paths.bigScreen ? [wide] : [phone, enlarged, wide]) {
    await page.setViewportSize(size);
    const look = async () => {
      const { wider, higher } = await beyond(page);
      const lying = (await covered(page)).map((words) => `covered: ${words}`);
      const heads = (await squeezed(page)).map((words) => `squeezed: ${words}`);
      return [
        ...(wider > 0 ? [`${wider} px wider`] : []),
        ...(higher > 0 && size === wide && !long.includes(path) ? [`${higher} px higher`] : []),
        ...lying,
        ...heads,
      ].map((wrong) => `${path} at ${size.width}: ${wrong}`);
    };
    // Menus unfold and tables are measured again: what is wrong stays wrong.
    let found = await look();
    for (let again = 0; found.length > 0 && again < 10; again += 1) {
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
      found = await look();
    }
    wrongs.push(...found);
  }
  return wrongs;
}

it.each<[string | null, string[]]>([
  [null, ['/', '/guide', '/progress', '/check', '/sign-in']],
  ['jiangyingchun', ['/worklists/claimable', '/worklists/overdue', '/cases/new', '/numbers', '/account', '/nowhere']],
  ['yanduxing', ['/worklists/department', '/messages', '/board', '/warnings', '/ledger', paths.bigScreen]],
])(
  'what %s reads is moved sideways on no screen, and is no higher than a wide one without need',
  async (login, read) => {
    const { page } = await product.seat({ ...(login !== null && { login }), size: phone });
    const wrongs: string[] = [];
    for (const path of read) wrongs.push(...(await wrongsOf(page, path)));
    expect(wrongs).toEqual([]);
  },
);

it('a list on a phone is cards that name what they show; days that end before they begin are refused at their field', async () => {
  const { page } = await product.seat({ login: 'jiangchengwen', size: phone, at: '/worklists/department' });
  const card = page.getByRole('main').locator('tr.ant-table-row').first();
  await card.getByRole('link').waitFor();
  expect(await card.locator('td[data-title]').first().getAttribute('data-title')).toBe('申请人');
  const first = page.getByLabel('收件日期自');
  const last = page.getByLabel('收件日期至');
  await first.fill('2026-02-30');
  await last.press('Tab');
  await page.getByText('日期请写成 2026-01-31 的样子').waitFor();
  await first.fill('20260304');
  expect(await first.inputValue()).toBe('2026-03-04');
  await last.fill('2026-03-03');
  await last.press('Enter');
  await page.getByText('结束日期不得早于开始日期').waitFor();
  expect(await graveFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '查询' }).click();
  expect(new URL(page.url()).search).toBe('');
  await page.goto(`${product.url}/worklists/department?receivedFrom=2026-03-04&receivedTo=2026-03-03`);
  await page.getByRole('alert').getByText('收件日期至：结束日期不得早于开始日期').waitFor();
  await page.goto(`${product.url}/worklists/department?light=purple`);
  await page.getByRole('alert').getByText('预警状态：没有这一项，请从列出的选项中选择').waitFor();
});

it('an address without a page says so within the frame of whoever reads it, and a case that cannot be is as one that is not', async () => {
  const { page } = await product.seat({ login: 'jiangchengwen', at: '/nowhere' });
  await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor();
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('menuitem', { name: '待认领' }).waitFor();
  for (const id of ['abc', '00000000-0000-4000-8000-000000000000']) {
    await page.goto(`${product.url}/cases/${id}`);
    await page.getByRole('alert').getByText('没有找到，或者您无权查看。').waitFor();
    expect(await page.getByRole('alert').innerText()).not.toContain('更正');
  }
  const nobody = await product.page(undefined, '/nowhere');
  await nobody.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor();
  await nobody.getByRole('banner').getByRole('link', { name: '办事指南' }).waitFor();
});
