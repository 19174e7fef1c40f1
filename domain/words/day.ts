import type { CivilDate } from '../clock/civil-date.ts';
import { inBoth } from './said.ts';
import type { Language, Said } from './said.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** A day in words: 2026年3月2日, 2 March 2026. */
export function readDay(date: CivilDate, language: Language = 'zh'): string {
  const year = Number(date.slice(0, 4));
  return language === 'zh'
    ? `${year}年${readDayOfYear(date)}`
    : `${readDayOfMonth(date)} ${months[monthOf(date) - 1]} ${year}`;
}

/** A day in words, in both languages. */
export function sayDay(date: CivilDate): Said {
  return inBoth((language) => readDay(date, language));
}

/** A day whose year is known: 3月2日. */
export function readDayOfYear(date: CivilDate): string {
  return `${monthOf(date)}月${readDayOfMonth(date)}日`;
}

/** 周一 to 周日, for Monday 1 to Sunday 7. */
export function readWeekday(weekday: number): string {
  return `周${'一二三四五六日'.charAt(weekday - 1)}`;
}

const monthOf = (date: CivilDate) => Number(date.slice(5, 7));
const readDayOfMonth = (date: CivilDate) => Number(date.slice(8));
