import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { demoPassword, personAt } from '../../db/seed/people.ts';
import { signIn } from '../../demo/api-client.ts';
import { startCopy } from '../../demo/copy.ts';
import type { Copy } from '../../demo/copy.ts';
import { launchBrowser, signInWith } from '../../tools/browser.ts';
import { forBrowser, takeSeat } from '../support/browser.ts';
import { typeInto } from '../support/keyboard.ts';

let product: Copy;
let browser: Browser;

beforeAll(async () => {
  product = await startCopy(forBrowser);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.destroy();
});

async function seat(login?: string): Promise<Page> {
  return (await takeSeat(browser, product.url, login === undefined ? {} : { login })).page;
}

describe('the account of a person', () => {
  it('takes a new password after the present one, and then only the new one signs in', async () => {
    const page = await seat('jiangliqing');
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
    const other = await seat();
    await other.getByLabel('用户名').fill('jiangliqing');
    await other.getByLabel('密码').fill(demoPassword);
    await other.getByRole('button', { name: '登录', exact: true }).click();
    await other.getByRole('alert').filter({ hasText: '用户名或密码不正确' }).waitFor();
    await signInWith(other, 'jiangliqing', '浑河两岸的新密码二〇二六');
  });

  it('fault D7: shows a new token once, what it may do, and revokes it', async () => {
    const page = await seat('jiangchengwen');
    await page.goto(`${product.url}/account`);
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
    const page = await seat();
    await page.getByLabel('用户名').fill(login);
    await page.getByLabel('密码').fill(chosen);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('您的密码由管理员设定').waitFor();
    expect(await page.getByRole('navigation', { name: '主菜单' }).count()).toBe(0);
    await page.getByLabel('现密码').fill(chosen);
    await page.getByLabel('新密码', { exact: true }).fill('浑河两岸的新密码二〇二七');
    await page.getByLabel('再输一次新密码').fill('浑河两岸的新密码二〇二七');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  });

  it('fault D12: what was typed and kept is gone from the machine after the sign-out', async () => {
    const page = await seat('jiangyingchun');
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
