import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { deskOf } from '../../demo/story/desk.ts';
import type { Desk } from '../../demo/story/desk.ts';
import { accept, file } from '../../demo/story/story.ts';
import type { Story } from '../../demo/story/story.ts';
import { teller } from '../../demo/story/teller.ts';
import { beginExperts } from '../../demo/story/untimed.ts';
import { graveFindings } from '../support/browser.ts';
import type { Seat } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';

/** An applicant with a small phone: nobody signs in, nothing is wider than the screen. */
const phone = { width: 360, height: 720 };
const product = inBrowser();
let seat: Seat;
let story: Story;

beforeAll(async () => {
  seat = await product.seat({ size: phone });
  const desk: Desk = deskOf(product.url, 'sy-water');
  const tell = teller(() => undefined);
  story = await file(product.url, desk, tell);
  await accept(story);
  await beginExperts(story);
});

/** How many pixels the page is wider than the screen. */
const overhang = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

async function lookUp(page: Page, caseNo: string, code: string): Promise<void> {
  await page.getByLabel('办件编号').fill(caseNo);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: /查询$/ }).click();
}

/** How many pixels of the table are to be scrolled for. */
const hidden = (page: Page) =>
  page.evaluate<number>(
    `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('table').parentElement)`,
  );

describe('an applicant with a phone of 360 px', () => {
  it('can try the demonstration: role and department of each demo user are there to read', async () => {
    const { page } = seat;
    await page.getByRole('button', { name: '江迎春（jiangyingchun）' }).waitFor();
    expect(await hidden(page)).toBe(0);
    expect(await overhang(page)).toBe(0);
    await page.getByText('综合窗口受理员').first().waitFor();
    expect(await graveFindings(page)).toEqual([]);
  });

  it('finds an item by a word and reads materials, limits, flow and the promises of its untimed steps', async () => {
    const { page } = seat;
    await page.goto(product.url);
    await page.getByRole('banner').getByRole('link', { name: '办事指南' }).click();
    await page.getByLabel('查找事项').fill('取水');
    await page.keyboard.press('Enter');
    await page.getByText('共 1 个事项').waitFor();
    expect(await overhang(page)).toBe(0);
    await page.getByRole('link', { name: /取水许可/ }).click();
    await page.getByRole('heading', { level: 1, name: '取水许可（审批）' }).waitFor();
    const part = (name: string) => page.getByRole('region', { name, exact: true });
    expect(await part('受理条件').innerText()).toContain('取水符合水资源规划');
    expect(await part('申报材料').innerText()).toMatch(/取水许可申请书[\s\S]*必要[\s\S]*样例和填写说明：/);
    expect(await part('时限').innerText()).toMatch(/法定时限\s*45个工作日[\s\S]*承诺时限\s*20个工作日\s*尚待核实/);
    const experts = part('环节和承诺时限').getByRole('listitem').filter({ hasText: '水资源论证报告书专家评审' });
    expect(await experts.innerText()).toMatch(/不计时环节[\s\S]*承诺 20个工作日内完成[\s\S]*第四十五条/);
    expect(await part('收费和审批结果').innerText()).toMatch(/是否收费\s*否/);
    expect(await part('地点、时间和联系方式').innerText()).toContain('咨询方式');
    await part('办理流程图').getByText('流程（文字版）').click();
    expect(await overhang(page)).toBe(0);
    expect(await graveFindings(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { name: '一次性告知单' }).waitFor();
    expect(await part('申报材料').isVisible()).toBe(true);
    expect(await part('办理流程图').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  it('is told by number and code whose turn it is, what is promised, how much is used, and what paused it by which article', async () => {
    const { page } = seat;
    await page.getByRole('banner').getByRole('link', { name: '进度查询' }).click();
    await lookUp(page, story.caseNo, story.queryCode);
    const turn = page.getByRole('region', { name: '现在由谁办理' });
    await turn.waitFor();
    expect(await turn.innerText()).toMatch(
      /沈阳市水务局 承办人：.*专家评审[\s\S]*进展：进行中[\s\S]*承诺 \d{4}-\d\d-\d\d 前完成/,
    );
    const clocks = page.getByRole('region', { name: '时限和已用天数' }).getByRole('listitem');
    const statutory = await clocks.filter({ hasText: '法定时限' }).innerText();
    expect(statutory).toMatch(
      /暂停计时[\s\S]*已用 \d+个工作日，时限 45个工作日[\s\S]*专家评审[\s\S]*行政许可法第四十五条/,
    );
    expect(await page.getByText('暂停计时，恢复后推算').count()).toBeGreaterThan(0);
    expect(await overhang(page)).toBe(0);
    expect(await graveFindings(page)).toEqual([]);
  });

  it('reads larger text that still fits, and keeps it on the next page', async () => {
    const { page } = seat;
    await page.getByRole('button', { name: '大字版' }).click();
    expect(await overhang(page)).toBe(0);
    await page.getByRole('link', { name: '查看该事项的办事指南' }).click();
    await page.getByRole('heading', { level: 1, name: '取水许可（审批）' }).waitFor();
    await page.getByRole('button', { name: '标准字号' }).waitFor();
    expect(await overhang(page)).toBe(0);
  });

  it('sees a date that a holiday notice may still move marked as provisional', async () => {
    const { page } = seat;
    const other = await file(product.url, story.desk, story.tell);
    await accept(other);
    await page.goto(`${product.url}/progress?caseNo=${other.caseNo}`);
    await lookUp(page, other.caseNo, other.queryCode);
    const clocks = page.getByRole('region', { name: '时限和已用天数' }).getByRole('listitem');
    await clocks.first().waitFor();
    const shown = await page.request.post(`${product.url}/api/v1/lookup`, {
      data: { caseNo: other.caseNo, code: other.queryCode },
    });
    const told: { clocks: { title: string; provisional: boolean; ended: boolean }[] } = await shown.json();
    for (const { title, provisional, ended } of told.clocks) {
      const text = await clocks.filter({ hasText: title }).innerText();
      expect([title, text.includes('暂定')]).toEqual([title, provisional && !ended]);
    }
  });

  it('is answered alike for a wrong code and an unknown number, in a sentence, with nothing shown', async () => {
    const { page } = seat;
    const said: string[] = [];
    for (const [caseNo, code] of [
      [story.caseNo, '00000000'],
      ['11210100MB0000086J0000', story.queryCode],
    ] as const) {
      await page.goto(`${product.url}/progress`);
      await lookUp(page, caseNo, code);
      const alert = page.getByRole('alert').filter({ hasText: '没有' });
      await alert.waitFor();
      said.push((await alert.innerText()).replaceAll(/req\S*|请求.*/g, ''));
      expect(await page.getByRole('region').count()).toBe(0);
    }
    expect(said[0]).toBe(said[1]);
    expect(seat.wrongs).toEqual([]);
  });
});
