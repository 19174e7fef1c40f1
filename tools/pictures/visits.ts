import type { Page } from 'playwright-core';
import { paths } from '../../console/paths.ts';

interface Visit {
  /** Demo user; null: nobody is signed in. */
  readonly login: string | null;
  readonly size?: { readonly width: number; readonly height: number };
  readonly pages: readonly { readonly name: string; readonly open: (page: Page, url: string) => Promise<void> }[];
}

const at = (name: string, path: string) => ({
  name,
  open: async (page: Page, url: string) => {
    await page.goto(`${url}${path}`);
  },
});

/** The first case of a list, and on its page one press by the words of a button or tab. */
const firstCase = (name: string, list: Parameters<typeof paths.worklist>[0], press?: string) => ({
  name,
  open: async (page: Page, url: string) => {
    await page.goto(`${url}${paths.worklist(list)}`);
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (press !== undefined) await page.getByText(press, { exact: true }).first().click();
  },
});

const phone = { width: 360, height: 720 };

/** What an applicant sees: the guide, one item, the look-up. */
const publicPages = (suffix: string): Visit['pages'] => [
  at(`guide${suffix}`, paths.guide),
  {
    name: `guide-item${suffix}`,
    open: async (page, url) => {
      await page.goto(`${url}${paths.guide}`);
      await page.getByRole('main').getByRole('link').first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  at(`progress${suffix}`, paths.progress),
];

/** The same with larger text. */
const largeText = (pages: Visit['pages']): Visit['pages'] =>
  pages.map(({ name, open }) => ({
    name,
    open: async (page, url) => {
      await open(page, url);
      const button = page.getByRole('button', { name: '大字版' });
      if ((await button.count()) > 0) await button.click();
    },
  }));

/** A tab of the first item of one's department. */
const firstItem = (name: string, tab: string) => ({
  name,
  open: async (page: Page, url: string) => {
    await page.goto(`${url}${paths.items}`);
    await page.locator('tbody a').first().click();
    await page.waitForURL('**/items/*');
    await page.goto(`${page.url().split('?')[0] ?? ''}?tab=${tab}`);
  },
});

/** A tab of the newest flow version of that item. */
const firstFlow = (name: string, tab: string) => ({
  name,
  open: async (page: Page, url: string) => {
    await firstItem(name, 'versions').open(page, url);
    await page.locator('tbody a').first().click();
    await page.waitForURL('**/flows/*');
    await page.goto(`${page.url().split('?')[0] ?? ''}?tab=${tab}`);
  },
});

/** Who looks at which pages. A new page gets its line here. */
export const visits: readonly Visit[] = [
  { login: null, pages: [at('sign-in', paths.signIn), ...publicPages('')] },
  { login: null, size: phone, pages: [at('sign-in-phone', paths.signIn), ...publicPages('-phone')] },
  { login: null, size: phone, pages: largeText(publicPages('-large')) },
  {
    login: 'jiangyingchun',
    pages: [
      at('mine', paths.worklist('mine')),
      at('department', paths.worklist('department')),
      at('near', paths.worklist('near')),
      at('overdue', paths.worklist('overdue')),
      at('closed', paths.worklist('closed')),
      at('file-case', paths.fileCase),
      firstCase('case', 'mine'),
      at('account', paths.account),
      at('messages', paths.messages),
    ],
  },
  {
    login: 'jiangchengwen',
    pages: [
      at('mine', paths.worklist('mine')),
      firstCase('case', 'mine'),
      firstCase('case-why', 'mine', '为什么是这一天'),
      at('finished', paths.worklist('finished')),
    ],
  },
  { login: 'jiangfuren', pages: [at('waiting', paths.worklist('waitingApproval'))] },
  {
    login: 'yanduxing',
    pages: [
      at('board', paths.board),
      at('warnings', paths.warnings),
      at('ledger', paths.ledger),
      at('department', paths.worklist('department')),
      firstCase('case', 'department'),
    ],
  },
  { login: 'yanduxing', size: { width: 1920, height: 1080 }, pages: [at('big-screen', paths.bigScreen)] },
  {
    login: 'jiangliqing',
    pages: [
      at('items', paths.items),
      firstItem('item', 'guide'),
      firstItem('item-versions', 'versions'),
      firstItem('item-picture', 'picture'),
      firstItem('item-limits', 'limits'),
      firstItem('item-steps', 'steps'),
      firstItem('item-ladder', 'ladder'),
      firstFlow('flow-text', 'text'),
      firstFlow('flow-difference', 'difference'),
      at('people', paths.people),
    ],
  },
  { login: 'yanmuxin', pages: [at('items', paths.items)] },
  { login: 'yanweian', pages: [at('account', paths.account), at('people', paths.people)] },
];
