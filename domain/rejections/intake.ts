import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 收件. */
export const intake = {
  'unknown-material': {
    because: 'content',
    title: { zh: '清单外的材料', en: 'Unknown material' },
    sentence: '材料不在该事项的材料清单中。',
  },
  'materials-missing': {
    because: 'state',
    title: { zh: '必要材料未收齐', en: 'Materials are missing' },
    sentence: '必要材料尚未收齐，不能受理。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
