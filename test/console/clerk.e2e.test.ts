import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { demoPassword } from '../../db/seed/people.ts';
import { enter, graveFindings, withoutLive, withoutSession } from '../support/browser.ts';
import { answer, caseInReview, countOf, fileByKeyboard, fill, give, press } from '../support/clerk.ts';
import { inBrowser } from '../support/in-browser.ts';

const product = inBrowser();
const seat = product.page;
const opinion = { words: { 意见: '经审查，申请材料齐全，符合法定形式。' } };

async function open(page: Page, caseId: string): Promise<void> {
  await page.goto(`${product.url}/cases/${caseId}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

describe('the clerk in the browser', () => {
  it('signs in with one click, sees the demonstration banner, and turns the console into English', async () => {
    const page = await seat();
    await enter(page, 'jiangyingchun');
    await page.getByText(/演示环境：今天按 \d{4}-\d\d-\d\d 计算/).waitFor();
    await page.getByRole('button', { name: '切换到英文' }).click();
    await page.waitForSelector('html[lang="en"]');
    const menu = page.getByRole('navigation', { name: 'Main menu' });
    expect(await menu.innerText()).not.toMatch(/\p{Script=Han}/u);
  });

  it('fault B12: files a case by keyboard, hands out the receipt, issues a lost code anew, and reads the number when the same is filed again', async () => {
    const page = await seat('jiangyingchun', '/cases/new');
    await fileByKeyboard(page);
    await page.getByRole('heading', { name: '已收件登记' }).waitFor();
    const note = await page.getByRole('status').filter({ hasText: '查询码' }).innerText();
    const [caseNo = ''] = note.match(/1121\w{39}/) ?? [];
    expect(caseNo).toHaveLength(43);
    await page.getByRole('button', { name: '收件凭证' }).click();
    const receipt = page.getByRole('main');
    await receipt.getByRole('heading', { name: '行政许可申请材料收件凭证' }).waitFor();
    expect(await receipt.innerText()).toContain(caseNo);
    expect(await receipt.innerText()).toContain('建设项目水资源论证报告书');
    await receipt
      .getByRole('row')
      .filter({ hasText: '何时告知' })
      .getByText(/法定告知期限至 \d{4}-\d{2}-\d{2}/)
      .waitFor();

    const [, caseId = ''] = /cases\/([^/]+)\/receipt/.exec(page.url()) ?? [];
    const elsewhere = await seat('jiangyingchun', `/cases/${caseId}`);
    await elsewhere.getByRole('button', { name: '收件凭证' }).click();
    await elsewhere.getByText('已交申请人，不再显示').waitFor();
    await elsewhere.getByRole('button', { name: '补发查询码' }).click();
    await elsewhere.getByRole('dialog').getByRole('button', { name: '补发查询码' }).click();
    const row = elsewhere
      .getByRole('row')
      .filter({ hasText: '查询码' })
      .filter({ hasText: /[0-9A-HJKMNP-TV-Z]{10}/ });
    await row.first().waitFor();
    expect(note).not.toContain(/查询码\s*([0-9A-Z]{10})/.exec(await row.first().innerText())?.[1]);

    await page.goto(`${product.url}/cases/new`);
    await fileByKeyboard(page);
    await page.getByRole('alert').filter({ hasText: '已有内容相同的申请' }).waitFor();
    await page.getByRole('link', { name: `查看在先办件 ${caseNo}` }).waitFor();
    await page.getByRole('button', { name: '确认另行收件' }).waitFor();
  });

  it('carries a case from the window to delivery through an untimed step that somebody else approves', async () => {
    const window = await seat('jiangyingchun', '/worklists/mine');
    await window.getByRole('row').filter({ hasText: '收件' }).getByRole('link').first().click();
    await give(window, '收件');
    await give(window, '受理', { words: { 文书编号: '沈水受〔2026〕1号' } });
    const caseId = window.url().split('/').at(-1) ?? '';
    const officer = await seat('jiangchengwen');
    await open(officer, caseId);
    await give(officer, '完成审查', { ...opinion, choice: '无需专家评审' });
    const inspector = await seat('jiangchayuan');
    await open(inspector, caseId);
    await give(inspector, '申请启动特别程序', { words: { 理由: '须现场核对取水口位置。' } });
    const chief = await seat('jiangkeming');
    await open(chief, caseId);
    await answer(chief, '批准', '批准启动特别程序');
    await open(inspector, caseId);
    await give(inspector, '告知所需时间', { words: { 文书编号: '沈水告〔2026〕1号' } });
    // Fault F17: the act that comes next is chosen by itself.
    await inspector.getByRole('tab', { name: /^启动特别程序/, selected: true }).waitFor();
    await give(inspector, '启动特别程序');
    await inspector.getByRole('list', { name: '时限' }).getByText('暂停计时').first().waitFor();
    await give(inspector, '完成现场踏勘', {
      words: { 勘验情况: '现场与申报材料一致。' },
      choice: '符合要求',
      people: ['江察远', '江察微'],
    });
    const reviewer = await seat('jiangshenyan');
    await open(reviewer, caseId);
    await give(reviewer, '完成审查', { ...opinion, choice: '建议准予' });
    const approver = await seat('jiangdingbang');
    await open(approver, caseId);
    await give(approver, '作出决定', { words: { 文书编号: '沈水许〔2026〕1号' }, choice: '准予许可' });
    const certificate = await seat('jiangdaxin');
    await open(certificate, caseId);
    await give(certificate, '制证', { words: { 证照编号: '取水（沈水）字〔2026〕1' } });
    await give(certificate, '送达', { words: { 签收人: '赵经理' } });
    await certificate
      .getByText(/^已办结：/)
      .first()
      .waitFor();
    expect(await countOf(product.url, caseId, 'CaseClosed')).toBe(1);
  });

  it('says day by day why this is the due date', async () => {
    const page = await seat('jiangchengwen');
    await open(page, await caseInReview(product.url));
    await page.getByRole('button', { name: '为什么是这一天' }).first().click();
    const why = page.getByRole('region', { name: '为什么是这一天' });
    await why.getByText(/故(暂定)?为/).waitFor();
    expect(await why.getByText(/截止日期/).count()).toBeGreaterThan(1);
    expect(await page.getByRole('button', { name: '撤件' }).count()).toBe(0);
    expect(await graveFindings(page)).toEqual([]);
  });

  it('changes the contact and withdraws at the window', async () => {
    const page = await seat('jiangyingchun');
    const caseId = await caseInReview(product.url);
    await open(page, caseId);
    await page.getByRole('button', { name: '变更联系方式' }).first().click();
    await page.getByLabel('联系人', { exact: true }).fill('钱经理');
    await press(page, '变更联系方式');
    await page.getByText('变更联系方式：已办理').first().waitFor();
    expect(await countOf(product.url, caseId, 'ContactChanged')).toBe(1);
    await page.getByRole('button', { name: '撤件' }).first().click();
    await give(page, '撤件', { words: { 申请人的说明: '申请人书面提出撤回本次申请。' } });
    await page
      .getByText(/^已办结：/)
      .first()
      .waitFor();
  });
});

describe('what goes wrong at the desk', () => {
  it('two clerks press the same button: one effect, and the other reads who was first', async () => {
    const caseId = await caseInReview(product.url);
    const [first, second] = [await seat('jiangchengwen'), await seat('jiangchengwu')];
    await withoutLive(second);
    for (const page of [first, second]) {
      await open(page, caseId);
      await fill(page, '完成审查', { ...opinion, choice: '无需专家评审' });
    }
    await press(first, '完成审查');
    await first.getByText('完成审查：已办理').first().waitFor();
    await press(second, '完成审查');
    await second.getByRole('alert').filter({ hasText: '已由江承文于' }).waitFor();
    expect(await countOf(product.url, caseId, 'Reviewed')).toBe(1);
  });

  it('a session that ends in the middle of a form: the same person signs in over the page and nothing typed is lost', async () => {
    const caseId = await caseInReview(product.url);
    const page = await seat('jiangchengwen');
    await open(page, caseId);
    await fill(page, '完成审查', { ...opinion, choice: '无需专家评审' });
    await withoutSession(page, async () => press(page, '完成审查'));
    const dialog = page.getByRole('dialog', { name: '登录已失效' });
    await dialog.getByLabel('密码').fill(demoPassword);
    expect(await page.getByLabel('意见', { exact: true }).inputValue()).toBe(opinion.words.意见);
    await dialog.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('完成审查：已办理').first().waitFor();
    expect(await countOf(product.url, caseId, 'Reviewed')).toBe(1);
  });

  it('what is typed is kept every 30 seconds, and taken up again after the page is gone', async () => {
    const caseId = await caseInReview(product.url);
    const page = await seat('jiangchengwen');
    await page.clock.install();
    await open(page, caseId);
    await fill(page, '完成审查', opinion);
    await page.clock.fastForward(30_000);
    await page.getByText(/^草稿已保存/).waitFor();
    const later = await page.context().newPage();
    await open(later, caseId);
    await later.getByRole('button', { name: '继续填写' }).click();
    expect(await later.getByLabel('意见', { exact: true }).inputValue()).toBe(opinion.words.意见);
  });

  it('the network is cut after the order left and before the answer came: the retry sends the same key and has one effect', async () => {
    const caseId = await caseInReview(product.url);
    const page = await seat('jiangchengwen');
    await open(page, caseId);
    await fill(page, '完成审查', { ...opinion, choice: '无需专家评审' });
    const keys: (string | undefined)[] = [];
    await page.route('**/orders', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await press(page, '完成审查');
    await page.getByRole('alert').filter({ hasText: '网络中断' }).getByRole('button', { name: '重试' }).click();
    await page.getByText('完成审查：已办理').first().waitFor();
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(await countOf(product.url, caseId, 'Reviewed')).toBe(1);
  });
});

describe("every page of the clerk's", () => {
  it('has no serious finding of axe', async () => {
    const caseId = await caseInReview(product.url);
    const page = await seat();
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '切换到英文' }).click();
    await page.waitForSelector('html[lang="en"]');
    for (const at of [
      page.getByRole('link', { name: 'Progress' }).last(),
      page.getByRole('button', { name: 'Sign in', exact: true }),
    ]) {
      await at.hover();
      expect(await graveFindings(page)).toEqual([]);
    }
    const officer = await seat('jiangyingchun');
    const item = '/cases/new?item=11210100MB0000086J3000119007000';
    for (const path of [
      '/worklists/mine',
      '/worklists/claimable',
      '/worklists/closed',
      item,
      '/messages',
      '/account',
    ]) {
      await officer.goto(`${product.url}${path}`);
      await officer.getByRole('heading', { level: 1 }).waitFor();
      await officer.waitForLoadState('networkidle');
      expect(await graveFindings(officer), path).toEqual([]);
    }
    await open(officer, caseId);
    for (const tab of ['申报材料', '为什么是这一天', /^预警/, '时间线']) {
      await officer.getByRole('tab', { name: tab }).click();
      await officer.waitForLoadState('networkidle');
      expect(await graveFindings(officer), String(tab)).toEqual([]);
    }
  });

  it('allows no eval and asks no other host, and nothing failed on the pages above', async () => {
    const page = await fetch(`${product.url}/worklists/mine`, { headers: { accept: 'text/html' } });
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src|unsafe-eval|https?:/);
    expect(product.wrongs()).toEqual([]);
  });
});
