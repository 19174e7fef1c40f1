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

/** Who looks at which pages. A new page gets its line here. */
export const visits: readonly Visit[] = [
  { login: null, pages: [at('sign-in', paths.signIn)] },
  { login: null, size: { width: 360, height: 720 }, pages: [at('sign-in-phone', paths.signIn)] },
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
  { login: 'yanduxing', pages: [at('department', paths.worklist('department')), firstCase('case', 'department')] },
  { login: 'yanweian', pages: [at('account', paths.account)] },
];
