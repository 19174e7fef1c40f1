import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { addDays } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { deskOf, workdayAfter } from '../../demo/story/desk.ts';
import { accept, file } from '../../demo/story/story.ts';
import type { Story } from '../../demo/story/story.ts';
import { teller } from '../../demo/story/teller.ts';
import { beginExperts } from '../../demo/story/untimed.ts';
import { graveFindings, withoutLive } from '../support/browser.ts';
import type { Seat } from '../support/browser.ts';
import { caseInReview } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';
import { pressAt } from '../support/keyboard.ts';

const mark = 'data-opened-once';
const product = inBrowser();
let story: Story;
let startedOn: CivilDate;
let board: Seat;
let screen: Seat;
let away: Seat;

beforeAll(async () => {
  const tell = teller(() => undefined);
  story = await file(product.url, deskOf(product.url, 'sy-water'), tell);
  await accept(story);
  startedOn = await beginExperts(story);
  expect(tell.told().wrong).toBe(0);
  [board, screen, away] = await Promise.all([
    open('/board', '督办看板'),
    open('/board/screen', '督办看板', { size: { width: 1920, height: 1080 } }),
    open('/items', '事项与流程'),
  ]);
});

/** The supervisor opens a page; the mark on it is gone when the page is loaded again. `slow`: it hears nothing of what others do. */
async function open(
  path: string,
  heading: string,
  { size, slow }: { size?: { width: number; height: number }; slow?: true } = {},
): Promise<Seat> {
  const seat = await product.seat({ login: 'yanduxing', ...(size && { size }) });
  if (slow) await withoutLive(seat.page);
  // What is red when it is first answered is not new to it.
  const answered = seat.page.waitForResponse((answer) => answer.url().includes('level=red'));
  await seat.page.goto(`${product.url}${path}`);
  await seat.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await answered;
  await seat.page.evaluate(`document.body.setAttribute('${mark}', '')`);
  return seat;
}

const wasNotReloaded = async (page: Page) => page.evaluate<boolean>(`document.body.hasAttribute('${mark}')`);
/** How many pixels of the widest table are to be scrolled for. */
const hidden = (page: Page) =>
  page.evaluate<number>(
    `Math.max(...[...document.querySelectorAll('.ant-table-body')].map((at) => at.scrollWidth - at.clientWidth))`,
  );
const count = (page: Page, light: string, cases: number) =>
  page.getByRole('button', { name: `取水许可（审批）：${light} ${cases} 件` });
const redList = (page: Page) => page.getByRole('region', { name: '未签收红牌' });

describe('the supervisor in the browser', () => {
  it('sees an expert review turn red on the board and on the big screen, and hears it, without reload', async () => {
    const { page } = board;
    await count(page, '绿', 1).waitFor();
    await redList(page).getByText('没有未签收的红牌').waitFor();
    await story.desk.advanceTo(addDays(workdayAfter(startedOn, 20), 1));
    await count(page, '红', 1).waitFor();
    await page.getByRole('status').filter({ hasText: `新红牌` }).filter({ hasText: story.caseNo }).waitFor();
    await redList(page).getByRole('link', { name: story.caseNo }).waitFor();
    await page
      .getByRole('row')
      .filter({ hasText: '取水许可（审批）' })
      .getByRole('cell', { name: '1', exact: true })
      .waitFor();
    expect(await wasNotReloaded(page)).toBe(true);
    await away.page.getByRole('status').filter({ hasText: `新红牌` }).filter({ hasText: story.caseNo }).waitFor();
    await away.page.getByRole('button', { name: '关闭' }).press('Enter');
    await away.page.getByText('新红牌').waitFor({ state: 'detached' });
    await screen.page.getByText(story.caseNo).first().waitFor();
    expect(await wasNotReloaded(screen.page)).toBe(true);
  });

  it('finds it in the 台账 with its days, its promise and who answers, overdue in front', async () => {
    const { page } = await open('/ledger', '督办清理台账');
    const row = page.getByRole('row').filter({ hasText: story.caseNo });
    await row.getByText('专家评审').waitFor();
    expect(await row.innerText()).toContain(workdayAfter(startedOn, 20));
    expect(await row.innerText()).toContain('沈阳市水务局');
    expect(await graveFindings(page)).toEqual([]);
  });

  it('reads lists in English on a screen of 1440 px without scrolling sideways', async () => {
    const { page } = await open('/board', '督办看板');
    await page.getByRole('button', { name: '切换到英文' }).click();
    await page.waitForSelector('html[lang="en"]');
    for (const [path, word] of [
      ['/worklists/department', 'Overdue · Red card'],
      ['/warnings', 'Red card'],
    ] as const) {
      await page.goto(`${product.url}${path}`);
      await page.getByRole('row').filter({ hasText: word }).first().waitFor();
      expect([path, await hidden(page)]).toEqual([path, 0]);
      expect(await graveFindings(page)).toEqual([]);
    }
  });

  it('reminds and acknowledges by keyboard; the case stays red because it is overdue', async () => {
    const { page } = board;
    await pressAt(page, redList(page).getByRole('button', { name: `催办 ${story.caseNo}` }));
    await say(page, '请于三个工作日内完成评审。');
    await page.getByText('已催办').waitFor();
    await pressAt(page, redList(page).getByRole('button', { name: `签收 ${story.caseNo}` }));
    await say(page, '已电话核实，催促尽快评审。');
    await page.getByText('已签收').first().waitFor();
    await redList(page).getByText('没有未签收的红牌').waitFor();
    await count(page, '红', 1).waitFor();
    const clerk = await story.desk.as('caseOfficer');
    const { items } = (await clerk.get('/ledger')) as { items: { caseId: string; reminders: number }[] };
    expect(items.find(({ caseId }) => caseId === story.caseId)?.reminders).toBe(1);
    expect(await wasNotReloaded(page)).toBe(true);
  });

  it('fault E13: opens the cases behind a count with Tab and Enter, and whoever is sent the address sees them too', async () => {
    const { page, context } = board;
    await pressAt(page, count(page, '红', 1));
    await page.getByRole('dialog').getByRole('link', { name: story.caseNo }).waitFor();
    const sent = await context.newPage();
    await sent.goto(page.url());
    await sent.getByRole('dialog').getByRole('link', { name: story.caseNo }).waitFor();
    await sent.close();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
  });

  it('catches up after a cut of the network', async () => {
    const { page, context } = board;
    await context.setOffline(true);
    const done = await story.desk.order('caseOfficer', story.caseId, {
      type: 'finishExpertReview',
      stepId: 'expertReview',
      outcome: 'passed',
      heldOn: await story.desk.today(),
      opinion: '专家组一致同意通过论证报告书。',
      experts: ['省水文局 林工', '设计院 高工', '大学 水教授'],
      officials: [],
    });
    expect(done.status).toBe(200);
    await context.setOffline(false);
    await count(page, '红', 1).waitFor({ state: 'detached' });
    await page.getByText('实时更新').waitFor();
    expect(await wasNotReloaded(page)).toBe(true);
  });

  it('fault E6: answers the chosen warnings at once, and each row says what became of it', async () => {
    const [stands, withdrawn] = [await caseInReview(product.url), await caseInReview(product.url)];
    await story.desk.advanceTo(workdayAfter(await story.desk.today(), 21));
    const { page } = await open('/warnings', '预警', { slow: true });
    const row = (caseId: string) => {
      const all = page.getByRole('row').filter({ has: page.locator(`a[href$="${caseId}"]`) });
      return all.filter({ hasText: '红牌' }).filter({ hasText: '承诺时限' });
    };
    for (const caseId of [stands, withdrawn]) await row(caseId).getByRole('checkbox').check();
    const done = await story.desk.order('windowClerk', withdrawn, { type: 'withdraw', statement: '申请人撤回。' });
    expect(done.status).toBe(200);
    await page.getByRole('button', { name: '催办所选 2 项' }).press('Enter');
    await say(page, '请于两个工作日内办结。');
    const results = page.getByRole('status').filter({ hasText: '催办：已办理 1 项，未能办理 1 项' });
    await results.getByRole('listitem').filter({ hasText: '已催办' }).locator(`a[href$="${stands}"]`).waitFor();
    const nothing = results.getByRole('listitem').filter({ hasText: '没有可以催办的环节' });
    await nothing.locator(`a[href$="${withdrawn}"]`).waitFor();
    // Fault F9: what was answered is chosen no longer.
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '催办所选 0 项' }).isDisabled()).toBe(true);
    await row(stands).getByRole('checkbox').check();
    await page.getByRole('button', { name: '签收所选 1 项' }).press('Enter');
    await page.getByRole('dialog').getByLabel('说明（选填）').waitFor();
    await say(page, '已知悉。');
    const seen = page.getByRole('status').filter({ hasText: '签收：已办理' }).getByRole('listitem');
    await seen.filter({ hasText: '已签收' }).locator(`a[href$="${stands}"]`).waitFor();
  });

  it('meets nothing that axe calls serious, no exception and no foreign host', async () => {
    const found = [
      ...(await graveFindings(board.page)),
      ...(await graveFindings(screen.page)),
      ...(await graveFindings((await open('/warnings', '预警')).page)),
    ];
    expect(found).toEqual([]);
    expect([...board.wrongs, ...screen.wrongs]).toEqual([]);
  });
});

/** Writes into the note of the open dialog, which has the focus, and submits it with Ctrl+Enter. */
async function say(page: Page, note: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel('说明');
  await field.waitFor();
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type(note);
  await page.keyboard.press('Control+Enter');
  await field.waitFor({ state: 'detached' });
}
