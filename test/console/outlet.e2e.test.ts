import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { developerQualification } from '../../db/seed/items/developer-qualification.ts';
import { demoPassword, personAt } from '../../db/seed/people.ts';
import type { Role } from '../../domain/people/roles.ts';
import { signIn } from '../../demo/api-client.ts';
import { forms } from '../../demo/seed/filings.ts';
import { graveFindings } from '../support/browser.ts';
import { caseWithout } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';

const there = inBrowser();
const { departmentId } = developerQualification.item;
const loginOf = (role: Role) => personAt(role, departmentId).login;

/** A case granted at once on an undertaking, whose permit was made out and is to be collected. */
async function toCollect(): Promise<string> {
  const caseId = await caseWithout(there.url, developerQualification, forms.developer(), []);
  const give = async (role: Role, order: object) => {
    const user = await signIn(there.url, loginOf(role), demoPassword);
    await user.post(`/cases/${caseId}/orders`, order, randomUUID());
  };
  const admin = await signIn(there.url, 'yanweian', demoPassword);
  const today = String((await admin.get('/business-clock'))['today']);
  await give('windowClerk', { type: 'checkIn', stepId: 'intake', received: [] });
  const undertaking = { undertakingNo: '诺1', undertakenOn: today, undertaking: '符合条件。', credit: 'clear' };
  await give('windowClerk', { type: 'acceptUndertaking', stepId: 'acceptance', documentNo: '受1', ...undertaking });
  await give('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' });
  const certificate = { certificateNo: '证1', validFrom: today, validUntil: null };
  await give('certificateClerk', { type: 'issueCertificate', stepId: 'certificate', ...certificate });
  const told = { toldOn: today, collectAt: '一楼出件窗口' };
  await give('certificateClerk', { type: 'tellToCollect', stepId: 'delivery', ...told });
  return caseId;
}

/** Draws a line in the box, and keeps it. */
async function sign(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '在屏幕上签名' }).click();
  const box = dialog.getByRole('img', { name: '签名框' });
  await box.scrollIntoViewIfNeeded();
  const place = await box.boundingBox();
  if (place === null) throw new Error('expected a box to sign in, but there is none');
  const keep = dialog.getByRole('button', { name: '确认签名' });
  expect(await keep.isDisabled()).toBe(true);
  await page.mouse.move(place.x + 20, place.y + 90);
  await page.mouse.down();
  await page.mouse.move(place.x + 120, place.y + 30, { steps: 8 });
  await page.mouse.move(place.x + 200, place.y + 120, { steps: 8 });
  await page.mouse.up();
  await keep.click();
  await dialog.getByText('领取人已签名', { exact: false }).waitFor();
}

const field = (page: Page, label: string) => page.getByRole('dialog').getByLabel(label).filter({ visible: true });

it('12.2.5 the outlet finds what waits to be collected and hands it to an agent, who signs on the screen, from its line', async () => {
  const caseId = await toCollect();
  const page = await there.page(loginOf('certificateClerk'), '/outlet');
  const row = page.getByRole('row').filter({ hasText: '待领取' });
  await row.waitFor();
  expect(await page.getByRole('menuitem', { name: /出件窗口/ }).textContent()).toContain('1');
  await row.getByRole('button', { name: /^出件/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('等申请人领取').waitFor();
  expect(await field(page, '代领人证件号码').count()).toBe(0);
  await dialog.getByRole('radio', { name: '代领', exact: true }).check();
  await field(page, '签收人').fill('王丽');
  await dialog.getByRole('radio', { name: '居民身份证' }).check();
  await field(page, '代领人证件号码').fill('210102199003070011');
  await dialog.getByRole('button', { name: '送达', exact: true }).click();
  // What is missing is said at its field before anything is sent.
  await dialog.getByText(/^授权委托书.*：/).waitFor();
  expect(await graveFindings(page)).toEqual([]);
  await field(page, '授权委托书').fill('授权委托书一份');
  await sign(page);
  expect(await graveFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: '送达', exact: true }).click();
  await page.getByText('没有正在送达的文书').waitFor();
  const clerk = await signIn(there.url, loginOf('certificateClerk'), demoPassword);
  const { items } = (await clerk.get(`/cases/${caseId}/files`)) as {
    items: { sha256: string; materialTitle: string }[];
  };
  const [signature] = items.filter(({ materialTitle }) => materialTitle === '领取人签名');
  const timeline = JSON.stringify(await clerk.get(`/cases/${caseId}/timeline`));
  expect([items.length, timeline.includes('领取人已在电子屏幕上签名')]).toEqual([1, true]);
  expect(signature?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(there.wrongs()).toEqual([]);
});
