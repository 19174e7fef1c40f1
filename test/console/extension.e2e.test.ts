import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { foodBusiness } from '../../db/seed/items/food-business.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { workdayAfter } from '../../demo/story/desk.ts';
import { forms } from '../../demo/seed/filings.ts';
import { graveFindings } from '../support/browser.ts';
import type { Seat } from '../support/browser.ts';
import { answer, caseInReview, give } from '../support/clerk.ts';
import { dayOfBanner, openFromList } from '../support/desk.ts';
import { inBrowser } from '../support/in-browser.ts';

const product = inBrowser();
let officer: Seat;
let head: Seat;
let caseNo = '';
let acceptedOn: CivilDate;

beforeAll(async () => {
  const caseId = await caseInReview(product.url, foodBusiness, forms.food());
  [officer, head] = await Promise.all([
    product.seat({ login: 'michengwen', at: `/cases/${caseId}` }),
    product.seat({ login: 'mishoucheng', at: '/desk' }),
  ]);
  await officer.page.getByRole('heading', { level: 1 }).waitFor();
  caseNo =
    (await officer.page
      .getByTitle(/^1121\w{39}$/)
      .first()
      .getAttribute('title')) ?? '';
  acceptedOn = (await dayOfBanner(officer.page)) as CivilDate;
});

const dueOn = (page: Page, days: number) =>
  page.getByRole('listitem', { name: '法定时限', exact: true }).getByText(workdayAfter(acceptedOn, days));
const note = (page: Page, text: RegExp) => page.getByRole('note').filter({ hasText: text });
const asked = (page: Page) => page.getByRole('row').filter({ hasText: caseNo }).filter({ hasText: '申请延长审批' });

/** What can be done on the case as a whole, and what cannot now. */
const acts = (page: Page) => page.getByRole('region', { name: '其他操作' });

/** An act on the case as a whole: opened at the foot of the page, filled in, given. */
async function act(page: Page, title: string, words: Readonly<Record<string, string>>): Promise<void> {
  await acts(page).getByRole('button', { name: title, exact: true }).first().click();
  await give(page, title, { words });
}

const request = async (days: string, reason: string) =>
  act(officer.page, '申请延长审批', { '延长的天数（与法定时限同一单位）': days, 理由: reason });

describe('an extension in the browser', () => {
  it('is asked for, found by the head of the agency among what waits for approval, and declined with a reason: no date moves', async () => {
    await dueOn(officer.page, 10).waitFor();
    await request('5', '现场核查需要再次安排。');
    await note(officer.page, /等待本机关主要负责人（米首成）批准[^]*现场核查需要再次安排[^]*5个工作日[^]*→/).waitFor();
    const { page } = head;
    await page.getByRole('menuitem', { name: /待批/ }).click();
    await asked(page).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await openFromList(page, '待批', caseNo);
    await note(page, /米承文[^]*现场核查需要再次安排/).waitFor();
    await answer(page, '不予批准', '不予批准延长审批', { 理由: '本周内可以安排核查，不必延长。' });
    await note(page, /延长审批：不予批准，5个工作日[^]*米首成[^]*不必延长/).waitFor();
    await dueOn(page, 10).waitFor();
  });

  it('is asked for again and granted: the statutory due date moves by what was granted, and nobody can ask a third time', async () => {
    const { page } = officer;
    await page.reload();
    await note(page, /不予批准[^]*本周内可以安排核查，不必延长/).waitFor();
    await request('3', '申请人场所停电，核查改期。');
    await dueOn(page, 10).waitFor();
    await openFromList(head.page, '待批', caseNo);
    await answer(head.page, '批准', '批准延长审批', { 文书编号: '沈河市监延〔2026〕1号' });
    await dueOn(head.page, 13).waitFor();
    await head.page.getByRole('menuitem', { name: /待批/ }).click();
    await asked(head.page).waitFor({ state: 'detached' });
    await page.reload();
    await dueOn(page, 13).waitFor();
    await note(page, /延长审批：已批准，3个工作日[^]*停电/).waitFor();
    expect(await acts(page).getByText('申请延长审批').count()).toBe(0);
    expect([...officer.wrongs, ...head.wrongs]).toEqual([]);
  });
});
