import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../../db/seed/people.ts';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import { signIn } from '../../demo/api-client.ts';
import { graveFindings } from '../support/browser.ts';
import type { Seat } from '../support/browser.ts';
import { pdf } from '../support/file-samples.ts';
import { inBrowser } from '../support/in-browser.ts';
import { loadedBy, overhang } from '../support/looks.ts';

/** An applicant with a small phone and no account, then the clerk of the window. */
const phone = { width: 360, height: 720 };
const product = inBrowser();
const { itemCode } = waterAbstraction.definition;
let seat: Seat;

beforeAll(async () => {
  seat = await product.seat({ size: phone });
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '申报步骤' }).getByRole('button', { name });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });

describe('filing online', () => {
  it('is begun from the guide, left, come back to, filed, and opened from its receipt; the window verifies and accepts', async () => {
    const { page } = seat;
    await page.goto(`${product.url}/guide/${itemCode}`);
    await page.getByRole('link', { name: '网上申报' }).click();
    await page.getByText('网上申报不核验身份').waitFor();
    const loaded = await loadedBy(page);
    expect(loaded.filter(([url]) => /antd|table|staff|modal/.test(url))).toEqual([]);
    await button(page, '开始填写').click();
    await page.getByLabel('姓名或名称').first().waitFor();
    expect(await overhang(page)).toBe(0);

    // Typed in part and left: the link brings it back.
    await page.getByLabel('姓名或名称').fill('沈河');
    await page.getByLabel('证件号码').fill('210102199001011');
    await page.getByLabel('证件号码').blur();
    await page.locator('.wrong').waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.getByText('已保存').waitFor();
    const link = await page.getByLabel('草稿链接').inputValue();
    expect(link).toContain('#');
    await page.goto('about:blank');
    await page.goto(link);
    expect(await page.getByLabel('姓名或名称').inputValue()).toBe('沈河');
    await page.getByLabel('证件类型').selectOption('passport');
    await page.getByLabel('证件号码').fill('E12345678');
    await page.getByLabel('联系人').fill('沈河');
    await page.getByLabel('联系电话', { exact: true }).fill('13800000001');
    await page.getByLabel('送达地址').fill('沈阳市沈河区一号');

    await step(page, '表单').click();
    await heading(page, '表单').waitFor();
    const texts = ['取水目的', '取水地点', '取水方式和计量方式', '退水地点和污水处理措施'];
    for (const label of texts) await page.getByLabel(label).fill('说明');
    await page.getByLabel('取水水源').selectOption('surface');
    await page.getByLabel('年取水量').fill('36.5');
    await page.getByLabel('取水起始日期').fill('2027-05-01');

    await step(page, '材料').click();
    const file = { name: '申请书.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf(2_000, 'applied')) };
    await page.getByLabel('为“取水许可申请书”选择文件').setInputFiles(file);
    await button(page, '删除 申请书.pdf').waitFor();
    expect(await overhang(page)).toBe(0);

    // What is still wrong is named, with the way to it.
    await step(page, '核对并提交').click();
    expect(await button(page, '提交申报').isEnabled()).toBe(false);
    await page.getByRole('button', { name: /取水期限：/ }).click();
    await page.getByLabel('取水期限').fill('5');
    await step(page, '核对并提交').click();
    expect(await overhang(page)).toBe(0);
    await button(page, '提交申报').click();
    await heading(page, '已提交').waitFor();
    expect(await page.locator('main').innerText()).toMatch(/办件编号[\s\S]*查询码[\s\S]*取水许可申请书[\s\S]*核验身份/);
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '查看办理进度' }).click();
    await page.getByRole('region', { name: '现在由谁办理' }).waitFor();
    const caseNo = await page.getByLabel('办件编号').inputValue();

    await verifiesAndAccepts(caseNo);
    expect(product.wrongs()).toEqual([]);
  });
});

/** The clerk's half: acceptance waits for the identity, which is verified in two clicks. */
async function verifiesAndAccepts(caseNo: string): Promise<void> {
  const clerk = await signIn(product.url, 'jiangyingchun', demoPassword);
  const { items } = await clerk.get(`/finder?words=${caseNo}`);
  const caseId = (items as { caseId: string }[])[0]?.caseId ?? '';
  const received = waterAbstraction.definition.materials.map(({ id }) => id);
  await clerk.post(`/cases/${caseId}/orders`, { type: 'checkIn', stepId: 'intake', received }, randomUUID());
  const page = await product.page('jiangyingchun', `/cases/${caseId}`);
  const note = page.getByRole('note').filter({ hasText: '身份尚未核验' });
  await note.getByRole('button', { name: '核验申请人身份' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '核验申请人身份' }).click();
  await note.waitFor({ state: 'detached' });
  const order = { type: 'accept', stepId: 'acceptance', documentNo: '沈水受〔2026〕900号' };
  await clerk.post(`/cases/${caseId}/orders`, order, randomUUID());
}
