import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../../db/seed/people.ts';
import { signIn } from '../../demo/api-client.ts';
import { graveFindings } from '../support/browser.ts';
import type { SeatOptions } from '../support/browser.ts';
import { answer, caseInReview, caseWithoutMaterials, give, press } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';

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
const bottomOf = async (at: Locator) => {
  await at.waitFor();
  const box = await at.boundingBox();
  return (box?.y ?? Infinity) + (box?.height ?? Infinity);
};
/** Headings, links and buttons on the screen on which something else lies, by their words. */
const covered = (page: Page) =>
  page.evaluate<
    string[]
  >(`[...document.querySelectorAll('h1, main a, [role=main] a, [role=main] button, header button')]
    .filter((at) => {
      const { left, top, width, height } = at.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const seen = width > 1 && height > 1 && x > 0 && y > 0 && x < innerWidth && y < innerHeight;
      const hit = seen ? document.elementFromPoint(x, y) : at;
      return !at.contains(hit) && hit?.contains(at) !== true;
    })
    .map((at) => at.getAttribute('aria-label') ?? at.innerText)`);
/** What the open page has asked for so far but its icon, with the bytes that each takes on the line when nothing is cached. */
const loadedBy = (page: Page) =>
  page.evaluate<[string, number][]>(
    `performance.getEntriesByType('resource')
      .map(({ name, encodedBodySize }) => [name, encodedBodySize])
      .filter(([name]) => !name.endsWith('icon.svg'))`,
  );

describe('the page of a case', () => {
  it('fault E2: has who applies for what, until when, and the work in the first screen', async () => {
    const page = await seat('jiangchengwen');
    await caseOn(page, await caseInReview(product.url));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(
      /^大连滨海食品有限公司.* · 取水许可（审批）$/,
    );
    expect(await bottomOf(page.getByRole('listitem', { name: '法定时限', exact: true }))).toBeLessThan(desk.height / 2);
    expect(await bottomOf(page.getByLabel('意见', { exact: true }))).toBeLessThan(desk.height);
    expect(await page.getByText('无权办理').count()).toBe(0);
    const number = page.getByTitle(/^\w{43}$/).first();
    expect(await number.innerText()).toMatch(/\d{12}$/);
  });

  it('fault E4: shows an approver reason, time, dates before and after, opinions; consent stands at the foot, also of a phone', async () => {
    const page = await seat('jiangfuren', { size: phone });
    await caseOn(page, asked);
    const note = page.getByRole('note').filter({ hasText: '等待您批准' });
    await note
      .getByText(/\d{4}-\d\d-\d\d →/)
      .first()
      .waitFor();
    const words = await note.innerText();
    for (const part of ['论证报告书涉及地下水。', '江承文', '20个工作日', '第四十五条', '须经专家评审。', '材料'])
      expect(words).toContain(part);
    expect(await bottomOf(page.getByRole('button', { name: /^同意：/ }))).toBeLessThanOrEqual(phone.height);
    expect(await bottomOf(page.getByRole('button', { name: /^不同意：/ }))).toBeLessThanOrEqual(phone.height);
    expect(await graveFindings(page)).toEqual([]);
    await answer(page, '同意', '批准启动特别程序');
    await note.waitFor({ state: 'detached' });
  });

  it('fault E10: is printed whole, without buttons and tabs', async () => {
    const page = await seat('jiangchengwen');
    await caseOn(page, asked);
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { level: 2, name: '时间线' }).waitFor();
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('tab').filter({ visible: true }).count()).toBe(0);
    const paper = await page.locator('body').innerText();
    for (const part of ['法定时限', '取水许可申请书', '申请启动', '91210200MA0D3M0218']) expect(paper).toContain(part);
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
    await page.getByRole('heading', { level: 2, name: 'Review' }).waitFor();
    await page.getByRole('radio', { name: 'No expert review needed' }).waitFor();
    expect(product.wrongs()).toEqual([]);
  });
});
