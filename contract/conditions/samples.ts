import { parseCivilDate } from '../../domain/clock/civil-date.ts';
import type { FormField } from '../../domain/flow/definition.ts';

export type Value = string | number | boolean;
export type Sample = Readonly<Record<string, Value>>;

/** The most forms on which a condition is tried. */
const most = 2_048;

/**
 * Forms of sample and boundary values of some fields: all combinations, or where those are too many a spread of them. `said`: values
 * that conditions name; these and their neighbours are among the samples.
 */
export function samplesOf(fields: readonly FormField[], said: readonly Value[] = []): Sample[] {
  const values = fields.map((field) => ({
    key: field.key,
    of: [...new Set([...near(field, said), ...valuesOf(field)])],
  }));
  const all = values.reduce((product, { of }) => product * of.length, 1);
  const stride = all <= most ? 1 : Math.floor(all / most) * 2 + 1;
  return Array.from({ length: Math.min(all, most) }, (_, i) => {
    let index = (i * stride) % all;
    const entries = values.map(({ key, of }): [string, Value] => {
      const value = of[index % of.length] ?? '';
      index = Math.floor(index / of.length);
      return [key, value];
    });
    return Object.fromEntries(entries);
  });
}

function valuesOf(field: FormField): Value[] {
  switch (field.type) {
    case 'boolean':
      return [true, false];
    case 'choice':
      return (field.choices ?? []).map(({ id }) => id);
    case 'date':
      return ['1900-01-01', '2024-02-29', '2199-12-31'];
    case 'text':
      return ['', 'a', '字', '1', 'x'.repeat(field.maxLength ?? 2_000)];
    case 'integer':
      return within(field, [-1, 0, 1, 2, 7, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]);
    case 'number':
      return within(field, [-1, 0, 0.5, 1, 2, 7, Number.MAX_VALUE, -Number.MAX_VALUE]);
    default:
      return field.type satisfies never;
  }
}

/** What conditions say, as far as a field can hold it, with what lies next to it. */
function near(field: FormField, said: readonly Value[]): Value[] {
  switch (field.type) {
    case 'boolean':
    case 'choice':
      return [];
    case 'date':
      return said.filter((value) => typeof value === 'string' && parseCivilDate(value) !== undefined);
    case 'text':
      return said.filter((value) => typeof value === 'string');
    case 'integer':
      return within(field, around(said, 1).filter(Number.isSafeInteger));
    case 'number':
      return within(field, around(said, 0.5));
    default:
      return field.type satisfies never;
  }
}

function around(said: readonly Value[], step: number): number[] {
  return said.flatMap((value) => (typeof value === 'number' ? [value - step, value, value + step] : []));
}

/** Values within the bounds of a field, with the bounds. */
function within({ minimum, maximum }: FormField, values: readonly number[]): number[] {
  const bounds = [minimum, maximum].filter((bound) => bound !== undefined);
  const inside = values.filter((value) => value >= (minimum ?? value) && value <= (maximum ?? value));
  return [...new Set([...bounds, ...inside])];
}
