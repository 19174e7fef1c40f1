import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { personAt } from '../../db/seed/people.ts';
import { readCsv } from '../../domain/catalogue/csv.ts';
import { graveFindings } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';

const product = inBrowser({ size: { width: 1366, height: 768 } });
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const uscc = '11210100MB0000094D';
const codeOf = (n: number) => `${uscc}32101${String(n).padStart(5, '0')}000`;
const row = (n: number, name: string, change: { region?: string; type?: string } = {}) =>
  `市城管局,未分类,${name},${change.region ?? '210100000000'},${codeOf(n)},${change.type ?? '1'},${uscc}`;
const list = (rows: readonly string[]) =>
  Buffer.from(`\ufeff部门,主项,名称,行政区划,实施编码,类型,部门编码\r\n${rows.join('\r\n')}\r\n`);

it('who keeps the catalogue brings a list with three bad rows: sees each, takes the others, mends, and finds them', async () => {
  const page = await product.page(personAt('catalogueAdmin', 'ln-biz').login, '/catalogue');
  await page.getByRole('button', { name: '导入目录' }).click();
  const rows = [
    row(1, '户外广告设置许可'),
    row(2, '"占道（临时,夜间）许可"'),
    row(3, '外省事项', { region: '510100000000' }),
    row(4, '没有这种类型', { type: '66' }),
    row(1, '编码重复'),
  ];
  await page.setInputFiles('input[aria-label="选择文件"]', {
    name: '清单.csv',
    mimeType: 'text/csv',
    buffer: list(rows),
  });
  await page.getByText('清单.csv：5 行').waitFor();
  expect(await graveFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '检查', exact: true }).click();

  await page.getByRole('heading', { name: '导入：清单.csv' }).waitFor();
  for (const says of ['510100 不在您管理的行政区划内', '类型代码 66 不在代码表内', '编码与第 2 行重复']) {
    await page.getByRole('row').filter({ hasText: says }).filter({ hasText: '有误' }).waitFor();
  }
  expect(await graveFindings(page)).toEqual([]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载有误的行' }).click(),
  ]);
  expect(file.suggestedFilename()).toContain('清单-有误的行');
  const wrong = readFileSync(await file.path(), 'utf8');
  expect(wrong.trim().split('\r\n')).toHaveLength(4);
  await page.getByRole('button', { name: '导入 2 行' }).click();
  await page.getByText('导入完成：2 行').waitFor();

  await page.getByRole('link', { name: '再导入一份' }).click();
  await page.getByRole('link', { name: '清单.csv' }).waitFor();
  const mended = readCsv(wrong.replace(',66,', ',07,')).rows.map(({ cells }) => cells.map((value) => ({ value })));
  const buffer = await writeXlsxFile(mended).toBuffer();
  await page.setInputFiles('input[aria-label="选择文件"]', { name: '改正.xlsx', mimeType: xlsx, buffer });
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.getByText('有变化 1').click();
  await page.getByText('事项名称：户外广告设置许可 → 编码重复').waitFor();
  await page.getByRole('button', { name: '导入 2 行' }).click();
  await page.getByText('导入完成：2 行').waitFor();

  await page.goto(`${product.url}/catalogue?find=${encodeURIComponent('城管 许可')}`);
  await page.getByRole('cell', { name: '占道（临时,夜间）许可' }).waitFor();
  expect(await page.getByRole('cell', { name: '没有这种类型' }).count()).toBe(0);
  await page.getByRole('link', { name: '占道（临时,夜间）许可' }).click();
  await page.getByText('基本目录中没有编码 210100002000').waitFor();
  expect(await graveFindings(page)).toEqual([]);
  await page.goBack();
  await page.getByRole('button', { name: '目录统计' }).click();
  await page.getByRole('row').filter({ hasText: '行政确认' }).waitFor();
  expect(await graveFindings(page)).toEqual([]);
  expect(product.wrongs()).toEqual([]);
});
