import type { Said } from '../words/said.ts';

/**
 * What a file is to its case. `arriving`: bytes are missing, so it counts for nothing. `offered`: an applicant sent it, and it counts for
 * nothing until the window takes it. `kept` is the only state that counts; what was replaced by a newer version, withdrawn or declined stays
 * to be seen as long as the case lives.
 */
export const fileStates = {
  arriving: { zh: '正在上传', en: 'Arriving' },
  offered: { zh: '待窗口收取', en: 'Waits for the window' },
  kept: { zh: '有效', en: 'Kept' },
  replaced: { zh: '已有新版本', en: 'Replaced' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  declined: { zh: '未收取', en: 'Not taken' },
} as const satisfies Readonly<Record<string, Said>>;

export type FileState = keyof typeof fileStates;

/**
 * How many files a case may have, those that count no more too; how many one person may have on their way at once; and how many of its
 * applicant may wait for the window.
 */
export const mostFiles = { ofCase: 500, arriving: 50, offered: 30 } as const;
