import type { CatalogueEntry } from './catalogue-entry.ts';

/** Refusals about lists of the catalogue that are brought. */
export const catalogueProblems = {
  'import-not-receiving': {
    status: 409,
    zh: '导入已检查',
    en: 'The import is checked',
    sentence: '该次导入已经检查，不能再送交行；请另行导入。',
  },
  'import-not-checked': {
    status: 409,
    zh: '导入未检查或者已完成',
    en: 'Nothing to import',
    sentence: '该次导入还没有检查，或者已经全部导入。',
  },
  'import-too-long': {
    status: 422,
    zh: '目录过长',
    en: 'The list is too long',
    sentence: '一份目录最多 20 万行，请分开导入。',
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
