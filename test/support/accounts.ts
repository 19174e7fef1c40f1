import type { Locator, Page } from 'playwright-core';

/** Chooses in a field of a dialog or a page by typing the words of the choice. */
export async function choose(field: Locator, words: string): Promise<void> {
  const page = field.page();
  await field.click();
  await page.keyboard.type(words);
  await page.getByTitle(words, { exact: true }).last().waitFor();
  await page.keyboard.press('Enter');
}

/** The password that a dialog shows this one time; closes the dialog. */
export async function shownOnce(dialog: Locator): Promise<string> {
  const shown = dialog.getByRole('status').getByText(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
  await shown.waitFor();
  const password = (await shown.innerText()).trim();
  const others = dialog.getByRole('button', { name: /^取\s?消$/ }).filter({ visible: true });
  if ((await others.count()) > 0)
    throw new Error('expected nothing to cancel once the password is shown, but there is 取消');
  await dialog.getByRole('button', { name: '已记下，关闭' }).click();
  await dialog.waitFor({ state: 'detached' });
  return password;
}

/** Gives name and password on the sign-in page or in the dialog over an expired one, without waiting for what comes of it. */
export async function trySignIn(at: Page | Locator, login: string | null, password: string): Promise<void> {
  if (login !== null) await at.getByLabel('用户名').fill(login);
  await at.getByLabel('密码').fill(password);
  await at.getByRole('button', { name: '登录', exact: true }).click();
}

/** Puts one's own password in the place of one that somebody else chose: nothing else is offered before. */
export async function chooseOwn(page: Page, given: string, own: string): Promise<void> {
  await page.getByText('您的密码由管理员设定').waitFor();
  await page.getByLabel('现密码').fill(given);
  await page.getByLabel('新密码', { exact: true }).fill(own);
  await page.getByLabel('再输一次新密码').fill(own);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
}
