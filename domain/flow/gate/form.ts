import { catchAll } from '../catch-all.ts';
import type { FormField } from '../definition.ts';
import type { Finding } from './finding.ts';
import { error } from './finding.ts';
import type { Subject } from './subject.ts';

/** The form, the conditions over it and the list of materials. */
export function checkForm({ definition, tools }: Subject): Finding[] {
  return [
    ...definition.form.flatMap((field, i) => [...checkField(field, `/form/${i}`), ...checkTitle(field, `/form/${i}`)]),
    ...definition.limitBranches.flatMap(({ title, when }, i) => {
      const wrong = tools.checkCondition(when, definition.form);
      if (wrong === null) return [];
      const message = `时限分支“${title}”的条件有误：${wrong}`;
      return [
        error({
          at: `/limitBranches/${i}/when`,
          code: 'condition-invalid',
          message,
          fix: '只用表单里已有的字段（form.字段名）写出真假条件',
        }),
      ];
    }),
    ...definition.materials.flatMap(({ title, note, sample }, i) => [
      ...checkMaterial(title, `/materials/${i}/title`),
      ...checkMaterial(note ?? '', `/materials/${i}/note`),
      ...checkMaterial(sample ?? '', `/materials/${i}/sample`),
    ]),
  ];
}

function checkMaterial(text: string, at: string): Finding[] {
  const words = catchAll(text);
  if (words === null) return [];
  const message = `材料“${text}”含兜底条款“${words}”`;
  return [error({ at, code: 'catch-all-material', message, fix: '逐一写明材料名称；申请人无法准备没有写明的材料' })];
}

function checkTitle({ title }: FormField, at: string): Finding[] {
  const words = catchAll(title);
  if (words === null) return [];
  const message = `表单字段“${title}”含兜底条款“${words}”`;
  return [
    error({ at: `${at}/title`, code: 'catch-all-field', message, fix: '写明要填什么；没有写明的不能要求申请人提供' }),
  ];
}

function checkField(field: FormField, at: string): Finding[] {
  const invalid = (where: string, why: string): Finding =>
    error({
      at: `${at}/${where}`,
      code: 'field-invalid',
      message: `表单字段“${field.title}”${why}`,
      fix: '改正该字段后再发布',
    });
  const found: Finding[] = [];
  if (!/^[a-z][a-zA-Z0-9]{0,39}$/.test(field.key))
    found.push(invalid('key', `的字段名“${field.key}”应以小写字母开头，只含字母和数字，不超过 40 个字符`));
  if (field.type === 'choice' && (field.choices ?? []).length === 0)
    found.push(invalid('choices', '是选择题，却没有选项'));
  if (field.minimum !== undefined && field.maximum !== undefined && field.minimum > field.maximum)
    found.push(invalid('minimum', '的最小值大于最大值'));
  if (field.maxLength !== undefined && (!Number.isInteger(field.maxLength) || field.maxLength < 1))
    found.push(invalid('maxLength', '的最大长度不是正整数'));
  return found;
}
