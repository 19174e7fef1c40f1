import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { presale } from '../../db/seed/items/presale.ts';
import { personAt } from '../../db/seed/people.ts';
import { forms } from '../../demo/seed/filings.ts';
import { graveFindings } from '../support/browser.ts';
import { caseWithout, fill, give, press } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';

const there = inBrowser();
const { departmentId } = presale.item;
const officer = personAt('caseOfficer', departmentId);
const note = (page: Page, text: string | RegExp) => page.getByRole('note').filter({ hasText: text });

/** Passes the materials on to the officer; `copies` of the building permit instead of its original. */
async function passOn(page: Page, copies: boolean): Promise<void> {
  await fill(page, '移交部门');
  await page.getByLabel('接收人（部门）').click();
  await page.keyboard.type(officer.name);
  await page
    .getByTitle(new RegExp(`^${officer.name}`))
    .last()
    .waitFor();
  await page.keyboard.press('Enter');
  if (copies) {
    await page.getByLabel('建筑工程施工许可证 原件').fill('0');
    await page.getByLabel('建筑工程施工许可证 复印件').fill('1');
  }
  expect(await graveFindings(page)).toEqual([]);
  await press(page, '移交部门');
  await page.getByText('移交部门：已办理').first().waitFor();
}

it('the window passes the materials on by a list, the department returns and then signs for them, and accepts', async () => {
  const caseId = await caseWithout(there.url, presale, forms.presale(), []);
  const window = await there.page(personAt('windowClerk', departmentId).login, `/cases/${caseId}`);
  await give(window, '收件');
  await window.reload();
  await note(window, '材料在窗口：该事项由部门受理，请移交部门').getByText('逾期由窗口负责').waitFor();
  await passOn(window, true);

  const department = await there.page(officer.login, '/worklists/mine');
  await department.getByText('签收材料：窗口移交').first().waitFor();
  await department.goto(`${there.url}/cases/${caseId}`);
  const passed = note(department, `移交部门，待${officer.name}签收`);
  await passed.getByText('建筑工程施工许可证：复印件 1 份').waitFor();
  await department.getByText('已移交，待签收', { exact: true }).waitFor();
  await give(department, '退回窗口', { words: { 理由: '清单应为施工许可证原件。' } });

  await window.reload();
  await note(window, '已退回窗口，视为未移交').getByText('理由：清单应为施工许可证原件。').waitFor();
  await passOn(window, false);
  await window.reload();
  await note(window, '待').getByRole('button', { name: '打印材料流转单' }).click();
  await window.getByRole('dialog', { name: '材料流转单' }).locator('iframe[src^="blob:"]').waitFor();
  await window.keyboard.press('Escape');

  await department.reload();
  await give(department, '签收材料');
  await department.reload();
  await department.getByText('其中窗口用 0 个工作日，部门用 0 个工作日').waitFor();
  await give(department, '受理', { words: { 文书编号: '沈房预受〔2026〕1号' } });
  expect(there.wrongs()).toEqual([]);
});
