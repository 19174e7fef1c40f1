import { guideElements, guideKinds } from '../../domain/flow/guide.ts';
import type { GuideElement } from '../../domain/flow/guide.ts';

/** A guide as it stands in a form: lists as text, a line for each. */
export type GuideFields = Readonly<Partial<Record<GuideElement, string | number | boolean | null>>>;

export const guideNames = Object.keys(guideElements).filter((name): name is GuideElement => name in guideElements);

/** What an item's guide shows in the form. */
export function fieldsOfGuide(guide: Readonly<Record<string, unknown>>): GuideFields {
  return Object.fromEntries(
    guideNames.map((name) => {
      const value = guide[name];
      return [name, Array.isArray(value) ? value.map(String).join('\n') : value];
    }),
  );
}

/** The guide that was typed; empty elements are left out. */
export function bodyOfGuide(fields: GuideFields): Record<string, string | number | boolean | string[]> {
  return Object.fromEntries(
    guideNames.flatMap((name) => {
      const value = typedValue(name, fields[name]);
      return value === null ? [] : [[name, value]];
    }),
  );
}

function typedValue(name: GuideElement, value: GuideFields[GuideElement]) {
  if (typeof value !== 'string') return value ?? null;
  if (guideKinds[name] !== 'lines') return value.trim() === '' ? null : value.trim();
  const lines = value.split('\n').map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  return filled.length === 0 ? null : filled;
}
