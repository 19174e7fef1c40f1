import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { itemSeeds } from '../../db/seed/items/index.ts';
import { enter, graveFindings } from '../support/browser.ts';
import type { Seat } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';

const water = itemSeeds.find(({ item }) => item.departmentId === 'sy-water');
const product = inBrowser();
let drafter: Seat;
let publisher: Seat;

beforeAll(async () => {
  drafter = await product.seat();
  await enter(drafter.page, 'jiangliqing');
  publisher = await product.seat({ login: 'yanmuxin' });
});

const textOf = (page: Page) => page.getByLabel('流程定义（JSON 文本）');
const findings = (page: Page) => page.getByRole('list', { name: '检查结果' });

/** The promised limit of the text written anew; the line it stands on. */
async function promise(page: Page, days: string): Promise<number> {
  const text = await textOf(page).inputValue();
  const next = text.replace(/("promised": \{\s+"count": )[^\n]*/, `$1${days}`);
  await textOf(page).fill(next);
  return next.slice(0, next.indexOf('"promised": {')).split('\n').length + 1;
}

/** How far the note of a line stands from that line of the text, in pixels; null when the line has none. */
const distance = (page: Page, line: number) =>
  page.evaluate<number | null>(`(() => {
    const area = document.querySelector('.json-editor textarea');
    const note = document.querySelector('.json-editor .notes [data-line="${line}"]');
    if (note === null) return null;
    const { lineHeight, paddingTop } = getComputedStyle(area);
    const above = parseFloat(paddingTop) + ${line - 1} * parseFloat(lineHeight) - area.scrollTop;
    return Math.abs(note.getBoundingClientRect().top - area.getBoundingClientRect().top - above);
  })()`);

/** Waits until the note of a line stands beside it: scrolling takes a frame. */
const standsBeside = (page: Page, line: number) =>
  expect.poll(() => distance(page, line), { timeout: 5_000 }).toBeLessThan(2);

describe('a department publishes a flow in the browser', () => {
  it('lands at its items, and shows what the law asks of one: limits with provision and unit, materials, picture', async () => {
    const { page } = drafter;
    await page.getByRole('heading', { level: 1, name: '事项与流程' }).waitFor();
    await page.getByRole('link', { name: water?.item.name ?? '' }).click();
    await page.getByRole('tab', { name: '时限' }).click();
    await page.getByText('依据：取水许可和水资源费征收管理条例第十九条第一款').first().waitFor();
    await page.getByText('尚待核实', { exact: true }).first().waitFor();
    await page.getByRole('tab', { name: '流程图' }).click();
    await page.locator('.react-flow__node').filter({ hasText: '水资源论证报告书专家评审' }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
  });

  it('drafts a version with a mistake, and reads the finding beside its line', async () => {
    const { page } = drafter;
    await page.getByRole('tab', { name: '流程版本' }).click();
    await page.getByRole('button', { name: '起草新版本' }).click();
    await page.getByRole('heading', { level: 1, name: /第 2 版/ }).waitFor();
    const line = await promise(page, '60,');
    await textOf(page).press('Control+s');
    await page.getByText('已保存，检查发现').waitFor();
    const first = findings(page).getByRole('listitem').first();
    expect(await first.innerText()).toContain('承诺时限 60 个工作日超过法定时限 45 个工作日');
    expect(await first.innerText()).toContain('改法：把承诺时限改到法定时限以内');
    await first.getByRole('button', { name: `第 ${line} 行` }).press('Enter');
    expect((await page.evaluate<string>('getSelection().toString()')).trim()).toBe('"count": 60,');
    await standsBeside(page, line);
    expect(await graveFindings(page)).toEqual([]);
  });

  it('does not lose a text that is no JSON or has an unknown field, and says at which line', async () => {
    const { page } = drafter;
    const line = await promise(page, '15');
    await findings(page).getByText('这里应有逗号或右括号').waitFor();
    await textOf(page).press('Control+s');
    await standsBeside(page, line + 1);
    await promise(page, '15, "word": 1,');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await findings(page).getByText('/limits/promised/word：').waitFor();
    await standsBeside(page, line);
    expect(await textOf(page).inputValue()).toContain('15, "word": 1,');
  });

  it('is corrected and checked, and not published by who drafted it', async () => {
    const { page } = drafter;
    await promise(page, '15,');
    await page.getByText('不能检查：有未保存的修改，请先保存。').waitFor();
    await page.getByRole('button', { name: '保存', exact: true }).press('Enter');
    await findings(page).getByText('承诺时限 60 个工作日超过', { exact: false }).first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '检查', exact: true }).press('Enter');
    await page.getByText('已检查，待发布').waitFor();
    await page.getByText('不能发布：参与起草的人不能发布该流程').waitFor();
    expect(await page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true);
  });

  it('is published by a second person, who reads in words what will be different', async () => {
    const { page } = publisher;
    await page.goto(drafter.page.url());
    await page.getByRole('button', { name: '发布', exact: true }).press('Enter');
    const dialog = page.getByRole('dialog', { name: '发布第 2 版' });
    await dialog.getByText('承诺时限由 20 个工作日改为 15 个工作日（缩短）').waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(1);
    expect(await graveFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '发布第 2 版' }).press('Enter');
    await page.getByText('第 2 版已发布，新收办件按它办理').waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0);
    const guide = await fetch(`${product.url}/api/v1/guide/items/${water?.item.code ?? ''}`);
    expect(await guide.json()).toMatchObject({
      flow: { version: 2, definition: { limits: { promised: { count: 15 } } } },
    });
  });

  it('lets the catalogue administrator change a guide element, and shows a mistake at its field', async () => {
    const { page } = publisher;
    const code = water?.item.code ?? '';
    await page.goto(`${product.url}/items/${code}`);
    await page.getByRole('button', { name: '修改指南要素' }).press('Enter');
    await page.getByLabel('到办事现场次数').fill('101');
    await page.getByLabel('办理地点').fill('沈阳市政务服务中心五楼');
    await page.getByRole('button', { name: '保存', exact: true }).press('Enter');
    await page.locator('[role=alert][id$=visits_help], #guide_visits_help').getByText('100').waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.getByLabel('到办事现场次数').fill('1');
    await page.getByRole('button', { name: '保存', exact: true }).press('Enter');
    await page.getByText('指南要素已保存').waitFor();
    await page.getByText('沈阳市政务服务中心五楼').waitFor();
    const guide = await fetch(`${product.url}/api/v1/guide/items/${code}`);
    expect(await guide.json()).toMatchObject({ guide: { visits: 1, place: '沈阳市政务服务中心五楼', fee: false } });
    await drafter.page.goto(`${product.url}/items/${code}`);
    await drafter.page.getByText('指南要素由目录管理员修改。').waitFor();
    expect(await drafter.page.getByRole('button', { name: '修改指南要素' }).count()).toBe(0);
  });

  it('shows the versions with the open cases of each, and who holds which role', async () => {
    const { page } = drafter;
    await page.goto(`${product.url}/items/${water?.item.code ?? ''}?tab=versions`);
    const row = (version: number) => page.getByRole('row').filter({ hasText: `第 ${version} 版` });
    expect(await row(2).innerText()).toMatch(/已发布[^，].*江理清.*严目新/s);
    expect(await row(1).innerText()).toMatch(/已发布，已被新版本替代.*\d+ 件/s);
    expect(await graveFindings(page)).toEqual([]);
    await page.goto(`${product.url}/people`);
    await page.getByRole('row').filter({ hasText: '听证主持人' }).filter({ hasText: '江听雨' }).first().waitFor();
    expect(await graveFindings(page)).toEqual([]);
    const bureau = publisher.page;
    await bureau.goto(`${product.url}/people`);
    await bureau.getByRole('heading', { level: 2, name: '辽宁省营商环境建设局 · 岗位' }).waitFor();
    await bureau.getByRole('row', { name: /^督查员.*严督行/ }).waitFor();
    expect(await bureau.getByText('空缺', { exact: true }).count()).toBe(0);
    expect([...drafter.wrongs, ...publisher.wrongs]).toEqual([]);
  });
});
