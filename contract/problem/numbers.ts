import type { CatalogueEntry } from './catalogue-entry.ts';

/** Refusals about numbers of documents and the patterns they follow. */
export const numberProblems = {
  'number-taken': {
    status: 409,
    zh: '文书编号重复',
    en: 'The number is taken',
    sentence: '本部门同一种文书已经使用该编号，请核对后另行编号。',
  },
  'number-from-register': {
    status: 422,
    zh: '该文书由系统编号',
    en: 'The register numbers this document',
    sentence: '本部门对该种文书已启用编号规则，由系统自动编号，不能手工填写。',
  },
  'number-missing': {
    status: 422,
    zh: '未填写文书编号',
    en: 'The number is missing',
    sentence: '本部门对该种文书未启用编号规则，请填写文书编号。',
  },
  'template-empty': {
    status: 422,
    zh: '文书模板没有内容',
    en: 'The template has no words',
    sentence: '请填写开头或者结尾的文字；法定必备内容由系统写入，不用填写。',
  },
  'template-left-open': {
    status: 422,
    zh: '文书模板有未定的文字',
    en: 'Something in the template is left open',
    sentence: '开头或者结尾里有大括号或者“待填写”，会照样印在文书上，请按提示改好后再提交。',
  },
  'template-not-proposed': {
    status: 409,
    zh: '没有待启用的文书模板',
    en: 'No template is proposed',
    sentence: '该种文书没有待启用的模板，或者拟定的文字刚刚改过，请刷新后核对。',
  },
  'template-same-person': {
    status: 403,
    zh: '须由他人启用',
    en: 'A second person is needed',
    sentence: '文书模板须由拟定人以外的人员核对后启用。',
  },
  'template-no-sample': {
    status: 409,
    zh: '没有可以作样张的文书',
    en: 'No document to try it on',
    sentence: '本部门还没有制发过该种文书，制发第一份以后才能按实际办件预览。',
  },
  'pattern-wrong': {
    status: 422,
    zh: '编号规则有误',
    en: 'The pattern is not possible',
    sentence: '编号规则应各写一处 {年} 和 {号}，二者不能相连，也不能与其他数字相连，例如：沈水许〔{年}〕{号}号。',
  },
  'pattern-taken': {
    status: 409,
    zh: '编号规则重复',
    en: 'The pattern is taken',
    sentence: '本部门其他种类的文书已经使用该编号规则，请另行确定。',
  },
  'pattern-not-proposed': {
    status: 409,
    zh: '没有待启用的编号规则',
    en: 'No pattern is proposed',
    sentence: '该种文书没有待启用的编号规则，请刷新后查看。',
  },
  'pattern-same-person': {
    status: 403,
    zh: '须由他人启用',
    en: 'A second person is needed',
    sentence: '编号规则须由拟定人以外的人员核对后启用。',
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
