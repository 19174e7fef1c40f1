import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { foodBusiness } from '../../db/seed/items/food-business.ts';
import { demoPassword, personAt } from '../../db/seed/people.ts';
import { signIn } from '../../demo/api-client.ts';
import { forms } from '../../demo/seed/filings.ts';
import { deskOf } from '../../demo/story/desk.ts';
import { file } from '../../demo/story/story.ts';
import { teller } from '../../demo/story/teller.ts';
import { graveFindings } from '../support/browser.ts';
import { caseInReview, caseWithout } from '../support/clerk.ts';
import { pdf, png, zip } from '../support/file-samples.ts';
import { inBrowser } from '../support/in-browser.ts';
import { pressAt, tabTo, typeInto } from '../support/keyboard.ts';

const product = inBrowser();
const material = '取水许可申请书';

/** The files of one material on the case page. */
async function filesOf(page: Page, title = material) {
  await page.getByRole('tab', { name: '申报材料' }).click();
  const region = page.getByRole('region', { name: title });
  await region.waitFor();
  return region;
}

const given = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/html', buffer });

describe('the files of a case', () => {
  it('come several at once, go on after a cut, are looked at, saved, replaced and withdrawn', async () => {
    const caseId = await caseInReview(product.url);
    const page = await product.page('jiangchengwen', `/cases/${caseId}`);
    const region = await filesOf(page);
    // Of three parts; the second is cut once.
    const large = pdf(9_000_000, 'large');
    let parts = 0;
    await page.route('**/upload', async (route) => {
      parts += route.request().method() === 'PATCH' ? 1 : 0;
      if (parts === 2 && route.request().method() === 'PATCH') await route.abort('connectionreset');
      else await route.continue();
    });
    await region
      .getByLabel(`为“${material}”上传文件`)
      .last()
      .setInputFiles([
        given('申请书（盖章）.pdf', large),
        given('现场照片.png', png),
        given('压缩包.zip', zip(['a.txt'])),
      ]);
    await region.getByRole('link', { name: '下载 申请书（盖章）.pdf' }).waitFor();
    await region.getByRole('alert').filter({ hasText: '不收压缩包' }).waitFor();
    expect(await region.getByRole('button', { name: '继续上传 压缩包.zip' }).count()).toBe(0);
    expect(parts).toBeGreaterThan(4);
    await region.getByRole('button', { name: '取消上传 压缩包.zip' }).click();
    expect(await graveFindings(page)).toEqual([]);

    const saved = page.waitForEvent('download');
    await region.getByRole('link', { name: '下载 申请书（盖章）.pdf' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('申请书（盖章）.pdf');
    expect(readFileSync(await download.path()).equals(large)).toBe(true);

    await region.getByRole('button', { name: '预览 现场照片.png' }).click();
    const picture = page.getByRole('dialog').getByRole('img', { name: '现场照片.png' });
    await picture.waitFor();
    await expect.poll(async () => page.evaluate('document.querySelector(".preview").naturalWidth')).toBe(1);
    await page.keyboard.press('Escape');
    const shown = page.waitForResponse((answer) => answer.url().includes('inline=true'));
    await region.getByRole('button', { name: '预览 申请书（盖章）.pdf' }).click();
    expect((await shown).headers()).toMatchObject({ 'content-type': 'application/pdf' });
    await page.getByRole('dialog').locator('iframe').waitFor();
    await page.keyboard.press('Escape');

    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      region.getByRole('button', { name: '上传 现场照片.png 的新版本' }).click(),
    ]);
    await chooser.setFiles([given('现场照片2.png', Buffer.concat([png, Buffer.from([0])]))]);
    await region.getByText('第 2 版').waitFor();

    // By the keyboard alone.
    await pressAt(page, region.getByRole('button', { name: '撤回 现场照片2.png' }));
    const dialog = page.getByRole('dialog', { name: '撤回 现场照片2.png' });
    await dialog.waitFor();
    await typeInto(page, dialog.getByLabel('撤回原因'), '拍错了地方');
    await tabTo(page, dialog.getByRole('button', { name: '撤回', exact: true }));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await region.getByText('已撤回或者已有新版本的文件 2 个').click();
    await region.getByText(/撤回：拍错了地方/).waitFor();
    await page.getByRole('tab', { name: '时间线' }).click();
    await page.getByText(`撤回“${material}”的文件 现场照片2.png，原因：拍错了地方`).waitFor();
    expect(product.wrongs()).toEqual([]);
  });

  it('that were given before are used with consent, and recorded as received by one act', async () => {
    const rules = '食品安全管理制度';
    const { login } = personAt('windowClerk', foodBusiness.item.departmentId);
    const before = await caseInReview(product.url, foodBusiness, forms.food());
    const first = await filesOf(await product.page(login, `/cases/${before}`), rules);
    await first
      .getByLabel(`为“${rules}”上传文件`)
      .last()
      .setInputFiles([given('制度.pdf', pdf(2_000, 'rules'))]);
    await first.getByRole('link', { name: '下载 制度.pdf' }).waitFor();

    const caseId = await caseWithout(product.url, foodBusiness, forms.food(), ['rules']);
    const clerk = await signIn(product.url, login, demoPassword);
    const { today } = await clerk.get('/business-clock');
    const asked = [{ kind: 'material', id: 'rules', defect: 'missing' }];
    const notice = {
      documentNo: '补1',
      servedOn: today,
      mends: ['请提交食品安全管理制度。'],
      consequence: '请一次补齐。',
    };
    const order = { type: 'askSupplement', stepId: 'intake', asked, ...notice };
    await clerk.post(`/cases/${caseId}/orders`, order, randomUUID());
    const page = await product.page(login, `/cases/${caseId}`);
    const region = await filesOf(page, rules);
    await region.getByText('已有：制度.pdf').waitFor();
    // Nobody has said yet how the applicant agreed.
    const use = region.getByRole('button', { name: '使用以前的文件 制度.pdf' });
    expect(await use.isDisabled()).toBe(true);
    await page.getByRole('radio', { name: '申请人书面同意' }).check();
    expect(await graveFindings(page)).toEqual([]);
    await use.click();
    await region.getByRole('link', { name: '下载 制度.pdf' }).waitFor();
    await page.getByRole('button', { name: '登记收到' }).click();
    await page.getByRole('button', { name: '登记收到' }).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: '时间线' }).click();
    await page.getByText(/食品安全管理制度使用办件.*提交的文件.*申请人书面同意，由.*记录/).waitFor();
    expect(product.wrongs()).toEqual([]);
  });

  it('are shown to nobody who only watches', async () => {
    const caseId = await caseInReview(product.url);
    const page = await product.page('yanduxing', `/cases/${caseId}`);
    await page.getByRole('tab', { name: '申报材料' }).click();
    await page.getByText('您不办理该办件，不能查看申报材料文件。').waitFor();
  });
});

describe('an applicant', () => {
  it('sends a file with number and code, and reads that the window took it', async () => {
    const told = await file(
      product.url,
      deskOf(product.url, 'sy-water'),
      teller(() => undefined),
    );
    const page = await product.page(undefined, `/progress?caseNo=${told.caseNo}`);
    const look = async () => {
      await page.getByLabel('查询码').fill(told.queryCode);
      await page.getByRole('button', { name: '查询', exact: true }).click();
      await page.getByRole('button', { name: '查看文书、上传材料' }).click();
    };
    await look();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 收件凭证' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('收件凭证.pdf');
    const mine = page.getByRole('region', { name: '我上传的材料文件' });
    await mine.getByLabel('选择文件').setInputFiles([given('营业执照.png', png)]);
    await mine.getByText('待窗口收取').waitFor();
    expect(await graveFindings(page)).toEqual([]);
    const window = await product.page('jiangyingchun', `/cases/${told.caseId}`);
    const region = await filesOf(window);
    await region.getByRole('button', { name: '收取 营业执照.png', exact: true }).click();
    await region.getByRole('button', { name: '撤回 营业执照.png' }).waitFor();
    await page.reload();
    await look();
    await mine.getByText('有效').waitFor();
    expect(product.wrongs()).toEqual([]);
  });
});
