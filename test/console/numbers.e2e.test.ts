import { expect, it } from 'vitest';
import { forms } from '../../demo/seed/filings.ts';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import { personAt } from '../../db/seed/people.ts';
import type { Role } from '../../domain/people/roles.ts';
import { graveFindings } from '../support/browser.ts';
import { caseWithout, give } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';

const product = inBrowser();
const loginOf = (role: Role) => personAt(role, 'sy-water').login;
const seat = async (role: Role, at: string) => product.page(loginOf(role), at);

it('a department proposes how it numbers, a second person puts it in force, and the form asks no number any more', async () => {
  const admin = await seat('departmentAdmin', '/numbers');
  const notice = admin.getByRole('row').filter({ hasText: /^受理通知书/ });
  await notice.getByRole('button', { name: '拟定规则' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('待启用的规则').fill('沈水受〔{年}〕号');
  await dialog.getByRole('button', { name: '拟定规则' }).click();
  await dialog.getByText('编号规则有误').waitFor();
  await dialog.getByLabel('待启用的规则').fill('沈水受〔{年}〕{号}号');
  await dialog.getByRole('button', { name: '拟定规则' }).click();
  await notice.getByText(/启用后下一个编号：沈水受〔\d{4}〕1号/).waitFor();
  await notice.getByText('由拟定人以外的人员核对后启用').waitFor();
  expect(await graveFindings(admin)).toEqual([]);

  const chief = await seat('sectionChief', '/numbers');
  const proposed = chief.getByRole('row').filter({ hasText: /^受理通知书/ });
  await proposed.getByRole('button', { name: '启用', exact: true }).click();
  await proposed.getByText(/起，.*启用/).waitFor();

  const caseId = await caseWithout(product.url, waterAbstraction, forms.water('surface'), []);
  const clerk = await seat('windowClerk', `/cases/${caseId}`);
  await give(clerk, '收件');
  await clerk.getByText('本部门已启用编号规则，文书编号由系统在办理时给出。').first().waitFor();
  await give(clerk, '受理');
  await chief.reload();
  const registered = chief
    .getByRole('row')
    .filter({ hasText: /沈水受〔\d{4}〕1号/ })
    .filter({ hasText: '已使用' });
  await registered.getByRole('link').first().waitFor();
  expect(await graveFindings(chief)).toEqual([]);
});

it('a department words a kind of document: proposed, looked at on a document that was made, put in force by a second person', async () => {
  const admin = await seat('departmentAdmin', '/numbers');
  const templates = admin.locator('.ant-card').filter({ hasText: '文书模板' });
  const notice = templates.getByRole('row').filter({ hasText: /^受理通知书/ });
  await notice.getByRole('button', { name: '拟定模板' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('button', { name: '拟定模板' }).click();
  await dialog.getByText('文书模板没有内容').waitFor();
  await dialog.getByLabel('结尾').fill('领取证件时请携带本通知书和有效身份证件。');
  expect(await graveFindings(admin)).toEqual([]);
  await dialog.getByRole('button', { name: '拟定模板' }).click();
  await notice.getByText('由拟定人以外的人员核对后启用').waitFor();

  const chief = await seat('sectionChief', '/numbers');
  const proposed = chief
    .locator('.ant-card')
    .filter({ hasText: '文书模板' })
    .getByRole('row')
    .filter({ hasText: /^受理通知书/ });
  await proposed.getByRole('button', { name: '看样张' }).click();
  await chief
    .getByRole('dialog', { name: '看样张' })
    .locator('iframe[src^="blob:"]')
    .or(chief.getByText('没有可以作样张的文书'))
    .first()
    .waitFor();
  await chief.keyboard.press('Escape');
  await proposed.getByRole('button', { name: '核对无误，启用' }).click();
  await proposed.getByText(/第 1 版，\d{4}-\d\d-\d\d 起，.*启用/).waitFor();
});
