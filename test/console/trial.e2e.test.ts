import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import { graveFindings } from '../support/browser.ts';
import type { Seat } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { overhang } from '../support/looks.ts';

const product = inBrowser({ size: { width: 1366, height: 768 } });
let seat: Seat;

beforeAll(async () => {
  seat = await product.seat({ login: 'jiangliqing' });
});

const summary = (page: Page) => page.getByRole('region', { name: '结果' });
const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });

/** The trial of the flow in force, filed on 2 March 2026. */
async function openTrial(page: Page): Promise<void> {
  await page.goto(`${product.url}/items/${waterAbstraction.item.code}?tab=versions`);
  const href = await page.locator('main a[href^="/flows/"]').first().getAttribute('href');
  await page.goto(`${product.url}${href ?? ''}?tab=trial`);
  await page.getByLabel('收件日期').fill('2026-03-02');
  await page.getByLabel('收件日期').press('Enter');
  await summary(page).getByText('2026年4月22日 作出决定，准予许可').waitFor();
}

describe('the trial of a flow', () => {
  it('says by when the case is decided and what is left, and again at once when a step takes longer', async () => {
    const { page } = seat;
    await openTrial(page);
    await summary(page).getByText('距承诺时限还有 10 个工作日').waitFor();
    await summary(page).getByText('距法定时限还有 30 个工作日').waitFor();
    // By keyboard: eleven working days more than the three of its limit.
    for (let days = 0; days < 11; days += 1) await slider(page, '审核：用时').press('ArrowRight');
    await summary(page).getByText('超过承诺时限 1 个工作日').waitFor();
    await summary(page).getByText('红牌 1 次').waitFor();
    const story = page.getByRole('region', { name: '逐日经过' });
    await story.getByText('承诺时限发出红牌预警', { exact: false }).first().waitFor();
    expect(await graveFindings(page)).toEqual([]);
  });

  it('goes another way by another outcome, and says why what was chosen cannot be done', async () => {
    const { page } = seat;
    await openTrial(page);
    await page.getByText('没有经过的环节：征求城市建设主管部门意见、听证').waitFor();
    await page.getByLabel('现场勘验：办理结果').click();
    await page.getByTitle('涉及重大利害关系，需听证').last().click();
    await slider(page, '听证：用时').waitFor();
    await page.getByLabel('取水水源').click();
    await page.getByTitle('城市规划区地下水').last().click();
    await page.getByText('按申请表：取用城市规划区地下水').waitFor();
    await slider(page, '征求城市建设主管部门意见：用时').waitFor();
    await page.getByText('要求申请人补正一次').click();
    await slider(page, '受理：用时').fill('9');
    await page.getByRole('alert').getByText('已视为受理', { exact: false }).first().waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '恢复默认设定' }).click();
    await summary(page).getByText('作出决定，准予许可', { exact: false }).waitFor();
  });

  it('reads in English and fits a phone', async () => {
    const { page } = seat;
    await page.setViewportSize({ width: 360, height: 720 });
    await openTrial(page);
    expect(await overhang(page)).toBe(0);
    // The tabs of the page, which no phone has room for, are not of the trial.
    const own = (await graveFindings(page)).filter((finding) => !finding.includes('.ant-tabs-nav'));
    expect(own).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.getByRole('button', { name: '切换到英文' }).click();
    await page
      .getByRole('region', { name: 'Result' })
      .getByText('10 working days left of the Promised limit')
      .waitFor();
    expect(await graveFindings(page)).toEqual([]);
    expect(product.wrongs()).toEqual([]);
  });
});
