import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoPassword, personAt } from '../../db/seed/people.ts';
import { signIn } from '../../demo/api-client.ts';
import { signInWith } from '../../tools/browser.ts';
import { choose, chooseOwn, shownOnce, trySignIn } from '../support/accounts.ts';
import { enter, graveFindings } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { typeInto } from '../support/keyboard.ts';

const size = { width: 1366, height: 768 };
const product = inBrowser({ size });

describe('the account of a person', () => {
  it('takes a new password after the present one, and then only the new one signs in', async () => {
    const page = await product.page('jiangliqing', '/desk');
    await page.getByRole('banner').getByRole('button', { name: '江理清' }).click();
    await page.getByRole('menuitem', { name: '账号' }).click();
    const change = async (current: string, next: string, again = next) => {
      await page.getByLabel('现密码').fill(current);
      await page.getByLabel('新密码', { exact: true }).fill(next);
      await page.getByLabel('再输一次新密码').fill(again);
      await page.getByRole('button', { name: '修改密码' }).click();
    };
    await change(demoPassword, '太短', '不同');
    await page.getByText('不足 10 个字符').waitFor();
    await page.getByText('两次输入的新密码不同').waitFor();
    await change('not the present one', '浑河两岸的新密码二〇二六');
    await page.getByText('现密码不正确').waitFor();
    await change(demoPassword, '浑河两岸的新密码二〇二六');
    await page.getByText('密码已修改').waitFor();
    const other = await product.page();
    await trySignIn(other, 'jiangliqing', demoPassword);
    await other.getByRole('alert').filter({ hasText: '用户名或密码不正确' }).waitFor();
    await signInWith(other, 'jiangliqing', '浑河两岸的新密码二〇二六');
  });

  it('fault D7: shows a new token once, what it may do, and revokes it', async () => {
    const page = await product.page('jiangchengwen', '/account');
    await page.getByLabel('用途').fill('统计脚本');
    await page.getByRole('button', { name: '新建令牌' }).click();
    await page.getByText(/^shixian_[\w-]{43}/).waitFor();
    await page.getByRole('row', { name: /统计脚本 只能查询/ }).waitFor();
    await page.getByRole('button', { name: '吊销 统计脚本' }).click();
    await page.getByRole('row', { name: /统计脚本/ }).waitFor({ state: 'hidden' });
  });

  it('fault D16: with a password that an administrator chose is asked for another before anything else', async () => {
    const admin = await signIn(product.url, 'yanweian', demoPassword);
    const { id, login } = personAt('certificateClerk', 'sy-water');
    const chosen = 'chosen by an administrator';
    expect((await admin.send('PATCH', `/users/${id}`, { password: chosen })).status).toBe(200);
    const page = await product.page();
    await trySignIn(page, login, chosen);
    await page.getByText('您的密码由管理员设定').waitFor();
    expect(await page.getByRole('navigation', { name: '主菜单' }).count()).toBe(0);
    // Fault F22: the way out stands there, and nothing that such an account cannot have.
    await page.getByRole('button', { name: '退出' }).waitFor();
    await page.getByRole('button', { name: '切换到英文' }).waitFor();
    expect(await page.getByText('访问令牌').count()).toBe(0);
    await chooseOwn(page, chosen, '浑河两岸的新密码二〇二七');
  });

  it('fault D12: what was typed and kept is gone from the machine after the sign-out', async () => {
    const page = await product.page('jiangyingchun');
    await page.clock.install();
    await page.goto(`${product.url}/cases/new`);
    await typeInto(page, page.getByLabel('选择事项'), '取水');
    await page.getByRole('option', { name: /取水许可/ }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByLabel('证件号码').fill('91210100MA0D3M0138');
    await page.clock.fastForward(30_000);
    await page.getByText(/^草稿已保存/).waitFor();
    const kept = async () => page.evaluate<string>('JSON.stringify(localStorage) + JSON.stringify(sessionStorage)');
    expect(await kept()).toContain('91210100MA0D3M0138');
    await page.getByRole('banner').getByRole('button', { name: '江迎春' }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.getByLabel('用户名').waitFor();
    expect(await kept()).not.toContain('91210100MA0D3M0138');
  });
});

describe('fault E8: an administrator and the owner of an account', () => {
  const login = 'jiangxinlai';
  const [own, later] = ['浑河两岸的新密码二〇二六', '浑河两岸的新密码二〇二八'];
  let admin: Page;
  let owner: Page;
  let given = '';
  const dialog = (name: string) => admin.getByRole('dialog', { name, exact: true });
  const person = () => dialog('江新来');
  const act = (title: string) => person().getByRole('button', { name: title, exact: true }).click();
  const refused = (text: string) => owner.getByRole('alert').filter({ hasText: text }).waitFor();
  beforeAll(async () => {
    admin = await product.page();
    await enter(admin, 'yanweian');
    owner = await product.page();
  });

  it('the account is made, a name that is taken refused at its field, and the password shown once', async () => {
    const make = admin.getByRole('button', { name: '新建账号' });
    await admin.waitForURL('**/people');
    await make.waitFor();
    expect((await make.boundingBox())?.y).toBeLessThan(size.height / 2);
    await admin.getByRole('row').filter({ hasText: 'anchengwen' }).waitFor();
    expect(await graveFindings(admin)).toEqual([]);
    await make.press('Enter');
    const making = dialog('新建账号');
    await making.getByLabel('姓名').fill('江新来');
    await making.getByLabel('用户名').fill('jiangliqing');
    await choose(making.getByLabel('部门'), '沈阳市水务局');
    await making.getByRole('button', { name: '新建账号' }).click();
    await making.getByText('该用户名已有人使用').waitFor();
    expect(await graveFindings(admin)).toEqual([]);
    await making.getByLabel('用户名').fill(login);
    await admin.keyboard.press('Control+Enter');
    given = await shownOnce(making);
  });

  it('fault F12: its owner chooses another password and reads that a post is missing; when it is given, the open window offers the work', async () => {
    const open = await product.page();
    await open.clock.install();
    await trySignIn(open, login, given);
    await chooseOwn(open, given, own);
    await open.getByText('您还没有岗位，请联系安全管理员').waitFor();
    expect(await person().getByRole('button', { name: '调整岗位' }).count()).toBe(0);
    const security = await product.page('yanshouzheng');
    await security.goto(admin.url());
    await security.getByRole('button', { name: '调整岗位' }).click();
    const posts = security.getByRole('dialog', { name: '调整江新来的岗位' });
    await posts.getByLabel('第 1 个岗位的角色').waitFor();
    // Fault F21: nothing is said of a row that is not filled in yet.
    expect(await posts.getByText('没有变化').count()).toBe(0);
    await choose(posts.getByLabel('第 1 个岗位的角色'), '承办人');
    await posts.getByText('新增：沈阳市水务局 承办人').waitFor();
    expect(await graveFindings(security)).toEqual([]);
    await posts.getByRole('button', { name: '保存岗位' }).click();
    await posts.waitFor({ state: 'detached' });
    await admin.reload();
    await person().getByText('沈阳市水务局 承办人').waitFor();
    await open.clock.fastForward(60_000);
    await open.getByRole('menuitem', { name: '待认领' }).waitFor();
    await open.getByText('您还没有岗位').waitFor({ state: 'detached' });
  });

  it('locked by wrong passwords it is found by that, and unlocked', async () => {
    const headers = { 'content-type': 'application/json' };
    for (let tries = 0; tries < 6; tries += 1) {
      const body = JSON.stringify({ login, password: `wrong ${tries}` });
      await fetch(`${product.url}/api/v1/session`, { method: 'POST', headers, body });
    }
    // As from a machine that is not known: one that is has guesses of its own.
    await owner.context().clearCookies();
    await owner.goto(`${product.url}/sign-in`);
    await trySignIn(owner, login, own);
    await refused('暂时锁定');
    await admin.keyboard.press('Escape');
    await person().waitFor({ state: 'detached' });
    await choose(admin.getByLabel('账号状态'), '已锁定');
    await admin.getByRole('button', { name: '查询' }).click();
    await admin.waitForURL(/state=locked/);
    await admin
      .getByRole('row')
      .filter({ hasText: login })
      .filter({ hasText: '已锁定' })
      .getByRole('link')
      .press('Enter');
    await act('解锁');
    await person().getByText('已锁定').waitFor({ state: 'detached' });
    expect(await person().getByRole('button', { name: '解锁' }).count()).toBe(0);
    await trySignIn(owner, login, own);
    await owner.getByRole('navigation', { name: '主菜单' }).waitFor();
  });

  it('a reset ends the old password and the session, and again its owner chooses another', async () => {
    await act('重置密码');
    const resetting = dialog('重置江新来的密码');
    await resetting.getByRole('button', { name: '重置密码' }).click();
    given = await shownOnce(resetting);
    await owner.reload();
    await trySignIn(owner, login, own);
    await refused('用户名或密码不正确');
    await trySignIn(owner, login, given);
    await chooseOwn(owner, given, later);
  });

  it('disabled, the other window is out and stays out until it is enabled', async () => {
    await act('停用');
    const disabling = dialog('停用江新来的账号');
    await disabling.getByText('请科室负责人改派').waitFor();
    expect(await graveFindings(admin)).toEqual([]);
    await disabling.getByRole('button', { name: '停用' }).click();
    await disabling.waitFor({ state: 'detached' });
    await owner.getByRole('menuitem', { name: '待认领' }).click();
    const expired = owner.getByRole('dialog', { name: '登录已失效' });
    await trySignIn(expired, null, later);
    await refused('该账号已停用');
    await admin.reload();
    await act('启用');
    await dialog('启用江新来的账号').getByRole('button', { name: '启用' }).click();
    await person().getByRole('button', { name: '停用' }).waitFor();
    await trySignIn(expired, null, later);
    await expired.waitFor({ state: 'detached' });
    expect(product.wrongs()).toEqual([]);
  });
});
