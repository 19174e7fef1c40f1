import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { enter, graveFindings } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';

const product = inBrowser({ size: { width: 1366, height: 768 } });

/** What a press on a button or link writes as a file. */
async function fileOf(page: Page, press: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

describe('the audit', () => {
  it('fault D9: is read by the audit administrator, narrowed and exported, and says so of itself', async () => {
    const clerk = await product.page('jiangchengwen', '/worklists/department');
    await fileOf(clerk, async () => clerk.getByRole('button', { name: '导出 Excel' }).click());
    const page = await product.page();
    await enter(page, 'yanmingjian');
    await page.getByRole('heading', { level: 1, name: '审计记录' }).waitFor();
    await page.getByRole('row', { name: /登录 严明鉴（yanmingjian）/ }).waitFor();
    await page
      .getByRole('row', { name: /导出清单 江承文（jiangchengwen） 工作清单；条件：本部门在办；共 0 行/ })
      .waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1366);
    const box = await page.getByRole('columnheader', { name: '来自地址' }).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 9_999)).toBeLessThanOrEqual(1366);
    expect(await graveFindings(page)).toEqual([]);
    await page.getByLabel('办理人的用户名').fill('jiangchengwen');
    await page.getByRole('button', { name: /^查\s?询$/ }).click();
    await page.getByRole('row', { name: /yanmingjian/ }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /导出清单 江承文/ }).waitFor();
    const csv = await fileOf(page, async () => page.getByRole('link', { name: /CSV/ }).click());
    expect(csv.name).toMatch(/^审计记录-\d{14}\.csv$/);
    expect(csv.content.toString()).toMatch(/,导出清单,江承文,jiangchengwen,工作清单；条件：本部门在办；共 0 行,/);
    await fileOf(page, async () => page.getByRole('button', { name: '导出 Excel' }).click());
    await page.goto(`${product.url}/audit?kind=auditExported`);
    await page
      .getByRole('row', { name: /导出审计记录 严明鉴.*办理人的用户名：jiangchengwen/ })
      .first()
      .waitFor();
    expect(await page.getByRole('row', { name: /导出审计记录 严明鉴/ }).count()).toBe(2);
  });

  it('fault D9, F14: stands in no other menu; who administers accounts lands at them, and is told of a page that is not theirs', async () => {
    for (const login of ['yanweian', 'yanshouzheng']) {
      const page = await product.page();
      await enter(page, login);
      await page.getByRole('heading', { level: 1, name: '人员' }).first().waitFor();
      expect(await page.getByRole('menuitem', { name: '审计记录' }).count()).toBe(0);
      expect(await page.getByRole('menuitem', { name: '收件登记' }).count()).toBe(0);
      for (const path of ['/audit', '/board', '/board/screen', '/ledger', '/warnings', '/cases/new']) {
        await page.goto(`${product.url}${path}`);
        await page.getByText('此页不在您的岗位职责内').waitFor();
        expect([path, await page.getByRole('main').getByRole('button').count()]).toEqual([path, 0]);
      }
      await page.getByRole('main').getByRole('link', { name: '回到首页' }).click();
      await page.waitForURL('**/people');
    }
    expect(product.wrongs()).toEqual([]);
  });

  it('fault D9: is read in English by who chose it', async () => {
    const page = await product.page('yanmingjian', '/audit');
    await page.getByRole('button', { name: '切换到英文' }).click();
    await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
    await page
      .getByRole('row', { name: /Signed in 严明鉴/ })
      .first()
      .waitFor();
  });
});
