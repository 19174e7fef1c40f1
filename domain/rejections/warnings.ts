import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of warnings and reminders (签收, 催办). */
export const warnings = {
  'unknown-warning': {
    because: 'unknown',
    title: { zh: '没有这条预警', en: 'Unknown warning' },
    sentence: '该办件没有这条预警。',
  },
  'warning-already-acknowledged': {
    because: 'state',
    title: { zh: '预警已签收', en: 'The warning is acknowledged' },
    sentence: '这条预警已经签收。',
  },
  'nothing-to-remind': {
    because: 'state',
    title: { zh: '无可催办', en: 'Nothing to remind of' },
    sentence: '该环节没有在办，无需催办。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
