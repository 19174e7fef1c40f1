import type { FormField } from '../flow/definition.ts';
import { parseCivilDate } from '../clock/civil-date.ts';
import { readDay } from '../words/day.ts';
import type { Block } from './content.ts';
import { formOf } from './party.ts';
import { paragraph } from './phrases.ts';
import type { DocumentSource } from './source.ts';

/** What was applied for, field by field as the form asks it, under a sentence of its own; nothing where the form is empty. */
export function appliedFor(source: DocumentSource, before: string): readonly Block[] {
  const rows = appliedRows(source);
  return rows.length === 0 ? [] : [paragraph(before), { type: 'fields', rows }];
}

/** The filled fields of the form, each by its title. */
export function appliedRows({ state, definition, book }: DocumentSource): readonly (readonly [string, string])[] {
  const form = formOf(state.filing.form, book);
  return definition.form.flatMap((field) => {
    const value = valueText(field, form.get(field.key));
    return value === null ? [] : [[field.title, value] as const];
  });
}

function valueText({ type, choices, unit }: FormField, value: unknown): string | null {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = `${value}`.trim();
  if (text === '') return null;
  if (type === 'choice') return choices?.find(({ id }) => id === text)?.title ?? text;
  const day = type === 'date' ? parseCivilDate(text) : undefined;
  return day === undefined ? `${text}${unit ?? ''}` : readDay(day);
}
