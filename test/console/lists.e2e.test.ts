import { expect, it } from 'vitest';
import { caseInReview } from '../support/clerk.ts';
import { choose } from '../support/accounts.ts';
import { graveFindings } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';

const product = inBrowser();

it('a list is sorted by the head of a column and narrowed; that stands in words above it, outlives a reload, is undone by 后退, and is kept under a name', async () => {
  await caseInReview(product.url);
  const page = await product.page('jiangchengwen', '/worklists/department');
  const main = page.getByRole('main');
  const row = main.getByRole('row').getByRole('link').first();
  await row.waitFor();
  const head = (name: string) => main.getByRole('columnheader', { name });
  expect(await head('最紧时限').getAttribute('aria-sort')).toBe('ascending');
  // By keyboard: the place in the table is kept, and the third press gives the list its own order again.
  const sorted = async (name: string, how: string) => {
    await expect.poll(async () => head(name).getAttribute('aria-sort')).toBe(how);
    await row.waitFor();
  };
  await head('办件编号').focus();
  await page.keyboard.press('Enter');
  await sorted('办件编号', 'ascending');
  await main.getByRole('status').getByText('排序：按事项和办件编号').waitFor();
  expect(page.url()).toMatch(/sort=caseNo$/);
  await page.keyboard.press('Enter');
  await sorted('办件编号', 'descending');
  await page.keyboard.press('Enter');
  await sorted('最紧时限', 'ascending');
  expect(new URL(page.url()).search).toBe('');
  await page.keyboard.press('Enter');
  await sorted('办件编号', 'ascending');
  await row.waitFor();
  await page.goBack();
  await choose(main.getByRole('combobox', { name: '预警状态' }), '超期');
  await main.getByRole('button', { name: '查询' }).click();
  await page.waitForURL(/light=red/);
  await main.getByText('没有符合筛选条件的记录。').waitFor();
  await main.getByRole('status').getByText('预警状态：超期').waitFor();

  await main.getByRole('button', { name: '保存为常用筛选' }).click();
  const keeping = page.getByRole('dialog', { name: '保存为常用筛选' });
  await keeping.getByLabel('名称').fill('红的');
  expect(await graveFindings(page)).toEqual([]);
  await keeping.getByRole('button', { name: '保存' }).click();
  const view = main.getByRole('button', { name: '红的', pressed: true });
  await view.waitFor();
  await page.reload();
  await view.waitFor();
  await main.getByRole('status').getByText('预警状态：超期').waitFor();
  await main.getByRole('status').getByRole('button', { name: '清除筛选' }).click();
  await row.waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.goBack();
  await view.waitFor();

  await main.getByRole('button', { name: '管理' }).click();
  const all = page.getByRole('dialog', { name: '常用筛选' });
  await all.getByLabel('“红的”的名称').fill('超期的');
  await all.getByRole('button', { name: '改名 红的' }).click();
  await all.getByLabel('“超期的”的名称').waitFor();
  expect(await graveFindings(page)).toEqual([]);
  await all.getByRole('button', { name: '删除 超期的' }).click();
  await all.getByText('没有常用筛选', { exact: false }).waitFor();
  await all.getByRole('button', { name: '关闭' }).last().click();
  await main.getByRole('button', { name: '保存为常用筛选' }).waitFor();
});
