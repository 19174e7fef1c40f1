import type { Said } from '../words/said.ts';

/**
 * What a file is to its case. `arriving`: bytes are missing, so it counts for nothing. `drafted`: kept for an
 * online draft, which may take it away again; nobody at the window sees it. `offered`: an applicant sent it, and it counts for
 * nothing until the window takes it. `kept` is the only state that counts; what was replaced by a newer version, withdrawn or declined stays
 * to be seen as long as the case lives.
 */
export const fileStates = {
  arriving: { zh: '正在上传', en: 'Arriving' },
  drafted: { zh: '网上申报草稿中', en: 'In an online draft' },
  offered: { zh: '待窗口收取', en: 'Waits for the window' },
  kept: { zh: '有效', en: 'Kept' },
  replaced: { zh: '已有新版本', en: 'Replaced' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  declined: { zh: '未收取', en: 'Not taken' },
} as const satisfies Readonly<Record<string, Said>>;

export type FileState = keyof typeof fileStates;

/** What is known of viruses in a content. Once something was found it stays so. */
export const scanStates = {
  off: { zh: '未查毒', en: 'Not scanned' },
  waiting: { zh: '等待查毒', en: 'Waits to be scanned' },
  clean: { zh: '未发现病毒', en: 'Clean' },
  infected: { zh: '发现病毒', en: 'Infected' },
} as const satisfies Readonly<Record<string, Said>>;

export type ScanState = keyof typeof scanStates;

/** Whether a content may be opened; with a scanner set, only what it has found clean. */
export function mayOpen(scan: ScanState, hasScanner: boolean): boolean {
  return hasScanner ? scan === 'clean' : scan !== 'infected';
}

/**
 * How many files a case may have, those that count no more too; how many one person may have on their way at once; and how many of its
 * applicant may wait for the window.
 */
export const mostFiles = { ofCase: 500, arriving: 50, offered: 30 } as const;
