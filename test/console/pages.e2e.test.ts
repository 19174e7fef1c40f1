import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../../db/seed/people.ts';
import { signIn } from '../../demo/api-client.ts';
import { graveFindings } from '../support/browser.ts';
import type { SeatOptions } from '../support/browser.ts';
import { caseInReview, caseWithoutMaterials, give, press } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';
import { bottomOf, clipped, covered, cutOff, hold, loadedBy, overhang } from '../support/looks.ts';

const desk = { width: 1366, height: 768 };
const phone = { width: 360, height: 720 };
const newWaterCase = '/cases/new?item=11210100MB0000086J3000119007000';
const product = inBrowser();
let asked = '';

beforeAll(async () => {
  asked = await caseInReview(product.url);
  const officer = await signIn(product.url, 'jiangchengwen', demoPassword);
  const opinion = '须经专家评审。';
  for (const order of [
    { type: 'finishReview', stepId: 'review', outcome: 'expert', opinion },
    { type: 'requestUntimedStep', stepId: 'expertReview', reason: '论证报告书涉及地下水。' },
  ])
    await officer.post(`/cases/${asked}/orders`, order, randomUUID());
});

const seat = async (login: string | null, o: SeatOptions = {}): Promise<Page> =>
  (await product.seat({ size: desk, ...(login !== null && { login }), ...o })).page;

const caseOn = async (page: Page, caseId: string) => {
  await page.goto(`${product.url}/cases/${caseId}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

describe('the page of a case', () => {
  it('fault E2: has who applies for what, until when, and the work in the first screen', async () => {
    const page = await seat('jiangchengwen');
    await caseOn(page, await caseInReview(product.url));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(
      /^大连滨海食品有限公司.* · 取水许可（审批）$/,
    );
    expect(await bottomOf(page.getByRole('listitem', { name: '法定时限', exact: true }))).toBeLessThan(desk.height / 2);
    expect(await bottomOf(page.getByLabel('意见', { exact: true }))).toBeLessThan(desk.height);
    // The light of the head, the clock it names and the day beside it are those of one clock.
    const gravest = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /^为什么是这一天/ }) })
      .first();
    const [title, day] = [
      await gravest.locator('strong').first().innerText(),
      await gravest.locator('.day').innerText(),
    ];
    await page.getByText(`${title} · 截止日期 ${day}`).waitFor();
    expect(await page.getByText('无权办理').count()).toBe(0);
    const number = page.getByTitle(/^\w{43}$/).first();
    expect(await number.innerText()).toMatch(/\d{12}$/);
  });

  it('fault E4, F7, F8: shows an approver reason, time, dates before and after, opinions; two quick presses on the consent are one', async () => {
    const page = await seat('jiangfuren', { size: phone });
    const letGo = await hold(page, '**/timeline');
    await caseOn(page, asked);
    const note = page.getByRole('note').filter({ hasText: '请您批准' });
    await note.getByText('正在载入').waitFor();
    expect(await note.getByText('还没有审查意见').count()).toBe(0);
    letGo();
    await note.getByText('须经专家评审。').waitFor();
    await note
      .getByText(/\d{4}-\d\d-\d\d →/)
      .first()
      .waitFor();
    const words = await note.innerText();
    for (const part of ['论证报告书涉及地下水。', '江承文', '20个工作日', '第四十五条', '须经专家评审。', '材料'])
      expect(words).toContain(part);
    expect(await bottomOf(page.getByRole('button', { name: /^批准：/ }))).toBeLessThanOrEqual(phone.height);
    expect(await bottomOf(page.getByRole('button', { name: /^不予批准：/ }))).toBeLessThanOrEqual(phone.height);
    expect(await graveFindings(page)).toEqual([]);
    expect(await page.getByRole('button', { name: '催办' }).count()).toBe(0);
    await page.getByRole('button', { name: /^批准：/ }).dblclick();
    await page.getByRole('dialog', { name: /^批准启动特别程序/ }).waitFor();
    await press(page, '批准启动特别程序');
    await note.waitFor({ state: 'detached' });
  });

  it('fault F11, F16: says how many experts it takes, before and at the field; the drawing shows the step that is open', async () => {
    const officer = await signIn(product.url, 'jiangchengwen', demoPassword);
    const { today } = await officer.get('/business-clock');
    const at = { stepId: 'expertReview' };
    for (const order of [
      { type: 'recordNotice', ...at, documentNo: '沈水告〔2026〕2号', servedOn: today },
      { type: 'startUntimedStep', ...at },
    ])
      await officer.post(`/cases/${asked}/orders`, order, randomUUID());
    const page = await seat('jiangchengwen');
    await caseOn(page, asked);
    const field = page.locator('.ant-form-item').filter({ hasText: '专家姓名' });
    await field.getByText('至少 3 名').waitFor();
    await page.getByLabel('意见', { exact: true }).fill('同意。');
    await press(page, '完成专家评审');
    await field.getByText('至少 3 名，现有 0 名').waitFor();
    await page.locator('.react-flow__node').first().waitFor();
    await expect.poll(() => cutOff(page)).toBe(0);
    expect(await clipped(page)).toEqual([]);
    await page.setViewportSize(phone);
    await page.getByText('左右滑动可以看到其余环节').waitFor();
    await expect.poll(() => cutOff(page)).toBe(0);
    await page
      .getByRole('button', { name: /^为什么是这一天/ })
      .first()
      .click();
    await page.getByRole('region', { name: '为什么是这一天' }).getByRole('table').first().waitFor();
    expect(await overhang(page)).toBe(0);
  });

  it('fault E10, F15: is printed whole, without buttons, tabs and pictures of nothing', async () => {
    const page = await seat('jiangchengwen');
    await caseOn(page, asked);
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { level: 2, name: '时间线' }).waitFor();
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('tab').filter({ visible: true }).count()).toBe(0);
    const paper = await page.locator('body').innerText();
    for (const part of ['法定时限', '取水许可申请书', '申请启动', '91210200MA0D3M0218']) expect(paper).toContain(part);
    const number = await page
      .getByText(/^1121\w{39}$/)
      .filter({ visible: true })
      .boundingBox();
    expect(number?.width).toBeGreaterThan(200);
    await page.getByRole('listitem', { name: '受理告知时限' }).filter({ visible: true }).waitFor();
    expect(paper).not.toContain('当前环节');
    expect(await page.locator('.ant-empty-image').filter({ visible: true }).count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('heading', { level: 2, name: '时间线' }).waitFor({ state: 'detached' });
  });
});

describe('the page of a case at the window', () => {
  it('fault B7, E5: names the materials that are missing, and 不受理 is told all the same', async () => {
    const page = await seat('jiangyingchun');
    await caseOn(page, await caseWithoutMaterials(product.url));
    await press(page, '收件');
    const missing = '涉及：取水许可申请书、与第三者利害关系的说明、建设项目水资源论证报告书。';
    await page.getByRole('alert').getByText(missing).waitFor();
    // Fault F6: sent again, it would be refused again.
    expect(await page.getByRole('alert').getByRole('button', { name: '重试' }).count()).toBe(0);
    await give(page, '不受理', {
      words: {
        理由: '该取水依法不需要取得许可。',
        '救济途径（复议、诉讼）': '六十日内申请行政复议。',
        文书编号: '沈水不受〔2026〕1号',
      },
    });
    await page
      .getByText(/^已办结：/)
      .first()
      .waitFor();
  });
});

it('fault B5: a number that cannot be right is refused at its field before anything is sent', async () => {
  const page = await seat('jiangyingchun', { at: newWaterCase });
  const field = page.locator('.ant-form-item').filter({ has: page.getByLabel('证件号码') });
  await page.getByLabel('证件号码').fill('91210100MA0D3M0139');
  await page.keyboard.press('Tab');
  await field.getByText('统一社会信用代码的校验码不符').waitFor();
  await page.getByLabel('证件号码').fill('91210100MA0D3M0138');
  await page.keyboard.press('Tab');
  await field.getByText('统一社会信用代码的校验码不符').waitFor({ state: 'detached' });
});

it('fault F5, F6: what cannot be taken is refused at its field and stays as it was typed', async () => {
  const page = await seat('jiangyingchun', { at: newWaterCase });
  const field = (label: string) => page.locator('.ant-form-item').filter({ has: page.getByLabel(label) });
  const wrongs = [
    ['年取水量', '-5', '不得小于 0'],
    ['取水期限', '100', '应当在 1 至 10 之间'],
    ['取水期限', '2.5', '应当是整数'],
    ['收件日期', '2099-01-05', '不得晚于今天'],
  ] as const;
  await field('取水期限').getByText('1 至 10 年').waitFor();
  for (const [label, words, wrong] of wrongs) {
    await page.getByLabel(label).fill(words);
    // Enter takes a day that was typed; in any other field it would send the form.
    await page.keyboard.press(label === '收件日期' ? 'Enter' : 'Tab');
    await field(label).getByText(wrong).waitFor();
    expect([label, await page.getByLabel(label).inputValue()]).toEqual([label, words]);
  }
  const contact = page.locator('.ant-form-item').filter({ has: page.locator('#contact_phone') });
  await page.locator('#contact_phone').fill('abc');
  await page.keyboard.press('Tab');
  await contact.getByText('5 至 20 位').waitFor();
  const paper = page.getByRole('row').filter({ hasText: '取水许可申请书' });
  await paper
    .locator('input[type=file]')
    .setInputFiles({ name: '空.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) });
  await paper.getByRole('alert').filter({ hasText: '空.pdf' }).waitFor();
  expect(await paper.getByRole('checkbox').isChecked()).toBe(false);
  await paper
    .locator('input[type=file]')
    .setInputFiles({ name: '申请书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('1') });
  await paper.getByText('申请书.pdf').waitFor();
  expect(await paper.getByRole('alert').count()).toBe(0);
});

it('fault E13: at 200 % nothing lies on the page, and the menu goes away when it has led somewhere', async () => {
  const page = await seat('jiangchengwen', { size: { width: desk.width / 2, height: desk.height / 2 } });
  await caseOn(page, asked);
  expect(await covered(page)).toEqual([]);
  await page.getByRole('button', { name: '主菜单' }).click();
  await page.getByRole('menuitem', { name: '待认领' }).click();
  await page.waitForURL('**/worklists/claimable');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => covered(page)).toEqual([]);
});

it('fault E9: what was typed at the window is there again after another page was looked at', async () => {
  const page = await seat('jiangyingchun', { at: newWaterCase });
  await page.getByLabel('姓名或名称').fill('沈阳浑河供水有限公司');
  await page.getByRole('menuitem', { name: '已办结' }).click();
  await page.getByRole('heading', { level: 1, name: '已办结' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: '继续填写' }).click();
  expect(await page.getByLabel('姓名或名称').inputValue()).toBe('沈阳浑河供水有限公司');
  await page.getByLabel('由代理人办理').check();
  await page.getByTitle('自然人').waitFor();
});

describe('the pages for everybody', () => {
  // The seconds at 400 kbit/s are for `npm run bench:console` to measure; here is what they are made of.
  it('fault E12: begin with a front page, load nothing of antd, and little in few requests', async () => {
    const page = await seat(null, { size: phone, at: '/' });
    for (const door of ['办事指南', '进度查询', '工作人员登录'])
      await page.getByRole('main').getByRole('link', { name: door }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole('main').getByRole('link', { name: '办事指南' }).click();
    await page.getByRole('link', { name: /^取水许可/ }).waitFor();
    const loaded = await loadedBy(page);
    expect(loaded.filter(([url]) => /antd|table|staff|problem-alert|modal/.test(url))).toEqual([]);
    expect(loaded.length).toBeLessThanOrEqual(20);
    expect(loaded.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(140_000);
    expect(await page.locator('[class*=ant-]').count()).toBe(0);
  });

  it('lets what old browsers lack be filled in before any other script runs', async () => {
    const page = await seat(null);
    await page.route('**/assets/*.js', async (route) => {
      const response = await route.fetch();
      const name = new URL(route.request().url()).pathname;
      const mark = `(globalThis.ran ??= []).push([${JSON.stringify(name)}, 'hasOwn' in Object]);`;
      await route.fulfill({
        response,
        body: `${await response.text()}\n;${mark}`,
        headers: { 'content-type': 'text/javascript' },
      });
    });
    await page.goto(`${product.url}/guide`);
    await page.getByRole('link', { name: /^取水许可/ }).waitFor();
    const ran = await page.evaluate<[string, boolean][]>('globalThis.ran');
    expect(ran.length).toBeGreaterThan(5);
    expect(ran.filter(([name, filled]) => !filled && !name.includes('rolldown-runtime'))).toEqual([]);
  });

  it('fault E12: and the staff read steps and outcomes in English', async () => {
    const page = await seat('jiangchengwen', { at: '/desk' });
    await page.getByRole('button', { name: '切换到英文' }).click();
    await page.waitForSelector('html[lang="en"]');
    await caseOn(page, await caseInReview(product.url));
    await page.getByRole('heading', { level: 2, name: 'Review', exact: true }).waitFor();
    // Fault F23: three steps of one kind are three steps.
    const picture = page.locator('.react-flow__node');
    await picture.filter({ hasText: 'Review (审核)' }).waitFor();
    await picture.filter({ hasText: 'Review (征求城市建设主管部门意见)' }).waitFor();
    await page.getByRole('radio', { name: 'No expert review needed' }).waitFor();
    expect(product.wrongs()).toEqual([]);
  });
});
