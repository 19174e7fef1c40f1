import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { addDays, toDayNumber } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { workdayAfter } from '../../demo/story/desk.ts';
import type { Seat } from '../support/browser.ts';
import { answer, fileByKeyboard, fill, give, press } from '../support/clerk.ts';
import { advanceBy, dayOfBanner, openFromList, takeOver } from '../support/desk.ts';
import { inBrowser } from '../support/in-browser.ts';

/** Four browsers: the window, one office where colleagues take turns, the supervisor with board and big screen, an applicant's phone. */
const mark = 'data-opened-once';
const product = inBrowser();
let window: Seat;
let office: Seat;
let supervisor: Seat;
let screen: Page;
let phone: Seat;
let caseNo = '';
let code = '';
let startedOn: CivilDate;

beforeAll(async () => {
  [window, office, supervisor, phone] = await Promise.all([
    product.seat({ login: 'jiangyingchun', at: '/desk' }),
    product.seat({ login: 'jiangchengwen', at: '/desk' }),
    product.seat({ login: 'yanduxing', at: '/desk', size: { width: 1920, height: 1080 } }),
    product.seat({ size: { width: 360, height: 720 } }),
  ]);
  screen = await supervisor.context.newPage();
  await screen.goto(`${product.url}/board/screen`);
  for (const page of [supervisor.page, screen]) {
    await page.getByRole('heading', { level: 1, name: '督办看板' }).waitFor();
    await page.evaluate(`document.body.setAttribute('${mark}', '')`);
  }
});

const wasNotReloaded = (page: Page) => page.evaluate<boolean>(`document.body.hasAttribute('${mark}')`);
const row = (page: Page) => page.getByRole('row').filter({ hasText: caseNo });

/** Waits until a clock of the open case shows this light. */
const standsAs = (page: Page, title: string, light: string) =>
  page.getByRole('listitem', { name: title, exact: true }).getByText(light, { exact: true }).waitFor();

/** The applicant asks with number and code, in a page opened anew. */
async function lookUp(): Promise<Page> {
  const { page } = phone;
  await page.goto(`${product.url}/progress`);
  await page.getByLabel('办件编号').fill(caseNo);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: /查询$/ }).click();
  await page.getByRole('region', { name: '现在由谁办理' }).waitFor();
  return page;
}

/** An untimed step from the request to its start: another one approves, the applicant is told in writing. */
async function begin(o: { handler: string; approver: string; reason: string; documentNo: string }): Promise<void> {
  const { page } = office;
  await give(page, '申请启动特别程序', { words: { 理由: o.reason } });
  await takeOver(page, o.approver);
  await openFromList(page, '待批', caseNo);
  await answer(page, '批准', '批准启动特别程序');
  await takeOver(page, o.handler);
  await give(page, '告知所需时间', { words: { 文书编号: o.documentNo } });
  await give(page, '启动特别程序');
}

describe('the demo story told by four people in four browsers', () => {
  it('the window clerk files 取水许可, checks it in and accepts it', async () => {
    const { page } = window;
    await page.getByRole('menuitem', { name: '收件' }).click();
    await fileByKeyboard(page);
    await page.getByRole('heading', { name: '已收件登记' }).waitFor();
    const note = await page.getByRole('status').filter({ hasText: '查询码' }).innerText();
    caseNo = note.match(/1121\w{39}/)?.[0] ?? '';
    code = note.match(/查询码\s+(\w+)/)?.[1] ?? '';
    expect(caseNo).toHaveLength(43);
    await openFromList(page, '待认领', caseNo);
    await give(page, '收件');
    await give(page, '受理', { words: { 文书编号: '沈水受〔2026〕1号' } });
  });

  it('the officer reviews it and asks for an expert review, the deputy head approves, and both clocks stop', async () => {
    const { page } = office;
    await openFromList(page, '待认领', caseNo);
    const opinion = '取水量较大，论证报告书须经专家评审。';
    await give(page, '完成审查', { words: { 意见: opinion }, choice: '需专家评审' });
    startedOn = (await dayOfBanner(page)) as CivilDate;
    await begin({
      handler: 'jiangchengwen',
      approver: 'jiangfuren',
      reason: '论证报告书依法须经专家评审。',
      documentNo: '沈水告〔2026〕1号',
    });
    for (const title of ['法定时限', '承诺时限']) await standsAs(page, title, '暂停计时');
  });

  it('the applicant reads on a phone whose turn it is, why it is paused and by which article', async () => {
    const page = await lookUp();
    expect(await page.getByRole('region', { name: '现在由谁办理' }).innerText()).toMatch(
      new RegExp(`沈阳市水务局 承办人：.*专家评审[^]*承诺 ${workdayAfter(startedOn, 20)} 前完成`),
    );
    const statutory = page.getByRole('listitem').filter({ hasText: /^法定时限/ });
    expect(await statutory.innerText()).toMatch(/暂停计时[^]*专家评审[^]*行政许可法第四十五条/);
  });

  it('past its promise it turns red on board and big screen without reload, and the new red warning is announced', async () => {
    await takeOver(office.page, 'yanweian');
    const overOn = addDays(workdayAfter(startedOn, 20), 1);
    await advanceBy(office.page, toDayNumber(overOn) - toDayNumber(startedOn));
    expect(await dayOfBanner(office.page)).toBe(overOn);
    const { page } = supervisor;
    await page.getByRole('button', { name: '取水许可（审批）：红 1 件' }).waitFor();
    for (const one of [page, screen]) {
      await one.getByRole('status').filter({ hasText: '新红牌' }).filter({ hasText: caseNo }).waitFor();
      expect(await wasNotReloaded(one)).toBe(true);
    }
  });

  it('the supervisor finds it in the 督办清理台账, reminds, and acknowledges the warning', async () => {
    const { page } = supervisor;
    await page.bringToFront();
    await page.getByRole('menuitem', { name: '督办清理台账' }).click();
    await row(page).getByText('超期', { exact: true }).waitFor();
    expect(await row(page).innerText()).toMatch(/专家评审[^]*行政许可法第四十五条/);
    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ]);
    expect(sheet.suggestedFilename()).toMatch(/^督办清理台账-\d{14}\.xlsx$/);
    await row(page).getByRole('button', { name: '催办' }).click();
    await page.getByLabel('说明').fill('请于三个工作日内完成评审。');
    await page.getByRole('dialog').getByRole('button', { name: '催办' }).click();
    await page.getByText('已催办').waitFor();
    await page.getByRole('menuitem', { name: /预警( \d+)?$/ }).click();
    await row(page).filter({ hasText: '红牌' }).getByRole('button', { name: '签收' }).click();
    await page.getByLabel('说明').fill('已电话核实，催促尽快评审。');
    await page.getByRole('dialog').getByRole('button', { name: '签收' }).click();
    await row(page)
      .filter({ hasText: '红牌' })
      .getByText(/严督行 .* 签收/)
      .waitFor();
  });

  it('the officer reads the reminder in the messages and finishes the expert review', async () => {
    const { page } = office;
    await takeOver(page, 'jiangchengwen');
    await page.getByRole('button', { name: /站内消息 .*条未读消息/ }).click();
    await page.getByRole('link', { name: `催办：取水许可（审批）（${caseNo}）` }).click();
    await fill(page, '完成专家评审', { words: { 意见: '专家组一致同意通过论证报告书。' }, choice: '评审通过' });
    await page.getByLabel('专家姓名').fill('林工、高工、水教授、');
    await press(page, '完成专家评审');
    await page.getByText('完成专家评审：已办理').first().waitFor();
  });

  it('the inspection stops the promised clock only, then review, decision, certificate and delivery close the case', async () => {
    const { page } = office;
    await takeOver(page, 'jiangchayuan');
    await begin({
      handler: 'jiangchayuan',
      approver: 'jiangkeming',
      reason: '须现场核对取水口位置。',
      documentNo: '沈水告〔2026〕2号',
    });
    await standsAs(page, '承诺时限', '暂停计时');
    await standsAs(page, '法定时限', '正常');
    await give(page, '完成现场踏勘', {
      words: { 勘验情况: '现场与申报材料一致。' },
      choice: '符合要求',
      people: ['江察远', '江察微'],
    });
    await takeOver(page, 'jiangshenyan');
    await give(page, '完成审查', { words: { 意见: '同意。' }, choice: '建议准予' });
    await takeOver(page, 'jiangdingbang');
    await give(page, '作出决定', { words: { 文书编号: '沈水许〔2026〕1号' }, choice: '准予许可' });
    await takeOver(page, 'jiangdaxin');
    await give(page, '制证', { words: { 证照编号: '取水（沈水）字〔2026〕1' } });
    await give(page, '送达', { words: { 签收人: '赵经理' } });
    await page
      .getByText(/^已办结：/)
      .first()
      .waitFor();
  });

  it('the applicant reads that it is granted and delivered, and the board is calm again', async () => {
    const page = await lookUp();
    const main = page.getByRole('main');
    expect(await main.innerText()).toMatch(/已办结[^]*准予[^]*送达/);
    await supervisor.page.getByRole('menuitem', { name: '督办看板' }).click();
    await supervisor.page.getByText('没有在办件').waitFor();
    expect([window, office, supervisor, phone].flatMap(({ wrongs }) => wrongs)).toEqual([]);
  });
});
