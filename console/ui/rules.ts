import type { Rule } from 'antd/es/form';
import type { TFunction } from 'i18next';
import { phonePattern } from '../../domain/people/phone.ts';
import { labelled } from '../i18n/said.ts';

/** A field that must be filled in; of a text blanks are not enough. A rule that speaks of blanks at all takes a number for an empty one. */
export function needed(t: TFunction, label: string, { isText }: { readonly isText: boolean }): Rule {
  return { required: true, message: labelled(label, t('frame.required')), ...(isText && { whitespace: true }) };
}

/** What a number may be. Checked, never put right: a control with bounds of its own would change in silence what was typed. */
export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly whole?: boolean;
}

/** The bounds in words, to be read before anything is typed; nothing where there are none. */
export function boundsText(t: TFunction, { min, max }: Bounds, unit = ''): string | undefined {
  if (min !== undefined && max !== undefined) return t('frame.boundsBoth', { min, max, unit }).trim();
  if (min !== undefined) return t('frame.boundsMin', { min, unit }).trim();
  return max === undefined ? undefined : t('frame.boundsMax', { max, unit }).trim();
}

/** Refuses a number beyond its bounds at its field; an empty field is another rule's. */
export function withinBounds(t: TFunction, bounds: Bounds): Rule {
  return {
    validator: async (_rule, value: unknown) => {
      const wrong = typeof value === 'number' ? wrongIn(t, value, bounds) : null;
      if (wrong !== null) throw new Error(wrong);
    },
  };
}

function wrongIn(t: TFunction, value: number, { min, max, whole }: Bounds): string | null {
  if (whole === true && !Number.isInteger(value)) return t('frame.wrongWhole');
  if (value >= (min ?? value) && value <= (max ?? value)) return null;
  if (min !== undefined && max !== undefined) return t('frame.wrongBoth', { min, max });
  if (min !== undefined) return t('frame.wrongMin', { min });
  return max === undefined ? null : t('frame.wrongMax', { max });
}

/** What the API takes as a telephone number, blanks around it aside. */
export function phoneRule(t: TFunction): Rule {
  const shape = new RegExp(phonePattern);
  return {
    validator: async (_rule, value: unknown) => {
      const written = typeof value === 'string' ? value.trim() : '';
      if (written !== '' && !shape.test(written)) throw new Error(t('frame.wrongPhone'));
    },
  };
}
