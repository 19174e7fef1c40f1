import type { Locator, Page } from 'playwright-core';

/** More stops than any page of ours has before its first act: a path longer than this is none. */
const mostStops = 60;

const focused = `(() => {
  const at = document.activeElement;
  return (at?.getAttribute('aria-label') || at?.labels?.[0]?.innerText || at?.innerText || at?.tagName || '').trim().slice(0, 80);
})()`;

/** Presses Tab until the wanted element has the focus; Shift+Tab with `back`. Nothing else moves the focus. */
export async function tabTo(page: Page, wanted: Locator, o: { back?: true } = {}): Promise<void> {
  await wanted.first().waitFor();
  const focus = wanted.and(page.locator(':focus'));
  for (let stops = 0; stops <= mostStops; stops += 1) {
    if ((await focus.count()) === 1) return;
    await page.keyboard.press(o.back ? 'Shift+Tab' : 'Tab');
  }
  const there = await page.evaluate<string>(focused);
  throw new Error(`expected focus on ${String(wanted)}, but after ${mostStops} tabs it is on "${there}"`);
}

/** Tabs to the wanted element and presses Enter there. */
export async function pressAt(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Tabs to a field and types into it. */
export async function typeInto(page: Page, wanted: Locator, words: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.type(words);
}

/** Signs a person in on the sign-in page with name, password and Enter. */
export async function signInByKeyboard(page: Page, login: string, password: string): Promise<void> {
  await typeInto(page, page.getByLabel('用户名'), login);
  await typeInto(page, page.getByLabel('密码'), password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
}
