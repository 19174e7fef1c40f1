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
