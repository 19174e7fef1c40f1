import type { CatalogueEntry } from './catalogue-entry.ts';

/** Refusals about online drafts. */
export const draftProblems = {
  'draft-filed': {
    status: 409,
    zh: '草稿已提交',
    en: 'The draft was filed',
    sentence: '该草稿已经提交，不能再修改；需要补充的，请凭办件编号和查询码在进度查询中上传。',
  },
  'draft-outdated': {
    status: 409,
    zh: '事项内容已更新',
    en: 'The item has changed',
    sentence: '该事项的表单或者材料清单已经更新，请重新打开草稿核对后再提交。',
  },
} as const satisfies Record<string, CatalogueEntry>;
