import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { demoPassword } from '../../db/seed/people.ts';
import { signIn } from '../../demo/api-client.ts';
import { graveFindings } from '../support/browser.ts';
import { caseWithoutMaterials, fill, give, press } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';

const there = inBrowser();
const [thirdParties, waterReport] = ['与第三者利害关系的说明', '建设项目水资源论证报告书'];

const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true }).filter({ visible: true });
const asked = (page: Page) => page.getByRole('note').filter({ hasText: '已出具补正告知书' });
const done = (page: Page, title: string) => page.getByText(`${title}：已办理`).first().waitFor();

/** Takes in one part of what was asked. */
async function receive(page: Page, part: string): Promise<void> {
  await fill(page, '收取补正材料');
  await box(page, part).check();
  await press(page, '收取补正材料');
  await done(page, '收取补正材料');
  await page.reload();
}

it('the window asks for two things, receives them in two parts, and accepts on the day of the last', async () => {
  const caseId = await caseWithoutMaterials(there.url);
  const admin = await signIn(there.url, 'yanweian', demoPassword);
  const todayIs = async () => String((await admin.get('/business-clock'))['today']);
  const page = await there.page('jiangyingchun');
  await page.goto(`${there.url}/cases/${caseId}`);
  await fill(page, '出具补正告知书', { words: { 文书编号: '沈水补〔2026〕1号' } });
  await box(page, '取水许可申请书（必要）').check();
  await page.getByLabel(`如何补正：${waterReport}`).fill('请提交经评审的报告书。');
  expect(await graveFindings(page)).toEqual([]);
  await press(page, '出具补正告知书');
  await done(page, '出具补正告知书');
  await page.reload();
  await asked(page).getByText(`补交 ${waterReport}：请提交经评审的报告书。（未收到）`).waitFor();
  expect(await asked(page).getByRole('listitem').count()).toBe(2);
  await page.getByRole('button', { name: '打印补正告知书' }).click();
  await page.getByRole('dialog', { name: '申请材料补正告知书' }).locator('iframe[src^="blob:"]').waitFor();
  await page.keyboard.press('Escape');

  await receive(page, thirdParties ?? '');
  await asked(page)
    .getByText(/补交 与第三者利害关系的说明[^]*收到/)
    .waitFor();
  const last = await todayIs();
  await receive(page, waterReport ?? '');
  await admin.post('/business-clock/advance', { days: 1 });
  await page.reload();
  await give(page, '收件');
  await page.reload();
  await give(page, '受理', { words: { 文书编号: '沈水受〔2026〕1号' } });
  await page.reload();
  await page.getByText(`受理 ${last}`).first().waitFor();
  expect(await todayIs()).not.toBe(last);
  expect(there.wrongs()).toEqual([]);
});

it('the applicant says on a phone that all is supplied and later asks to withdraw; the window reads it and ends the case', async () => {
  const clerk = await signIn(there.url, 'jiangyingchun', demoPassword);
  const caseId = await caseWithoutMaterials(there.url);
  const { today } = await clerk.get('/business-clock');
  const notice = {
    type: 'askSupplement',
    stepId: 'intake',
    documentNo: '沈水补〔2026〕77号',
    servedOn: today,
    asked: [
      { kind: 'material', id: 'application', defect: 'missing' },
      { kind: 'material', id: 'waterReport', defect: 'missing' },
      { kind: 'material', id: 'thirdParties', defect: 'missing' },
    ],
    mends: ['请提交', '请提交', '请提交'],
    consequence: '逾期不补正的，依法处理。',
  };
  await clerk.post(`/cases/${caseId}/orders`, notice, randomUUID());
  const { caseNo } = await clerk.get(`/cases/${caseId}`);
  const { queryCode } = await clerk.post(`/query-codes/${caseId}`, {});
  const { page } = await there.seat({ size: { width: 360, height: 740 } });
  await page.goto(
    `${there.url}/progress#${new URLSearchParams({ caseNo: String(caseNo), code: String(queryCode) }).toString()}`,
  );
  await page.getByRole('button', { name: '查看文书、上传材料' }).click();
  await page.getByRole('button', { name: '声明补正完毕' }).click();
  await page.getByRole('button', { name: '声明补正完毕' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '申请撤件' }).click();
  await page.getByLabel('撤件说明').fill('项目取消，不再取水。');
  await page.getByRole('button', { name: '申请撤件' }).click();
  await page.getByText(/已于 \d{4}-\d\d-\d\d 申请撤件，请等待窗口与您核实。/).waitFor();
  expect(await graveFindings(page)).toEqual([]);

  const window = await there.page('jiangyingchun', `/cases/${caseId}`);
  await window
    .getByRole('note')
    .filter({ hasText: '网上申请撤件，请核实后办理' })
    .getByText('项目取消，不再取水。')
    .waitFor();
  await window.getByRole('note').filter({ hasText: '网上申请撤件' }).getByRole('button', { name: '撤件' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel('申请人的说明').fill('电话核实，申请人确认撤回。');
  await dialog.getByRole('button', { name: '撤件' }).click();
  await window
    .getByText(/^已办结：/)
    .first()
    .waitFor();
  expect(there.wrongs()).toEqual([]);
});
