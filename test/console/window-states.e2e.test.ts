import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { foodBusiness } from '../../db/seed/items/food-business.ts';
import { demoPassword, personAt } from '../../db/seed/people.ts';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import { signIn } from '../../demo/api-client.ts';
import { inspected, opening, reviewed } from '../../demo/seed/courses.ts';
import type { Act } from '../../demo/seed/courses.ts';
import { forms } from '../../demo/seed/filings.ts';
import type { Role } from '../../domain/people/roles.ts';
import { caseWithout, caseWithoutMaterials, fill, give, press } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';

const there = inBrowser();
const water = waterAbstraction.item.departmentId;
const note = (page: Page, text: string) => page.getByRole('note').filter({ hasText: text });
const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true }).filter({ visible: true });
const at = async (role: Role, caseId: string, department = water): Promise<Page> =>
  there.page(personAt(role, department).login, `/cases/${caseId}`);
const admin = async () => signIn(there.url, personAt('systemAdmin', 'ln-biz').login, demoPassword);
const notice = (servedOn: string) => ({
  type: 'askSupplement',
  stepId: 'intake',
  documentNo: '沈水补〔2026〕803号',
  servedOn,
  asked: ['application', 'waterReport', 'thirdParties'].map((id) => ({ kind: 'material', id, defect: 'missing' })),
  mends: ['请提交', '请提交', '请提交'],
  consequence: '逾期不补正的，依法处理。',
});
const file = { office: '沈河市监', no: 804 };
const play = async (caseId: string, department: string, acts: readonly Act[]) => {
  const { today } = await (await admin()).get('/business-clock');
  for (const { role, order } of acts) {
    const user = await signIn(there.url, personAt(role, department).login, demoPassword);
    await user.post(`/cases/${caseId}/orders`, order(String(today)), randomUUID());
  }
};
const pass = async (days: number) => (await admin()).post('/business-clock/advance', { days });

it('what is wrong is corrected on the spot, and the case is accepted on its day without a supplement', async () => {
  const caseId = await caseWithout(there.url, waterAbstraction, forms.water('surface'), []);
  const page = await at('windowClerk', caseId);
  await fill(page, '当场更正', { words: { 说明: '年取水量的单位更正为万立方米，申请人已签名。' } });
  await box(page, '年取水量').check();
  await press(page, '当场更正');
  await page.getByText('当场更正：已办理').first().waitFor();
  await page.reload();
  await give(page, '收件');
  await page.reload();
  await give(page, '受理', { words: { 文书编号: '沈水受〔2026〕801号' } });
  await page.getByRole('tab', { name: '时间线' }).click();
  await page.getByText('当场更正').first().waitFor();
  expect(await page.getByText('已出具补正告知书').count()).toBe(0);
  expect(there.wrongs()).toEqual([]);
});

it('silence is confirmed by the lead, defeated by a notice that is entered late, and a supplement lapses', async () => {
  const clerk = await signIn(there.url, personAt('windowClerk', water).login, demoPassword);
  const { today } = await clerk.get('/business-clock');
  const [silent, onPaper, asked] = [
    await caseWithoutMaterials(there.url),
    await caseWithoutMaterials(there.url),
    await caseWithoutMaterials(there.url),
  ];
  await clerk.post(`/cases/${asked}/orders`, notice(String(today)), randomUUID());

  await pass(12);
  const lead = await at('windowLead', silent);
  await lead.getByText(/待首席代表核实$/).waitFor();
  // The act stands with what asks for it, before everything else that could be done; the head of the step names who is asked.
  const asks = lead.getByRole('alert').filter({ hasText: '待首席代表核实' });
  await lead.getByText(/^由首席代表（.+）办理$/).waitFor();
  expect(await lead.getByRole('button', { name: '认领' }).count()).toBe(0);
  await asks.getByRole('button', { name: '确认逾期未告知' }).click();
  await lead.getByLabel('说明').filter({ visible: true }).fill('已核对发文登记，期限内没有告知申请人。');
  await lead.getByRole('dialog').getByRole('button', { name: '确认逾期未告知' }).click();
  await lead.getByText(`逾期未告知，自收件之日（${String(today)}）起视为受理`).waitFor();

  const window = await at('windowClerk', onPaper);
  await window.getByText(/待首席代表核实$/).waitFor();
  await fill(window, '出具补正告知书', { words: { 文书编号: '沈水补〔2026〕802号' } });
  await window.getByLabel('送达日期').filter({ visible: true }).fill(String(today));
  await window.keyboard.press('Enter');
  await window
    .getByLabel(/^送达凭证或者补录依据/)
    .filter({ visible: true })
    .fill('送达回证，申请人当日签收。');
  await press(window, '出具补正告知书');
  await window.getByText('出具补正告知书：已办理').first().waitFor();
  await window.reload();
  await note(window, '已出具补正告知书').waitFor();
  expect(await window.getByText(/待首席代表核实$/).count()).toBe(0);

  await pass(30);
  const ending = await at('windowLead', asked);
  await note(ending, '补正期限已于').getByText('请作“逾期未补正处理”').waitFor();
  await ending.getByRole('tab', { name: '逾期未补正处理', selected: true }).waitFor();
  await give(ending, '逾期未补正处理', {
    words: {
      文书编号: '沈水不受〔2026〕803号',
      理由: '补正期限届满，申请人没有提交。',
      '救济途径（复议、诉讼）': '六十日内可以申请行政复议。',
    },
  });
  await ending
    .getByText(/^已办结：/)
    .first()
    .waitFor();
  expect(there.wrongs()).toEqual([]);
});

it('what was to come later did not come: the decision waits and names it', async () => {
  const { departmentId } = foodBusiness.item;
  const caseId = await caseWithout(there.url, foodBusiness, forms.food(), []);
  await play(caseId, departmentId, opening(file, 'health'));
  await pass(40);
  await play(caseId, departmentId, [
    reviewed(0, 'caseOfficer', 'review', 'complete'),
    inspected(0, departmentId, 'siteInspection', 'qualified'),
    reviewed(0, 'reviewer', 'audit', 'approve'),
  ]);
  const page = await at('approver', caseId, departmentId);
  await note(page, '容缺受理').getByText('期限已过').waitFor();
  await fill(page, '作出决定', { words: { 文书编号: '沈河市监准〔2026〕804号' }, choice: '准予许可' });
  await press(page, '作出决定');
  await page.getByRole('alert').filter({ hasText: '健康' }).first().waitFor();
  expect(await page.getByText(/^已办结：/).count()).toBe(0);
});
