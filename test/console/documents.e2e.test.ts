import { expect, it } from 'vitest';
import { personAt } from '../../db/seed/people.ts';
import { graveFindings } from '../support/browser.ts';
import { caseInReview } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';

const product = inBrowser();

it('documents are listed, looked at and printed by the register, an act is previewed on paper, and anybody checks one', async () => {
  const caseId = await caseInReview(product.url);
  const page = await product.page('jiangyingchun', `/cases/${caseId}`);
  await page.getByRole('tab', { name: '文书' }).click();
  const panel = page.getByRole('tabpanel', { name: '文书' });
  await panel.getByRole('row', { name: new RegExp(`受理通知书.*受 ${caseId}.*未打印`) }).waitFor();
  expect(await graveFindings(page)).toEqual([]);

  const opened = page.waitForResponse((answer) => answer.url().endsWith('/pdf'));
  await panel.getByRole('button', { name: '查看 受理通知书' }).click();
  expect((await opened).headers()).toMatchObject({ 'content-type': 'application/pdf' });
  await page.getByRole('dialog', { name: '受理通知书' }).locator('iframe').waitFor();
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: '打印 受理通知书' }).click();
  await page.getByRole('dialog', { name: '受理通知书' }).locator('iframe[src^="blob:"]').waitFor();
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: '补打 受理通知书' }).waitFor();
  await panel.getByText(/已打印 1 次/).waitFor();

  // What this machine prints receipts on is chosen once.
  await panel.getByLabel('收件凭证用纸').click();
  await page.locator('.ant-select-item-option', { hasText: '80 毫米小票' }).click();
  await page.reload();
  await page.getByRole('tab', { name: '文书' }).click();
  const onRoll = page.waitForResponse((answer) => answer.url().includes('layout=roll'));
  await panel.getByRole('button', { name: '查看 收件凭证' }).click();
  expect((await onRoll).status()).toBe(200);
  await page.getByRole('dialog', { name: '收件凭证' }).locator('iframe[src*="layout=roll"]').waitFor();
  await page.keyboard.press('Escape');
  const printed = page.waitForResponse((answer) => answer.url().endsWith('prints?layout=roll'));
  await panel.getByRole('button', { name: '打印 收件凭证' }).click();
  expect((await printed).status()).toBe(200);
  await page.getByRole('dialog', { name: '收件凭证' }).locator('iframe[src^="blob:"]').waitFor();
  await page.keyboard.press('Escape');

  const filled = page.waitForResponse((answer) => answer.url().endsWith('/working-papers/powerOfAttorney'));
  await panel.getByRole('button', { name: '打印 授权委托书' }).click();
  expect((await filled).status()).toBe(200);
  await page.getByRole('dialog', { name: '授权委托书' }).locator('iframe').waitFor();
  await page.keyboard.press('Escape');

  // A press without the words shows what the form asks for; with them, the paper.
  await page.getByRole('button', { name: '撤件', exact: true }).first().click();
  const acts = page.getByRole('region', { name: '其他操作' });
  await acts.getByRole('button', { name: '预览文书' }).click();
  await acts.locator('.ant-form-item-explain-error').waitFor();
  await acts.getByLabel('申请人的说明').fill('项目调整，不再申请。');
  await acts.getByRole('button', { name: '预览文书' }).click();
  await page.getByRole('dialog', { name: '文书预览（草稿）' }).locator('iframe[src^="blob:"]').waitFor();
  await page.keyboard.press('Escape');

  // A slip in a paper that went out is told by another, by who answers for the window; the first stays and says so.
  const lead = await product.page(personAt('windowLead', 'sy-water').login, `/cases/${caseId}`);
  await lead.getByRole('button', { name: '更正文书' }).first().click();
  await lead.getByLabel('被更正的文书').click();
  await lead.locator('.ant-select-item-option', { hasText: '受理通知书' }).click();
  await lead.getByLabel('原文（照录有误之处）').fill('监督投诉电话');
  await lead.getByLabel('更正为').fill('监督举报电话');
  await lead.getByLabel('更正依据（审批表、申请材料的记载等）').fill('办事指南的记载');
  await lead.getByRole('region', { name: '其他操作' }).getByLabel('文书编号').fill(`更 ${caseId}`);
  await lead.getByRole('region', { name: '其他操作' }).getByRole('button', { name: '更正文书' }).last().click();
  await lead.getByText('更正文书：已办理').first().waitFor();
  await lead.getByRole('tab', { name: '文书' }).click();
  await lead.getByText(new RegExp(`已作更正，应当与更正通知书一并使用（更 ${caseId}）`)).waitFor();
  await lead.getByRole('row', { name: new RegExp(`^更正通知书.*更 ${caseId}`) }).waitFor();
  expect(await graveFindings(lead)).toEqual([]);

  const reader = await product.page(undefined, '/check?no=%E5%8F%97%E3%80%942026%E3%80%951%E5%8F%B7&code=AAAAA-AAAAA');
  await reader.getByRole('alert').filter({ hasText: '文书编号和核验码不相符' }).waitFor();
  expect(await reader.getByLabel('文书编号').inputValue()).toBe('受〔2026〕1号');
  expect(await graveFindings(reader)).toEqual([]);
  expect(product.wrongs()).toEqual([]);
});
