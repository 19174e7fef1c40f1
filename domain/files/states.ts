import type { Said } from '../words/said.ts';

/**
 * What a file is to its case. `arriving`: bytes are missing, so it counts for nothing. `kept` is the only state that counts; one that was
 * replaced by a newer version or withdrawn stays to be seen as long as the case lives.
 */
export const fileStates = {
  arriving: { zh: '正在上传', en: 'Arriving' },
  kept: { zh: '有效', en: 'Kept' },
  replaced: { zh: '已有新版本', en: 'Replaced' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Readonly<Record<string, Said>>;

export type FileState = keyof typeof fileStates;

/** How many files a case may have, withdrawn and replaced ones too, and how many one person may have on their way at once. */
export const mostFiles = { ofCase: 500, arriving: 50 } as const;
