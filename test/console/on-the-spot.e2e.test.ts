import { expect, it } from 'vitest';
import { foodBusiness } from '../../db/seed/items/food-business.ts';
import { foodBusinessChange } from '../../db/seed/items/food-business-change.ts';
import { forms } from '../../demo/seed/filings.ts';
import { graveFindings } from '../support/browser.ts';
import { caseWithout, give } from '../support/clerk.ts';
import { freePort } from '../../server/launcher/ports.ts';
import { createSimulator } from '../../tools/devices/simulator.ts';
import { pdf } from '../support/file-samples.ts';
import { inBrowser } from '../support/in-browser.ts';

const port = await freePort();
const product = inBrowser({ env: { DEVICE_BRIDGE_URL: `http://127.0.0.1:${port}` } });
const { code } = foodBusinessChange.item;

const words: Readonly<Record<string, string>> = {
  姓名或名称: '沈阳浑河供水有限公司',
  证件号码: '91210100MA0D3M0138',
  联系人: '赵经理',
  送达地址: '沈阳市沈河区中街路1号',
  原许可证编号: 'JY22101030012345',
  变更后的内容: '浑南面馆（中街店）',
};

it('an 即办件 goes from receipt to delivery on one screen, within a minute', async () => {
  const page = await product.page('misuda', `/cases/new?item=${code}`);
  const begun = performance.now();
  await page.getByLabel('姓名或名称').waitFor();
  for (const [label, text] of Object.entries(words)) await page.getByLabel(label, { exact: true }).first().fill(text);
  await page.getByLabel('联系电话').last().fill('13900001234');
  await page.getByLabel('变更事项').click();
  await page.getByTitle('经营者名称').last().click();
  for (const box of await page.getByRole('checkbox', { name: /^已收到/ }).all()) await box.check();
  await page.setInputFiles('input[aria-label="选择文件：食品经营许可变更申请书"]', {
    name: '变更申请书.pdf',
    mimeType: 'application/pdf',
    buffer: pdf(),
  });
  await page.getByText('变更申请书.pdf').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '接着办理' }).waitFor();
  // What was chosen in the form is sent by itself.
  await page.getByRole('button', { name: '预览 变更申请书.pdf' }).waitFor();
  await give(page, '收件');
  // Whoever loads the page again goes on where it was.
  await page.reload();
  await page.getByRole('heading', { name: '接着办理' }).waitFor();
  await give(page, '受理', { words: { 文书编号: '沈河市监受〔2026〕900号' } });
  await give(page, '作出决定', { words: { 文书编号: '沈河市监许〔2026〕900号' }, choice: '准予许可' });
  await give(page, '制证', { words: { 证照编号: 'JY22101030012345' } });
  await give(page, '送达', { words: { 签收人: '赵经理' } });
  await page
    .getByText(/^已办结：/)
    .first()
    .waitFor();
  expect(performance.now() - begun).toBeLessThan(60_000);
  expect(new URL(page.url()).pathname).toBe('/cases/new');
  expect(await graveFindings(page)).toEqual([]);
  expect(product.wrongs()).toEqual([]);
});

it('the card on the reader fills in the applicant, and the document camera brings a file', async () => {
  const page = await product.page('misuda', `/cases/new?item=${code}`);
  await page.getByLabel('类别').first().click();
  await page.getByTitle('自然人').last().click();
  const read = page.getByRole('button', { name: '读身份证：申请人信息' });
  await read.click();
  await page.getByText(/没有应答。请确认它已启动，或者手工录入。/).waitFor();

  const card = { name: '赵演示', idNo: '210102199003070011', address: '沈阳市和平区演示路1号', validUntil: '长期' };
  const devices = createSimulator({ origins: [product.url], card, waitMs: 100 }).listen(port, '127.0.0.1');
  try {
    await read.click();
    await expect.poll(async () => page.getByLabel('姓名或名称').inputValue()).toBe(card.name);
    expect(await page.getByLabel('证件号码').inputValue()).toBe(card.idNo);
    expect(await page.getByLabel('送达地址').inputValue()).toBe(card.address);

    const caseId = await caseWithout(product.url, foodBusinessChange, forms.foodChange('浑南面馆'), [], 'post');
    await page.goto(`${product.url}/cases/${caseId}`);
    await page.getByRole('tab', { name: '申报材料' }).click();
    await page.getByRole('button', { name: '用高拍仪拍摄：食品经营许可变更申请书' }).click();
    await page.getByText('食品经营许可变更申请书.png').waitFor();
    // It came by post: the envelope proves the day of receipt.
    await page.getByRole('button', { name: '用高拍仪拍摄：收件日期的凭证（信封、邮戳等）' }).click();
    await page.getByText('收件日期的凭证（信封、邮戳等）.png').waitFor();
  } finally {
    devices.closeAllConnections();
    devices.close();
  }
});

it('否 is an answer to a question of the form, given at once', async () => {
  const page = await product.page('misuda', `/cases/new?item=${foodBusiness.item.code}`);
  const asked = page.getByRole('radiogroup', { name: '是否网络经营' });
  await asked.waitFor();
  await page.getByRole('button', { name: '提交收件' }).click();
  const missing = page.getByText('是否网络经营：必填', { exact: true });
  await missing.waitFor();
  await asked.getByRole('radio', { name: '否' }).check();
  await missing.waitFor({ state: 'detached' });
  expect(await graveFindings(page)).toEqual([]);
});

it('a list of an agent becomes a case each, on one receipt; what is wrong is said at its line', async () => {
  const page = await product.page('misuda', `/cases/new?item=${code}`);
  await page.getByRole('link', { name: '批量收件（代理机构）' }).click();
  await page.getByRole('heading', { name: '批量收件' }).waitFor();
  await page.getByLabel('姓名或名称').fill('沈阳浑河供水有限公司');
  await page.getByLabel('证件号码').fill('91210100MA0D3M0138');
  await page.getByLabel('联系人').fill('赵经理');
  await page.getByLabel('联系电话').last().fill('13900001234');
  await page.getByLabel('送达地址').fill('沈阳市沈河区中街路1号');
  const list = page.getByLabel('申请人名单');
  const line = (name: string, no: string) => `${name}\t210102199003070011\tJY2210103001234${no}\t经营者名称\t${name}店`;
  await list.fill(`${line('赵演示', '5')}\n钱演示\t210102199003070012`);
  await page.getByText('共 2 名申请人，其中 1 行有误，改正后再登记').waitFor();
  await page.getByText('证件号码有误（校验不符）').waitFor();
  expect(await page.getByRole('button', { name: '登记 2 件' }).isDisabled()).toBe(true);

  await list.fill([line('赵演示', '5'), line('钱演示', '6'), line('赵演示', '5')].join('\n'));
  await page.getByText('与第 1 行重复（同一申请人、内容相同）').waitFor();
  await list.fill([line('赵演示', '5'), line('钱演示', '6')].join('\n'));
  await page.getByRole('button', { name: '登记 2 件' }).click();
  await page.getByText('已登记 2 件，共 2 件').waitFor();
  const receipt = page.getByRole('row').filter({ hasText: /11210103MB\w{33}\s*[0-9A-HJKMNP-TV-Z]{10}$/ });
  expect(await receipt.count()).toBe(2);
  await page.getByRole('row').filter({ hasText: '何时告知' }).waitFor();
  expect(await graveFindings(page)).toEqual([]);
});
