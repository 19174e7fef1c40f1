import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { demoPassword, personAt } from '../../db/seed/people.ts';
import { signIn } from '../../demo/api-client.ts';
import { idsOf } from '../../demo/seed/courses.ts';
import type { Role } from '../../domain/people/roles.ts';
import { graveFindings } from '../support/browser.ts';
import { caseInReview, fill, give, press } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';

const product = inBrowser();

/** A case that is held to be of major interest to others: its hearing is open. */
async function caseToHear(): Promise<string> {
  const caseId = await caseInReview(product.url);
  const order = async (role: Role, body: Record<string, unknown>) => {
    const user = await signIn(product.url, personAt(role, 'sy-water').login, demoPassword);
    await user.post(`/cases/${caseId}/orders`, body, randomUUID());
  };
  const user = await signIn(product.url, personAt('caseOfficer', 'sy-water').login, demoPassword);
  const today = (await user.get('/business-clock'))['today'];
  const site = { stepId: 'siteInspection' };
  await order('caseOfficer', { type: 'finishReview', stepId: 'review', outcome: 'direct', opinion: '同意。' });
  await order('siteInspector', { type: 'requestUntimedStep', ...site, reason: '需实地核实取水口。' });
  await order('sectionChief', { type: 'approveUntimedStep', ...site });
  await order('siteInspector', { type: 'recordNotice', ...site, documentNo: `告 ${caseId}`, servedOn: today });
  await order('siteInspector', { type: 'startUntimedStep', ...site });
  const inspectors = idsOf('sy-water', 'siteInspector');
  const found = { outcome: 'majorInterest', heldOn: today, inspectors, findings: '下游有灌区。' };
  await order('siteInspector', { type: 'finishInspection', ...site, ...found });
  return caseId;
}

it('a hearing is called in its panel: its right is told, and a day that is too soon is refused in a sentence', async () => {
  const caseId = await caseToHear();
  const officer = personAt('hearingOfficer', 'sy-water');
  const page = await product.page(officer.login, `/cases/${caseId}`);
  const words = { 听证地点: '五楼听证室', '听证开始的时刻（如 09:30）': '09:30', 文书编号: `听 ${caseId}` };
  await give(page, '告知听证权利', { words: { 文书编号: `听告 ${caseId}`, 涉及的重大利益: '下游灌区的灌溉用水。' } });
  // What was told stands there with its paper, and the next act waits in front.
  await page.getByText(`文号：听告 ${caseId}`).first().waitFor();
  await page.getByRole('tab', { name: '通知举行听证', selected: true }).waitFor();
  await fill(page, '通知举行听证', { words });
  await page.getByLabel('主持人', { exact: true }).filter({ visible: true }).first().click();
  await page.keyboard.type(officer.name);
  await page
    .getByTitle(new RegExp(`^${officer.name}`))
    .last()
    .waitFor();
  await page.keyboard.press('Enter');
  await press(page, '通知举行听证');
  await page.getByText('举行听证的时间、地点应当在听证举行的七个工作日前通知').first().waitFor();
  expect(await graveFindings(page)).toEqual([]);
});
