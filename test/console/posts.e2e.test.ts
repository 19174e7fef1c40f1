import { beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { demoPassword } from '../../db/seed/people.ts';
import { graveFindings, withoutSession } from '../support/browser.ts';
import type { Seat } from '../support/browser.ts';
import { caseInReview, fill, press } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';

const window = '沈阳市水务局 综合窗口受理员';
const reviewer = '沈阳市水务局 审核人';
const housing = '沈阳市城乡建设局 综合窗口受理员';
const product = inBrowser();
let seat: Seat;
let caseId = '';

beforeAll(async () => {
  caseId = await caseInReview(product.url);
  seat = await product.seat({ login: 'jiangjianren', at: '/desk' });
});

const person = (page: Page, post: string) =>
  page.getByRole('banner').getByRole('button', { name: `江兼任（${post}）` });
const entry = (page: Page, title: string | RegExp) =>
  page.getByRole('navigation', { name: '主菜单' }).getByRole('menuitem', { name: title });

const focusedText = async (page: Page) => page.locator(':focus').innerText();
const isFocused = async (at: Locator) => (await at.and(at.page().locator(':focus')).count()) === 1;

async function switchTo(page: Page, post: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /江兼任/ })
    .click();
  await page.getByRole('menuitem', { name: post }).click();
  await person(page, post).waitFor();
}

describe('whoever holds several posts', () => {
  it('works in all of them first, and by keyboard takes one into use: menu and rights are those of this post', async () => {
    const { page } = seat;
    await person(page, '全部岗位').focus();
    await entry(page, '收件').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: '全部岗位（当前）' }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    const wanted = page.getByRole('menuitem', { name: reviewer });
    await page.keyboard.press('Tab');
    for (let turn = 0; turn < 8 && !(await isFocused(wanted)); turn += 1) {
      const before = await focusedText(page);
      await page.keyboard.press('ArrowDown');
      await expect.poll(async () => focusedText(page)).not.toBe(before);
    }
    expect(await isFocused(wanted)).toBe(true);
    await page.keyboard.press('Enter');
    await person(page, reviewer).waitFor();
    await entry(page, '我的待办').waitFor();
    expect(await entry(page, '收件').count()).toBe(0);
    await page.goto(`${product.url}/cases/${caseId}`);
    await page.getByRole('note').filter({ hasText: '该环节由承办人（江承文、江承武）办理。' }).waitFor();
    expect(await page.getByRole('button', { name: '撤件' }).count()).toBe(0);
  });

  it('switches to another role of the same department: what was not offered is there', async () => {
    const { page } = seat;
    await switchTo(page, window);
    await entry(page, '收件').waitFor();
    await page.goto(`${product.url}/cases/${caseId}`);
    await page.getByRole('button', { name: '变更联系方式' }).first().waitFor();
    await page.getByRole('button', { name: '撤件' }).first().waitFor();
  });

  it('is in the same post in every window of the browser, and finds cases of its department only', async () => {
    const other = await seat.context.newPage();
    await other.goto(`${product.url}/cases/${caseId}`);
    await person(other, window).waitFor();
    await switchTo(seat.page, housing);
    await other.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await person(other, housing).waitFor();
    await other.getByRole('alert').filter({ hasText: '没有找到，或者您无权查看' }).waitFor();
    await other.close();
  });

  it('keeps the post when the session ends in the middle of a form', async () => {
    const { page } = seat;
    await switchTo(page, window);
    await page.goto(`${product.url}/cases/${caseId}`);
    await page.getByRole('button', { name: '变更联系方式' }).first().click();
    await fill(page, '变更联系方式', { words: { 联系人: '钱经理' } });
    await withoutSession(page, async () => press(page, '变更联系方式'));
    const dialog = page.getByRole('dialog', { name: '登录已失效' });
    await dialog.getByLabel('密码').fill(demoPassword);
    await dialog.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('变更联系方式：已办理').first().waitFor();
    await person(page, window).waitFor();
    await switchTo(page, '全部岗位');
    expect(seat.wrongs).toEqual([]);
  });
});
