import { parseCivilDate } from '../clock/civil-date.ts';
import type { Said } from '../words/said.ts';
import type { FormField } from './definition.ts';

/** What is wrong with one value of a form, by the published definition; null: it fits. The API and the pages that type it ask the same. */
export function wrongValue(field: FormField, value: unknown): Said | null {
  if (value === undefined) return field.required ? { zh: '必填', en: 'required' } : null;
  switch (field.type) {
    case 'text':
      return wrongText(value, field);
    case 'number':
    case 'integer':
      return wrongNumber(value, field);
    case 'boolean':
      return typeof value === 'boolean' ? null : { zh: '应为是或否', en: 'yes or no' };
    case 'date':
      return typeof value === 'string' && parseCivilDate(value) !== undefined
        ? null
        : { zh: '应为日期 YYYY-MM-DD', en: 'a date YYYY-MM-DD' };
    case 'choice':
      return field.choices?.some((choice) => choice.id === value) === true
        ? null
        : { zh: '应从列出的选项中选择', en: 'one of those listed' };
    default:
      return field.type satisfies never;
  }
}

function wrongText(value: unknown, field: FormField): Said | null {
  if (typeof value !== 'string') return { zh: '应为文字', en: 'a text' };
  const most = field.maxLength ?? 2_000;
  // In characters as people count them: a rare one is two units of UTF-16.
  return [...value].length > most ? { zh: `不得超过 ${most} 个字符`, en: `at most ${most} characters` } : null;
}

function wrongNumber(value: unknown, field: FormField): Said | null {
  const { minimum, maximum } = field;
  if (typeof value !== 'number' || !Number.isFinite(value)) return { zh: '应为数字', en: 'a number' };
  if (field.type === 'integer' && !Number.isSafeInteger(value)) return { zh: '应为整数', en: 'a whole number' };
  if (minimum !== undefined && value < minimum) return { zh: `不得小于 ${minimum}`, en: `at least ${minimum}` };
  return maximum !== undefined && value > maximum ? { zh: `不得大于 ${maximum}`, en: `at most ${maximum}` } : null;
}
