import type { Page } from 'playwright-core';
import { paths } from '../../console/paths.ts';

/** One page to be seen: `route` is its address in console/routes.tsx. */
export interface Look {
  readonly name: string;
  readonly route: string;
  readonly open: (page: Page, url: string) => Promise<void>;
}

interface Visit {
  /** Demo user; null: nobody is signed in. Who is signed in looks at every page of the menu and of `staffPages` as well. */
  readonly login: string | null;
  readonly size?: { readonly width: number; readonly height: number };
  readonly english?: true;
  readonly pages: readonly Look[];
}

const at = (name: string, path: string, route = path): Look => ({
  name,
  route,
  open: async (page, url) => {
    await page.goto(`${url}${path}`);
  },
});

/** The first case of a list, and on its page one press by the words of a button or tab. */
const firstCase = (name: string, list: Parameters<typeof paths.worklist>[0], press?: string): Look => ({
  name,
  route: '/cases/:caseId',
  open: async (page, url) => {
    await page.goto(`${url}${paths.worklist(list)}`);
    // Not clicked: on a narrow screen the link may stand under a column that does not move, and the heading of the list is one too.
    const address = await page
      .locator('main a[href^="/cases/"]:not([href^="/cases/new"])')
      .first()
      .getAttribute('href');
    await page.goto(`${url}${address ?? ''}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (press !== undefined) await page.getByText(press, { exact: true }).first().click();
  },
});

const phone = { width: 360, height: 720 };

/** What an applicant sees: the guide, one item, the wizard of filing online, the look-up. */
const publicPages = (suffix: string): Visit['pages'] => [
  at(`front${suffix}`, paths.home),
  at(`guide${suffix}`, paths.guide),
  {
    name: `guide-item${suffix}`,
    route: '/guide/:itemCode',
    open: async (page, url) => {
      await page.goto(`${url}${paths.guide}`);
      await page.getByRole('main').getByRole('link').first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: `file-online${suffix}`,
    route: '/apply/:itemCode',
    open: async (page, url) => {
      await page.goto(`${url}${paths.guide}`);
      await page.getByRole('main').getByRole('link').first().click();
      // In whatever language the page is.
      await page.locator('main a[href^="/apply/"]').first().click();
      await page.locator('main .button.primary').click();
      await page.waitForURL(/\/apply\/[^#]+#./);
      await page.locator('main input').first().waitFor();
    },
  },
  at(`progress${suffix}`, paths.progress),
  at(`check${suffix}`, paths.check),
  at(`unknown${suffix}`, '/guide/none', '/guide/:itemCode'),
];

/** The same with larger text. */
const largeText = (pages: Visit['pages']): Visit['pages'] =>
  pages.map((look) => ({
    ...look,
    open: async (page, url) => {
      await look.open(page, url);
      const button = page.getByRole('button', { name: '大字版' });
      if ((await button.count()) > 0) await button.click();
    },
  }));

/** A tab of the first item of one's department. */
const firstItem = (name: string, tab: string): Look => ({
  name,
  route: '/items/:itemCode',
  open: async (page, url) => {
    await page.goto(`${url}${paths.items}`);
    await page.locator('tbody a').first().click();
    await page.waitForURL('**/items/*');
    await page.goto(`${page.url().split('?')[0] ?? ''}?tab=${tab}`);
  },
});

/** A tab of the newest flow version of that item. */
const firstFlow = (name: string, tab: string): Look => ({
  name,
  route: '/flows/:flowId',
  open: async (page, url) => {
    await firstItem(name, 'versions').open(page, url);
    await page.locator('tbody a').first().click();
    await page.waitForURL('**/flows/*');
    await page.goto(`${page.url().split('?')[0] ?? ''}?tab=${tab}`);
  },
});

/** The receipt of a case that another session filed. */
const lostReceipt: Look = {
  name: 'receipt-lost',
  route: '/cases/:caseId/receipt',
  open: async (page, url) => {
    await firstCase('case', 'mine').open(page, url);
    await page.getByRole('button', { name: '收件凭证' }).click();
    await page.getByRole('button', { name: '补发查询码' }).waitFor();
  },
};

/** The form of a filing, an item chosen. */
const filing: Look = {
  name: 'filing',
  route: paths.fileCase,
  open: async (page, url) => {
    await page.goto(`${url}${paths.fileCase}`);
    await page.getByRole('combobox').first().click();
    await page.locator('.ant-select-item-option').first().click();
    await page.getByRole('button', { name: '提交收件' }).waitFor();
  },
};

/** The form of a list of applicants, an item chosen. */
const batch: Look = {
  name: 'batch-intake',
  route: '/cases/batch',
  open: async (page, url) => {
    await page.goto(`${url}${paths.batchIntake('11210103MB000012344000131007002')}`);
    await page.getByLabel('申请人名单').waitFor();
  },
};

/** What a person asks for who changes the guide. */
const guideForm: Look = {
  name: 'item-guide-form',
  route: '/items/:itemCode',
  open: async (page, url) => {
    await firstItem('item', 'guide').open(page, url);
    await page.getByRole('button', { name: '修改指南要素' }).click();
  },
};

/** A list of the catalogue that is checked and not taken: one row is wrong. */
const oneImport: Look = {
  name: 'import-checked',
  route: '/catalogue/import/:importId',
  open: async (page, url) => {
    await page.goto(`${url}${paths.newImport}`);
    const rows = ['基本编码,事项名称,类型代码', '210102301000,示例许可,01', '1111,编码有误的事项,01'];
    const buffer = Buffer.from(rows.join('\n'));
    await page.getByRole('radio').nth(1).check();
    await page.locator('input[type=file]').setInputFiles({ name: '基本目录.csv', mimeType: 'text/csv', buffer });
    await page.locator('main .ant-btn-primary').last().click();
    await page.waitForURL('**/catalogue/import/*');
  },
};

/** What that list brought, when it is taken. */
const oneEntry: Look = {
  name: 'entry',
  route: '/catalogue/entries/:kind/:scheme/:code',
  open: async (page, url) => {
    await oneImport.open(page, url);
    const take = page.locator('main .ant-btn-primary');
    if ((await take.count()) > 0) await take.click();
    await page.goto(`${url}${paths.oneEntry('basic', 'national', '210102301000')}`);
  },
};

/** The dialog of 转办 over the first step that one holds. */
const handOver: Look = {
  name: 'case-hand-over',
  route: '/cases/:caseId',
  open: async (page, url) => {
    await firstCase('case', 'mine').open(page, url);
    await page
      .getByRole('button', { name: /由谁办的操作/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: '转办' }).click();
    await page.getByRole('dialog').waitFor();
  },
};

/** The menu under the name of whoever holds several posts. */
const posts: Look = {
  name: 'posts',
  route: paths.worklist('mine'),
  open: async (page, url) => {
    await page.goto(`${url}${paths.worklist('mine')}`);
    await page.getByRole('banner').getByRole('button', { name: '全部岗位' }).click();
    await page.getByRole('menuitem', { name: '退出' }).waitFor();
  },
};

/** One account beside the list, and the dialog of its posts. */
const person: Look = {
  name: 'person-posts',
  route: paths.people,
  open: async (page, url) => {
    await page.goto(`${url}${paths.people}`);
    await page.locator('tbody a').first().click();
    await page.getByRole('button', { name: '调整岗位' }).click();
    await page.getByText('没有变化').waitFor();
  },
};

/** Pages outside the menu that everybody on the staff has. */
export const staffPages: readonly Look[] = [at('account', paths.account), at('unknown-address', '/nowhere', '*')];

/** Who looks at which pages besides those of the menu. A page that is in no menu gets its line here. */
export const visits: readonly Visit[] = [
  { login: null, pages: [at('sign-in', paths.signIn), ...publicPages('')] },
  { login: null, english: true, pages: [at('sign-in-english', paths.signIn), ...publicPages('-english')] },
  { login: null, size: phone, pages: [at('sign-in-phone', paths.signIn), ...publicPages('-phone')] },
  { login: null, size: phone, pages: largeText(publicPages('-large')) },
  {
    login: 'jiangyingchun',
    pages: [filing, firstCase('case', 'mine'), firstCase('case-documents', 'mine', '文书'), lostReceipt],
  },
  {
    login: 'jiangchengwen',
    pages: [
      firstCase('case', 'mine'),
      firstCase('case-why', 'mine', '为什么是这一天'),
      firstCase('case-timeline', 'mine', '时间线'),
      firstCase('case-materials', 'mine', '申报材料'),
      firstCase('case-closed', 'closed'),
      handOver,
    ],
  },
  { login: 'jiangchengwen', english: true, pages: [firstCase('case-english', 'mine')] },
  { login: 'jiangchayuan', pages: [firstCase('case', 'mine')] },
  { login: 'jiangkeming', pages: [] },
  { login: 'jiangfuren', pages: [] },
  { login: 'jiangshenyan', pages: [] },
  { login: 'jiangdingbang', pages: [firstCase('case', 'mine')] },
  { login: 'jiangdaxin', pages: [] },
  { login: 'yanduxing', pages: [firstCase('case', 'department')] },
  { login: 'yanduxing', english: true, pages: [firstCase('case-english', 'department')] },
  { login: 'yanduxing', size: { width: 1920, height: 1080 }, pages: [at('big-screen', paths.bigScreen)] },
  {
    login: 'jiangliqing',
    pages: [
      ...['guide', 'versions', 'picture', 'limits', 'steps', 'materials', 'form', 'ladder'].map((tab) =>
        firstItem(`item-${tab}`, tab),
      ),
      firstFlow('flow-text', 'text'),
      firstFlow('flow-difference', 'difference'),
    ],
  },
  { login: 'misuda', pages: [batch] },
  {
    login: 'yanmuxin',
    pages: [
      guideForm,
      at('catalogue-figures', paths.catalogueFigures),
      at('import-new', paths.newImport),
      oneImport,
      oneEntry,
    ],
  },
  { login: 'yanweian', pages: [] },
  { login: 'yanshouzheng', pages: [person] },
  { login: 'yanmingjian', pages: [] },
  { login: 'jiangjianren', pages: [posts] },
];
