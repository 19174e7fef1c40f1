import type { Matter } from '../domain/words/matters.ts';
import type { WorklistName } from '../contract/worklists.ts';

/** The name of the case number in the address of the look-up. */
export const caseNoParam = 'caseNo';

/** Every address of the console. Links are built here and nowhere else. */
export const paths = {
  home: '/',
  /** Where the staff begin: the first page of whoever is signed in. */
  desk: '/desk',
  signIn: '/sign-in',
  worklist: (list: WorklistName = 'mine') => `/worklists/${list}`,
  /** The cases of the department in which the window has to see to something. */
  ofMatter: (matter: Matter) => `/worklists/department?matter=${matter}`,
  /** 出件窗口: what waits to be collected, is in the post or came back. */
  outlet: '/outlet',
  fileCase: '/cases/new',
  /** 收件 of an item. */
  fileItem: (itemCode: string) => `/cases/new?${new URLSearchParams({ item: itemCode }).toString()}`,
  /** 批量收件, of an item where one was chosen. */
  batchIntake: (itemCode: string | null) =>
    itemCode === null ? '/cases/batch' : `/cases/batch?${new URLSearchParams({ item: itemCode }).toString()}`,
  receipt: (caseId: string) => `/cases/${caseId}/receipt`,
  oneCase: (caseId: string) => `/cases/${caseId}`,
  board: '/board',
  bigScreen: '/board/screen',
  ledger: '/ledger',
  warnings: '/warnings',
  messages: '/messages',
  items: '/items',
  item: (itemCode: string) => `/items/${encodeURIComponent(itemCode)}`,
  flow: (flowId: string) => `/flows/${flowId}`,
  catalogue: '/catalogue',
  oneEntry: (kind: string, scheme: string, code: string) =>
    `/catalogue/entries/${kind}/${scheme}/${encodeURIComponent(code)}`,
  catalogueFigures: '/catalogue/figures',
  newImport: '/catalogue/import',
  oneImport: (importId: string) => `/catalogue/import/${importId}`,
  people: '/people',
  numbers: '/numbers',
  audit: '/audit',
  account: '/account',
  guide: '/guide',
  guideItem: (itemCode: string) => `/guide/${encodeURIComponent(itemCode)}`,
  /** Filing online; with the secret of a draft in the fragment, which no server gets. */
  fileOnline: (itemCode: string, draft?: string) =>
    `/apply/${encodeURIComponent(itemCode)}${draft === undefined ? '' : `#${draft}`}`,
  /** Where the QR of a document leads. */
  check: '/check',
  progress: '/progress',
  /** With number and code in the fragment, as the QR on a receipt leads there; without the code, with the number filled in. */
  progressOf: (caseNo: string, code: string | null) =>
    code === null
      ? `/progress?${new URLSearchParams({ [caseNoParam]: caseNo }).toString()}`
      : `/progress#${new URLSearchParams({ caseNo, code }).toString()}`,
} as const;
