import { describe, expect, it } from 'vitest';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import { demoPassword } from '../../db/seed/people.ts';
import { signIn } from '../../demo/api-client.ts';
import { deskOf } from '../../demo/story/desk.ts';
import { file } from '../../demo/story/story.ts';
import { teller } from '../../demo/story/teller.ts';
import { graveFindings } from '../support/browser.ts';
import { caseInReview, countOf } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';
import { pressAt, signInByKeyboard, tabTo, typeInto } from '../support/keyboard.ts';

const product = inBrowser();
const seat = product.page;

/** A second version of the water flow with a shorter promise, drafted and checked over the API; answers its id. */
async function checkedVersion(): Promise<string> {
  const drafter = await signIn(product.url, 'jiangliqing', demoPassword);
  const { definition: inForce, item } = waterAbstraction;
  const promised = { ...inForce.limits.promised, count: 15 };
  const definition = { ...inForce, limits: { ...inForce.limits, promised } };
  const { id } = await drafter.post(`/items/${item.code}/flows`, { definition });
  await drafter.post(`/flows/${String(id)}/check`);
  return String(id);
}

/** The number of a case, as its officer reads it. */
async function numberOf(caseId: string): Promise<string> {
  const officer = await signIn(product.url, 'jiangchengwen', demoPassword);
  return String((await officer.get(`/cases/${caseId}`))['caseNo']);
}

describe('somebody without a mouse', () => {
  it('signs in, finds a case by Ctrl+K, opens it from the list too and finishes its review: Ctrl+Enter in the opinion gives the order', async () => {
    const caseId = await caseInReview(product.url);
    const page = await seat();
    await signInByKeyboard(page, 'jiangchengwen', demoPassword);
    await page.keyboard.press('Control+k');
    const finder = page.getByRole('dialog', { name: '查找办件和事项' });
    await finder.getByRole('combobox').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('9999 没有');
    await finder.getByText('没有看得到的办件或事项与“9999 没有”相符', { exact: false }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('取水许可');
    await finder.getByText('事项 · 沈阳市水务局').first().waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(await numberOf(caseId));
    await finder.getByRole('option').first().waitFor({ state: 'attached' });
    expect(await graveFindings(page)).toEqual([]);
    await finder.getByText('相符处：办件编号').waitFor();
    const remembered = page.waitForResponse((answer) => answer.url().includes('/finder/recent/'));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/cases/${caseId}`);
    expect((await remembered).status()).toBe(204);
    await page.goBack();
    await page.keyboard.press('Control+k');
    await finder.getByText('最近打开的办件').waitFor();
    await page.keyboard.press('Escape');
    await finder.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+k');
    await finder.getByText('最近打开的办件').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/cases/${caseId}`);
    await page.goBack();
    await pressAt(page, page.getByRole('main').getByRole('row').getByRole('link'));
    await page.waitForURL(`**/cases/${caseId}`);
    await tabTo(page, page.getByRole('radio', { name: '需专家评审', exact: true }));
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: '无需专家评审' }).isChecked()).toBe(true);
    await typeInto(page, page.getByLabel('意见', { exact: true }), '经审查，申请材料齐全，符合法定形式。');
    await page.keyboard.press('Control+Enter');
    await page.getByText('完成审查：已办理').first().waitFor();
    expect(await countOf(product.url, caseId, 'Reviewed')).toBe(1);
  });

  it('publishes a flow: Escape in the dialog leads back to the button, Enter on its own button publishes', async () => {
    const flowId = await checkedVersion();
    const page = await seat();
    await signInByKeyboard(page, 'yanmuxin', demoPassword);
    await page.goto(`${product.url}/flows/${flowId}`);
    const publish = page.getByRole('button', { name: '发布', exact: true });
    const dialog = page.getByRole('dialog', { name: '发布第 2 版' });
    await pressAt(page, publish);
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await publish.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await pressAt(page, dialog.getByRole('button', { name: '发布第 2 版' }));
    await page.getByText('第 2 版已发布，新收办件按它办理').waitFor();
    await page.getByRole('main').and(page.locator(':focus')).waitFor();
    const drafter = await signIn(product.url, 'jiangliqing', demoPassword);
    expect(await drafter.get(`/flows/${flowId}`)).toMatchObject({ status: 'published', publishedByName: '严目新' });
  });

  it('looks a case up as its applicant: Enter behind the code asks, and the focus goes to the answer', async () => {
    const told = await file(
      product.url,
      deskOf(product.url, 'sy-water'),
      teller(() => undefined),
    );
    const page = await seat();
    // The page comes after its frame, and with it the focus may move.
    await page.getByLabel('用户名').waitFor();
    await pressAt(page, page.getByRole('banner').getByRole('link', { name: '进度查询' }));
    await typeInto(page, page.getByLabel('办件编号'), told.caseNo);
    await typeInto(page, page.getByLabel('查询码'), told.queryCode);
    await page.keyboard.press('Enter');
    const turn = page.getByRole('region', { name: '现在由谁办理' });
    await turn.waitFor();
    await page.locator(':focus').filter({ has: turn }).waitFor();
    expect(product.wrongs()).toEqual([]);
  });
});
