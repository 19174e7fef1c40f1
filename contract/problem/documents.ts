import type { CatalogueEntry } from './catalogue-entry.ts';

/** Refusals about documents of a case. */
export const documentProblems = {
  'document-incomplete': {
    status: 409,
    zh: '文书缺少必备内容',
    en: 'The document lacks something',
    sentence: '文书缺少必备内容，不能生成，请补充后再试。',
  },
  'document-layout-not-offered': {
    status: 409,
    zh: '该文书不能用这种纸打印',
    en: 'The document is not printed on this paper',
    sentence: '只有收件凭证可以一式两份或者用小票打印，其他文书请用 A4 打印。',
  },
  'words-not-in-document': {
    status: 422,
    zh: '原文书中没有这段文字',
    en: 'These words are not in the document',
    sentence: '被更正的文书中没有这段文字，请照录原文书中有误的文字。',
  },
  'order-without-document': {
    status: 409,
    zh: '该操作没有文书',
    en: 'The order makes no document',
    sentence: '该操作不产生文书，没有可以预览的内容。',
  },
} as const satisfies Record<string, CatalogueEntry>;
