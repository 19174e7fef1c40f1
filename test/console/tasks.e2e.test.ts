import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoPassword } from '../../db/seed/people.ts';
import { signIn } from '../../demo/api-client.ts';
import { graveFindings, withoutLive } from '../support/browser.ts';
import { caseInReview, countOf, press } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';
import { pressAt, signInByKeyboard, typeInto } from '../support/keyboard.ts';

/** The screen of a clerk's desk. */
const desk = { width: 1366, height: 768 };
const product = inBrowser({ size: desk });
const seat = product.page;

async function open(page: Page, caseId: string): Promise<void> {
  await page.goto(`${product.url}/cases/${caseId}`);
  await page.getByRole('heading', { level: 2, name: '审查' }).waitFor();
}

/** Gives an order over the API. */
async function order(login: string, caseId: string, body: Record<string, unknown>): Promise<void> {
  const user = await signIn(product.url, login, demoPassword);
  await user.post(`/cases/${caseId}/orders`, body, randomUUID());
}

const main = (page: Page) => page.getByRole('main');
const claimIn = (page: Page) => main(page).getByRole('button', { name: '认领', exact: true });
const menuOf = (page: Page) => page.getByRole('button', { name: /^“审查”由谁办的操作/ });
const told = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor();
const note = (page: Page) => main(page).getByRole('note').first();
/** Items of the open menu, by their words. */
async function itemsOf(page: Page): Promise<readonly string[]> {
  const items = page.locator('.ant-dropdown:not(.ant-dropdown-hidden) [role=menuitem]');
  await items.first().waitFor();
  return items.allInnerTexts();
}

/** Opens the dialog of an act on the task, writes the reason and who takes it over, and gives it. */
async function move(page: Page, title: string, o: { to?: string; reason: string }): Promise<void> {
  await menuOf(page).click();
  await page.getByRole('menuitem', { name: title, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `${title}：审查` });
  if (o.to !== undefined) {
    await dialog.getByLabel('接办人').click();
    await page.keyboard.type(o.to.slice(1));
    await page.getByTitle(new RegExp(`^${o.to}（`)).waitFor();
    await page.keyboard.press('Enter');
  }
  await dialog.getByLabel('理由').fill(o.reason);
  await press(page, title);
  await dialog.waitFor({ state: 'detached' });
}

describe('a task in the browser', () => {
  it('is claimed from the list in one click: 我的待办 is empty, so the page opens on 待认领', async () => {
    const caseId = await caseInReview(product.url);
    const page = await seat('jiangchengwen', '/worklists/mine');
    await page.waitForURL('**/worklists/claimable');
    const row = page.getByRole('row').filter({ hasText: '审查' });
    const claim = row.getByRole('button', { name: /^认领/ });
    const box = await claim.boundingBox();
    expect((box?.y ?? desk.height) + (box?.height ?? 0)).toBeLessThan(desk.height);
    expect((box?.x ?? desk.width) + (box?.width ?? 0)).toBeLessThan(desk.width);
    expect(await graveFindings(page)).toEqual([]);
    await claim.click();
    await told(page, '已认领 1 件');
    await row.first().waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: '我的待办 1' }).waitFor({ state: 'attached' });
    await page.getByText('我的待办 1').last().click();
    await page.waitForURL('**/worklists/mine');
    await main(page).getByRole('row').getByRole('link').first().click();
    await page.waitForURL(`**/cases/${caseId}`);
    await main(page).getByText('由您办理').first().waitFor();
    await page.goto(`${product.url}/worklists/department`);
    await page.getByRole('row').filter({ hasText: '江承文' }).waitFor();
    expect(await countOf(product.url, caseId, 'TaskClaimed')).toBe(1);
  });

  it('is claimed with others at once, and each row says what became of it', async () => {
    const [taken] = [await caseInReview(product.url), await caseInReview(product.url)];
    const page = await seat('jiangchengwu', '/worklists/claimable');
    await page.getByRole('checkbox', { name: /^审查/ }).nth(1).waitFor();
    await page.getByRole('button', { name: '全选' }).click();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await order('jiangchengwen', taken, { type: 'claimTask', stepId: 'review' });
    await page.getByRole('button', { name: '认领所选 2 件' }).click();
    await told(page, '已认领 1 件，未能认领 1 件');
    const words = await page.getByRole('status').filter({ hasText: '未能认领' }).innerText();
    expect(words).toMatch(/他人正在办理/);
    expect(words).toMatch(/已认领，由您办理/);
    expect(await graveFindings(page)).toEqual([]);
  });

  it('is claimed by two at the same time: the second reads who was first', async () => {
    const caseId = await caseInReview(product.url);
    const [first, second] = [await seat('jiangchengwen'), await seat('jiangchengwu')];
    await withoutLive(second);
    for (const page of [first, second]) await open(page, caseId);
    await claimIn(first).click();
    await told(first, '已认领“审查”，由您办理。');
    await claimIn(second).click();
    await second.getByRole('alert').filter({ hasText: '现在由江承文办理。' }).waitFor();
    expect(await claimIn(second).count()).toBe(0);
    expect(await note(second).innerText()).toMatch(
      /该环节由承办人（江承文）办理。[^]*请江承文转办给您[^]*科室负责人（江科明）/,
    );
    expect(await countOf(product.url, caseId, 'TaskClaimed')).toBe(1);
  });

  it('is given back, handed over, and reassigned by the chief of the section, and those concerned are told', async () => {
    const caseId = await caseInReview(product.url);
    const officer = await seat('jiangchengwen');
    await open(officer, caseId);
    await claimIn(officer).click();
    await told(officer, '已认领“审查”');
    await move(officer, '退回待认领', { reason: '本周另有专项任务。' });
    await told(officer, '“审查”已退回待认领');
    await main(officer).getByText('待认领', { exact: true }).first().waitFor();
    await move(officer, '转办', { to: '江承武', reason: '请接办。' });
    await told(officer, '“审查”已转办给江承武。');
    await main(officer).getByText('经办人 江承武').waitFor();
    expect(await officer.getByLabel('意见', { exact: true }).count()).toBe(0);
    expect(await menuOf(officer).count()).toBe(0);

    const colleague = await seat('jiangchengwu', '/messages');
    await colleague.getByText(/江承文 将“审查”转办给江承武；理由：请接办。/).waitFor();

    const chief = await seat('jiangkeming');
    await open(chief, caseId);
    expect(await note(chief).innerText()).toContain('您可以改派');
    await menuOf(chief).click();
    expect(await itemsOf(chief)).toEqual(['改派']);
    await chief.keyboard.press('Escape');
    await move(chief, '改派', { to: '江承文', reason: '调整分工。' });
    await told(chief, '“审查”已改派给江承文。');
    await colleague.reload();
    await colleague.getByText(/江科明 将“审查”由江承武改派给江承文/).waitFor();
    expect(await countOf(product.url, caseId, 'TaskReassigned')).toBe(1);
  });

  it('is offered to nobody who can never do it', async () => {
    const caseId = await caseInReview(product.url);
    for (const login of ['jiangyingchun', 'yanduxing']) {
      const page = await seat(login);
      await open(page, caseId);
      await note(page).filter({ hasText: '该环节由承办人（江承文、江承武）办理。' }).waitFor();
      expect([login, await claimIn(page).count(), await menuOf(page).count()]).toEqual([login, 0, 0]);
      expect(await page.getByText('无权办理').count()).toBe(0);
    }
  });

  it('waits for an approval that names who approves', async () => {
    const caseId = await caseInReview(product.url);
    const opinion = '须经专家评审。';
    await order('jiangchengwen', caseId, { type: 'finishReview', stepId: 'review', outcome: 'expert', opinion });
    await order('jiangchengwen', caseId, { type: 'requestUntimedStep', stepId: 'expertReview', reason: opinion });
    const page = await seat('jiangchengwen', `/cases/${caseId}`);
    await note(page).filter({ hasText: '等待分管负责人（江辅仁）批准。' }).waitFor();
  });
});

describe('fault E13: a page that stays open', () => {
  it('follows what others do with the case, and says who did it', async () => {
    const caseId = await caseInReview(product.url);
    const page = await seat('jiangchengwu');
    await open(page, caseId);
    await order('jiangchengwen', caseId, { type: 'claimTask', stepId: 'review' });
    await main(page).getByText('经办人 江承文').waitFor();
    await order('jiangchengwen', caseId, {
      type: 'finishReview',
      stepId: 'review',
      outcome: 'direct',
      opinion: '材料齐全。',
    });
    await page.getByRole('alert').filter({ hasText: '环节“审查”已由江承文于' }).waitFor();
    expect(await page.getByRole('heading', { level: 2, name: '审查', exact: true }).count()).toBe(0);
  });

  it('has its messages read at once, each with its step', async () => {
    const page = await seat('jiangchengwu', '/messages');
    await page.getByRole('row').filter({ hasText: '审查' }).first().waitFor();
    await page.getByRole('button', { name: '全部已读' }).click();
    await page.getByRole('button', { name: '标为已读' }).first().waitFor({ state: 'detached' });
    expect(await page.getByRole('cell', { name: '已读' }).count()).toBeGreaterThan(0);
  });
});

describe('a task without a mouse', () => {
  it('is claimed from the list and handed over in the dialog; the focus comes back', async () => {
    await caseInReview(product.url);
    const page = await seat();
    await signInByKeyboard(page, 'jiangchengwen', demoPassword);
    await page.goto(`${product.url}/worklists/claimable`);
    await pressAt(page, main(page).getByRole('row').getByRole('button', { name: /^认领/ }).last());
    await told(page, '已认领 1 件');
    await pressAt(page, page.getByRole('status').getByRole('link').last());
    await page.waitForURL('**/cases/*');
    await pressAt(page, menuOf(page));
    const handOver = page.getByRole('menuitem', { name: '转办', exact: true });
    await handOver.waitFor();
    await expect.poll(async () => page.locator(':focus').innerText()).toBe('退回待认领');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => page.locator(':focus').innerText()).toBe('转办');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '转办：审查' });
    await typeInto(page, dialog.getByLabel('接办人'), '承武');
    await page.getByTitle(/^江承武（/).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await typeInto(page, dialog.getByLabel('理由'), '外出学习。');
    await page.keyboard.press('Control+Enter');
    await told(page, '“审查”已转办给江承武。');
    expect(await countOf(product.url, new URL(page.url()).pathname.split('/').at(-1) ?? '', 'TaskHandedOver')).toBe(1);
  });

  it('reads in English, and nothing failed on the pages above', async () => {
    const caseId = await caseInReview(product.url);
    const page = await seat('jiangchengwen', '/desk');
    await page.getByRole('button', { name: '切换到英文' }).click();
    // The texts are on their way until the page reads in English.
    await page.waitForSelector('html[lang="en"]');
    await page.goto(`${product.url}/worklists/claimable`);
    await page
      .getByRole('button', { name: /^Claim / })
      .first()
      .waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.goto(`${product.url}/cases/${caseId}`);
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    await told(page, 'You have claimed');
    await page.getByText('Yours', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Who does/ }).click();
    expect(await itemsOf(page)).toEqual(['Give back', 'Hand over']);
    expect(await graveFindings(page)).toEqual([]);
    expect(product.wrongs()).toEqual([]);
  });
});
