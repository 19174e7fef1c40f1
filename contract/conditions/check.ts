import type { ParseResult } from '@marcbachmann/cel-js';
import type { FormField } from '../../domain/flow/definition.ts';
import { celForm, environmentOf, fieldsOf, firstLine, functions, strangersIn } from './cel.ts';
import { samplesOf } from './samples.ts';

/**
 * What is wrong with a CEL condition over a form, as a Chinese sentence, or null. It must yield true or false, read only declared
 * fields, and only required ones (a missing value would be an error at filing), be made of what is allowed, and yield an answer for
 * sample and boundary values of the fields it reads.
 */
export function checkCondition(cel: string, form: readonly FormField[]): string | null {
  const environment = environmentOf(form);
  const result = environment.check(cel);
  if (!result.valid) return `条件不能解读：${firstLine(result.error)}`;
  if (result.type !== 'bool') return `条件应得出是或否，但得出的是 ${result.type ?? '未知类型'}`;
  const parsed = environment.parse(cel);
  const { ast } = parsed;
  const [stranger] = strangersIn(ast);
  if (stranger !== undefined)
    return `条件只能用比较、四则运算、且或非和 ${[...functions].join('、')}，不能用“${stranger}”`;
  const read = fieldsOf(ast);
  const optional = read.filter((key) => !form.some((f) => f.key === key && f.required));
  if (optional.length > 0) return `条件用到的字段应为必填：${optional.join('、')}`;
  return failsOnSample(
    parsed,
    form.filter(({ key }) => read.includes(key)),
  );
}

function failsOnSample(parsed: ParseResult, fields: readonly FormField[]): string | null {
  for (const sample of samplesOf(fields)) {
    try {
      parsed({ form: celForm(fields, sample) });
    } catch (error) {
      const values = fields.map(({ key, title }) => `${title}为 ${JSON.stringify(sample[key])}`).join('，');
      return `${values === '' ? '无论怎样填写' : values}时，条件得不出结果：${firstLine(error)}`;
    }
  }
  return null;
}
