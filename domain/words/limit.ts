import type { LimitUnit } from '../clock/clock.ts';
import { inBoth, say } from './said.ts';
import type { Language, Said } from './said.ts';

/** Units of limits as people read them; English counts one of a unit otherwise. */
export const unitWords = {
  workday: { zh: '个工作日', en: 'working days' },
  calendarDay: { zh: '日（自然日）', en: 'calendar days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
} as const satisfies Record<LimitUnit, Said>;

/** A limit in words: 20 个工作日, 1 working day. A unit from outside that is none stays as it is written. */
export function readLimit(
  limit: { readonly count: number; readonly unit: LimitUnit },
  language: Language = 'zh',
): string {
  const { count, unit } = limit;
  const word = Object.hasOwn(unitWords, unit) ? say(unitWords[unit], language) : unit;
  return `${count} ${language === 'en' && count === 1 ? word.replace(/s$/, '') : word}`;
}

/** A limit in words, in both languages. */
export function sayLimit(limit: { readonly count: number; readonly unit: LimitUnit }): Said {
  return inBoth((language) => readLimit(limit, language));
}
