import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword, personAt } from '../../db/seed/people.ts';
import { signIn } from '../../demo/api-client.ts';
import { idsOf } from '../../demo/seed/courses.ts';
import type { Role } from '../../domain/people/roles.ts';
import { graveFindings } from '../support/browser.ts';
import { caseInReview, fill, give } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';

const product = inBrowser();

const loginOf = (role: Role) => personAt(role, 'sy-water').login;
const order = async (role: Role, caseId: string, body: Record<string, unknown>) => {
  const user = await signIn(product.url, loginOf(role), demoPassword);
  await user.post(`/cases/${caseId}/orders`, body, randomUUID());
};

/** Opens the form of an act on the whole case. */
const open = async (page: Page, title: string) =>
  page.getByRole('region', { name: '其他操作' }).getByRole('button', { name: title, exact: true }).first().click();

/** From an inspection that found all in order to a permit that its holder has. */
async function grantedAndServed(caseId: string, today: string): Promise<void> {
  const by = async (role: Role, body: Record<string, unknown>) => order(role, caseId, body);
  await by('reviewer', { type: 'finishReview', stepId: 'audit', outcome: 'approve', opinion: '同意。' });
  await by('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: `准 ${caseId}` });
  const certificate = { certificateNo: `证 ${caseId}`, validFrom: today, validUntil: null };
  await by('certificateClerk', { type: 'issueCertificate', stepId: 'certificate', ...certificate });
  const taken = { mode: 'collected', takenBy: 'applicant', recipient: '赵经理', servedOn: today };
  await by('certificateClerk', { type: 'deliver', stepId: 'delivery', ...taken });
}

it('an interested party speaks and is answered before the decision; the permit is revoked by a second person once it was served, and the decision served', async () => {
  const caseId = await caseInReview(product.url);
  const officer = await signIn(product.url, loginOf('caseOfficer'), demoPassword);
  const today = String((await officer.get('/business-clock'))['today']);
  const by = async (role: Role, body: Record<string, unknown>) => order(role, caseId, body);
  await by('caseOfficer', { type: 'finishReview', stepId: 'review', outcome: 'direct', opinion: '同意。' });
  const site = { stepId: 'siteInspection' };
  await by('siteInspector', { type: 'requestUntimedStep', ...site, reason: '需实地核实取水口。' });
  await by('sectionChief', { type: 'approveUntimedStep', ...site });
  await by('siteInspector', { type: 'recordNotice', ...site, documentNo: `告 ${caseId}`, servedOn: today });
  await by('siteInspector', { type: 'startUntimedStep', ...site });
  const inspectors = idsOf('sy-water', 'siteInspector');
  const found = { outcome: 'qualified', heldOn: today, inspectors, findings: '与申报一致。' };
  await by('siteInspector', { type: 'finishInspection', ...site, ...found });
  const told = { documentNo: `陈 ${caseId}`, servedOn: today, interested: '下游某村', matter: '灌溉用水。' };
  await by('caseOfficer', { type: 'tellInterested', ...told, stateBy: '2027-12-31' });
  await by('windowClerk', { type: 'receiveStatement', toldNo: 1, arrivedOn: today, views: '请限定枯水期取水量。' });

  const page = await product.page(loginOf('caseOfficer'), `/cases/${caseId}`);
  await open(page, '答复陈述、申辩意见');
  await page.getByLabel('答复哪份意见').click();
  await page.locator('.ant-select-item-option', { hasText: '请限定枯水期取水量' }).click();
  await give(page, '答复陈述、申辩意见', {
    choice: '部分采纳',
    words: { '答复（采纳或者不采纳的理由）': '许可内容中限定枯水期取水量。' },
  });
  await grantedAndServed(caseId, today);

  await page.reload();
  await open(page, '报请撤销许可');
  await give(page, '报请撤销许可', {
    choice: '对不具备申请资格或者不符合法定条件的申请人准予行政许可',
    words: { 理由: '取水点位于地下水禁采区。' },
  });
  await page.getByText('请批准人决定').first().waitFor();

  const head = await product.page(loginOf('approver'), '/worklists/waitingApproval');
  await head.getByRole('row').filter({ hasText: '决定是否撤销许可' }).waitFor();
  await head.goto(`${product.url}/cases/${caseId}`);
  await head.getByRole('note').filter({ hasText: '理由：取水点位于地下水禁采区。' }).waitFor();
  await head.getByRole('button', { name: '撤销许可', exact: true }).first().click();
  // What was proposed stands ready to be kept or changed.
  expect(await head.getByRole('dialog').getByLabel('理由', { exact: true }).inputValue()).toBe(
    '取水点位于地下水禁采区。',
  );
  await fill(head, '撤销许可', {
    words: {
      文书编号: `撤 ${caseId}`,
      '被许可人陈述、申辩的情况': '被许可人未提出异议。',
      撤销对公共利益影响的审查: '不会造成重大损害。',
      '救济途径（复议、诉讼）': '可自收到决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼。',
    },
  });
  await head.getByRole('dialog').getByRole('button', { name: '撤销许可', exact: true }).click();
  await head
    .getByRole('note')
    .filter({ hasText: `该许可已于 ${today} 撤销（撤 ${caseId}）` })
    .waitFor();
  await head.getByRole('tab', { name: '文书' }).click();
  await head.getByRole('row', { name: new RegExp(`撤销行政许可决定书.*撤 ${caseId}`) }).waitFor();
  await head.getByText(`该许可已被撤销（撤 ${caseId}）`).first().waitFor();
  expect(await graveFindings(head)).toEqual([]);

  const clerk = await product.page(loginOf('certificateClerk'), '/outlet');
  const waiting = clerk.getByRole('row').filter({ hasText: '撤销决定待送达' });
  await waiting.getByRole('button', { name: /^出件/ }).click();
  const note = clerk.getByRole('note').filter({ hasText: '撤销决定书尚未送达' });
  await note.getByRole('button', { name: '送达撤销决定' }).waitFor();
  await clerk.goto(`${product.url}/cases/${caseId}`);
  await clerk.getByText('许可已撤销').first().waitFor();
  await note.getByRole('button', { name: '送达撤销决定' }).click();
  const dialog = clerk.getByRole('dialog');
  await dialog.getByText('留置送达').waitFor();
  expect(await dialog.getByText('公告送达').count()).toBe(0);
  await fill(clerk, '送达撤销决定', { words: { 签收人: '赵经理' } });
  await dialog.getByRole('button', { name: '送达撤销决定', exact: true }).click();
  await clerk
    .getByRole('note')
    .filter({ hasText: `撤销决定书已于 ${today} 送达` })
    .waitFor();

  const desk = await signIn(product.url, loginOf('windowClerk'), demoPassword);
  const { queryCode } = await desk.post(`/query-codes/${caseId}`, {});
  const { caseNo } = await desk.get(`/cases/${caseId}`);
  const asked = new URLSearchParams({ caseNo: String(caseNo), code: String(queryCode) });
  const holder = await product.page(undefined, `/progress#${asked.toString()}`);
  // The page points to the holder's documents: they stand there, with the day of service.
  const decision = holder
    .getByRole('listitem')
    .filter({ hasText: '撤销行政许可决定书' })
    .filter({ hasText: `${today}送达` });
  await decision.getByRole('button').waitFor();
  await holder.getByText('许可已撤销').first().waitFor();
  expect(await graveFindings(holder)).toEqual([]);
  expect(product.wrongs()).toEqual([]);
});
