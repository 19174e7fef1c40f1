import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { developerQualification } from '../../db/seed/items/developer-qualification.ts';
import { foodBusiness } from '../../db/seed/items/food-business.ts';
import { personAt } from '../../db/seed/people.ts';
import { forms } from '../../demo/seed/filings.ts';
import { graveFindings } from '../support/browser.ts';
import { caseWithout, fill, give, press } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';

const there = inBrowser();

const note = (page: Page, text: string) => page.getByRole('note').filter({ hasText: text });
const box = (page: Page, name: string) => page.getByRole('checkbox', { name }).filter({ visible: true });
const pageOf = async (seed: typeof foodBusiness, caseId: string) => {
  const page = await there.page(personAt('windowClerk', seed.item.departmentId).login);
  await page.goto(`${there.url}/cases/${caseId}`);
  return page;
};
/** Gives an order whose form stands ready but for its number and the credit check. */
async function undertake(
  page: Page,
  title: string,
  words: Readonly<Record<string, string>>,
  tick?: string,
): Promise<void> {
  await fill(page, title, { words });
  if (tick !== undefined) await box(page, tick).check();
  await page.getByRole('radio', { name: '未发现失信记录' }).filter({ visible: true }).check();
  await press(page, title);
  await page.getByText(`${title}：已办理`).first().waitFor();
  await page.reload();
}

it('the window takes an undertaking for a certificate and accepts on another one, to be decided at once', async () => {
  const caseId = await caseWithout(there.url, developerQualification, forms.developer(), ['quality']);
  const page = await pageOf(developerQualification, caseId);
  const certificate = '无工程质量责任事故证明';
  await undertake(page, '登记证明事项承诺', { 文书编号: '沈建承〔2026〕1号' }, certificate);
  expect(await graveFindings(page)).toEqual([]);
  await give(page, '收件');
  await page.reload();
  await undertake(page, '按告知承诺受理', { 文书编号: '沈建受〔2026〕1号', 告知承诺书编号: '沈建诺〔2026〕1号' });
  await note(page, '许可告知承诺').getByText('请当场作出决定').waitFor();
  await page.getByRole('tab', { name: '申报材料' }).click();
  await page.getByText('书面承诺替代，待核查').first().waitFor();
  expect(there.wrongs()).toEqual([]);
});

it('the window lets a material come later on an undertaking, and enters an acceptance of yesterday with its proof folded away', async () => {
  const caseId = await caseWithout(there.url, foodBusiness, forms.food(), []);
  const page = await pageOf(foodBusiness, caseId);
  await give(page, '收件');
  await page.reload();
  await page.getByRole('tab', { name: '登记容缺承诺', selected: true }).waitFor();
  await undertake(page, '登记容缺承诺', { 文书编号: '沈河市监容〔2026〕1号' });
  await note(page, '容缺受理')
    .getByText(/受理之日起\s*3\s*个工作日/)
    .waitFor();
  await fill(page, '受理', { words: { 文书编号: '沈河市监受〔2026〕1号' } });
  expect(await page.getByLabel('送达日期').filter({ visible: true }).count()).toBe(0);
  await page.getByText('补录：此前已经书面告知申请人').first().click();
  await page.getByLabel('送达日期').filter({ visible: true }).waitFor();
  await press(page, '受理');
  await page.getByText('受理：已办理').first().waitFor();
  await page.reload();
  await note(page, '容缺受理')
    .getByText(/后补期限\s*3\s*个工作日，至 \d{4}-\d{2}-\d{2}，收齐后才能作出决定/)
    .waitFor();
  expect(there.wrongs()).toEqual([]);
});

it('the window lays a refusal before its lead, who finds it among what waits, with the words that were written', async () => {
  const caseId = await caseWithout(there.url, developerQualification, forms.developer(), ['quality']);
  const clerk = await pageOf(developerQualification, caseId);
  await fill(clerk, '报请不予受理', {
    words: { 应当向哪个机关申请: '辽宁省住房和城乡建设厅', 理由: '一级资质由省级核定' },
  });
  await press(clerk, '报请不予受理');
  await note(clerk, '已报请不予受理，等待').waitFor();
  const lead = await there.page(personAt('windowLead', developerQualification.item.departmentId).login);
  await lead.goto(`${there.url}/worklists/waitingApproval`);
  await lead.getByText('决定是否不予受理：收件').first().waitFor();
  await lead.goto(`${there.url}/cases/${caseId}`);
  await note(lead, '请您决定是否不予受理').getByText('一级资质由省级核定').waitFor();
  expect(await graveFindings(lead)).toEqual([]);
  await lead.getByRole('button', { name: /^不予受理：/ }).click();
  const dialog = lead.getByRole('dialog');
  expect(await dialog.getByLabel('应当向哪个机关申请').inputValue()).toBe('辽宁省住房和城乡建设厅');
  await dialog.getByLabel('救济途径').fill('六十日内可以向沈阳市人民政府申请行政复议。');
  await dialog.getByLabel('文书编号').fill('沈建不受〔2026〕1号');
  await dialog.getByRole('button', { name: '不予受理' }).click();
  await lead.getByText('已办结：不予受理').first().waitFor();
  expect(there.wrongs()).toEqual([]);
});
