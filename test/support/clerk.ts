import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { demoPassword, personAt } from '../../db/seed/people.ts';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import type { ItemSeed } from '../../db/seed/items/item-seed.ts';
import type { Role } from '../../domain/people/roles.ts';
import { signIn } from '../../demo/api-client.ts';
import type { ApiUser } from '../../demo/api-client.ts';
import { filingBody, forms } from '../../demo/seed/filings.ts';
import { typeInto } from './keyboard.ts';

/** What the water case of the tests says in the fields of 收件, by label. */
export const waterWords: Readonly<Record<string, string>> = {
  姓名或名称: '沈阳浑河供水有限公司',
  证件号码: '91210100MA0D3M0138',
  联系人: '赵经理',
  联系电话: '13900001234',
  送达地址: '沈阳市浑南区创新路1号',
  取水目的: '工业生产用水',
  年取水量: '36.5',
  取水地点: '浑河左岸取水口',
  取水方式和计量方式: '泵站提水，电磁流量计计量',
  退水地点和污水处理措施: '达标后排入市政管网',
  取水起始日期: '2027-05-01',
  取水期限: '5',
};

const focused = `(() => {
  const at = document.activeElement;
  const label = at?.labels?.[0]?.innerText || at?.getAttribute('aria-label') || at?.innerText || '';
  return { label: label.trim(), type: at?.getAttribute('type') ?? '', role: at?.getAttribute('role') ?? '' };
})()`;

interface Focused {
  readonly label: string;
  readonly type: string;
  readonly role: string;
}

/** Fills in 收件 by keyboard alone: Tab from field to field, words by label, necessary papers ticked with the space bar, Enter at the end. */
export async function fileByKeyboard(page: Page): Promise<void> {
  await typeInto(page, page.getByLabel('选择事项'), '取水');
  await page.getByRole('option', { name: /取水许可/ }).waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page.getByLabel('姓名或名称').waitFor();
  const source = page.getByTitle('地表水').last();
  let chosen = false;
  for (let turn = 0; turn < 60; turn += 1) {
    await page.keyboard.press('Tab');
    const { label, type, role } = await page.evaluate<Focused>(focused);
    if (label === '提交收件') return page.keyboard.press('Enter');
    if (label === '取水水源') {
      // A list that is still closing keeps the first Tab for itself, so the field can be met again.
      if (chosen) continue;
      await page.keyboard.press('Enter');
      await source.waitFor();
      await page.keyboard.press('Enter');
      await source.waitFor({ state: 'hidden' });
      chosen = true;
    } else if (type === 'checkbox' && label.startsWith('已收到') && !label.includes('备案')) {
      await page.keyboard.press('Space');
    } else if (waterWords[label] !== undefined) {
      await page.keyboard.type(waterWords[label]);
      if (label.endsWith('日期')) await page.keyboard.press('Enter');
    } else if (role === 'alert') throw new Error(`expected a field, but found ${label}`);
  }
  throw new Error('expected 提交收件 within 60 stops of Tab, but it was not reached');
}

const loginOf = (role: Role, departmentId = 'sy-water') => personAt(role, departmentId).login;

type Form = Readonly<Record<string, string | number | boolean>>;

/** Files a case over the API and brings it to 审查; answers its id. */
export async function caseInReview(
  url: string,
  seed: ItemSeed = waterAbstraction,
  form: Form = forms.water('surface'),
): Promise<string> {
  const clerk = await signIn(url, loginOf('windowClerk', seed.item.departmentId), demoPassword);
  const caseId = await filed(clerk, seed, { form });
  const orders = `/cases/${caseId}/orders`;
  const later = seed.definition.materials.filter(({ need }) => need === 'deferrable').map(({ id }) => id);
  await clerk.post(orders, { type: 'checkIn', stepId: 'intake', received: later }, randomUUID());
  await clerk.post(orders, { type: 'accept', stepId: 'acceptance', documentNo: `受 ${caseId}` }, randomUUID());
  return caseId;
}

/** Files a water case over the API without any of its materials; answers its id. */
export async function caseWithoutMaterials(url: string): Promise<string> {
  const clerk = await signIn(url, loginOf('windowClerk'), demoPassword);
  const materials = waterAbstraction.definition.materials.map(({ id }) => ({ id, sha256: null, received: false }));
  return filed(clerk, waterAbstraction, { form: forms.water('surface'), materials });
}

/** Files a case over the API without some of its necessary materials; answers its id. */
export async function caseWithout(
  url: string,
  seed: ItemSeed,
  form: Form,
  without: readonly string[],
  channel: 'window' | 'post' = 'window',
): Promise<string> {
  const clerk = await signIn(url, loginOf('windowClerk', seed.item.departmentId), demoPassword);
  const { materials } = filingBody(seed, { index: 1, receivedOn: '', form, without });
  return filed(clerk, seed, { form, materials, channel });
}

async function filed(
  clerk: ApiUser,
  seed: ItemSeed,
  more: { form: Form; materials?: unknown; channel?: string },
): Promise<string> {
  const { today } = await clerk.get('/business-clock');
  const body = { ...filingBody(seed, { index: 1, receivedOn: String(today), form: more.form }), ...more };
  const first = await clerk.send('POST', '/cases', body, { 'idempotency-key': randomUUID() });
  const { caseId } =
    first.status === 409 ? await clerk.post('/cases', again(body, first.body), randomUUID()) : first.body;
  return String(caseId);
}

/** The same filing for a clerk who has been told of the earlier one. */
function again(body: Record<string, unknown>, { earlier }: Record<string, unknown>): Record<string, unknown> {
  const known = typeof earlier === 'object' && earlier !== null && 'caseNo' in earlier ? earlier.caseNo : undefined;
  return { ...body, despite: known };
}

/** How often a kind of fact is recorded of a case. */
export async function countOf(url: string, caseId: string, fact: string): Promise<number> {
  const officer = await signIn(url, loginOf('caseOfficer'), demoPassword);
  const { items } = await officer.get(`/cases/${caseId}/timeline`);
  const entries = Array.isArray(items) ? items : [];
  return entries.flatMap((entry) => [entry, ...entry.under]).filter(({ type }) => type === fact).length;
}

/** Answers what waits for an approval on the open page: 批准 or 不予批准 at its foot, then the order in the dialog. */
export async function answer(
  page: Page,
  word: '批准' | '不予批准',
  title: string,
  words: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${word}：${title}`) }).click();
  const dialog = page.getByRole('dialog', { name: title });
  for (const [label, text] of Object.entries(words)) await dialog.getByLabel(label, { exact: true }).fill(text);
  await press(page, title);
  await page.getByText(named(title, '：已办理')).first().waitFor();
}

/** The words of an act, with or without the procedure it starts: 启动特别程序（专家评审）. */
const named = (title: string, end = '') => new RegExp(`^${title}(（.+）)?${end}`);

/** Gives an order on the open page of a case: words by label, choices by name, then its button; waits until it is done. */
export async function give(
  page: Page,
  title: string,
  o: { words?: Readonly<Record<string, string>>; choice?: string; people?: readonly string[] } = {},
): Promise<void> {
  await fill(page, title, o);
  await press(page, title);
  await page.getByText(named(title, '：已办理')).first().waitFor();
}

/** Fills in the form of an order, choosing its tab first when another one stands in front. */
export async function fill(page: Page, title: string, o: Parameters<typeof give>[2] = {}): Promise<void> {
  const tab = page.getByRole('tab', { name: named(title, '$') });
  await page
    .getByRole('button', { name: named(title, '$') })
    .or(tab)
    .first()
    .waitFor();
  if ((await tab.count()) > 0) await tab.click();
  for (const [label, text] of Object.entries(o.words ?? {})) await visible(page, label).fill(text);
  if (o.choice !== undefined) await page.getByRole('radio', { name: o.choice, exact: true }).check();
  for (const name of o.people ?? []) {
    await visible(page, '勘验人员').click();
    await page.keyboard.type(name);
    await page
      .getByTitle(new RegExp(`^${name}`))
      .last()
      .waitFor();
    await page.keyboard.press('Enter');
  }
  if (o.people !== undefined) await page.keyboard.press('Escape');
}

/** Presses the button of an order, not the heading it stands under. */
export async function press(page: Page, title: string): Promise<void> {
  await page
    .getByRole('button', { name: named(title, '$') })
    .and(page.locator('button'))
    .filter({ visible: true })
    .click();
}

const visible = (page: Page, label: string) =>
  page.getByLabel(label, { exact: true }).filter({ visible: true }).first();
