import type { TFunction } from 'i18next';
import type { CivilDate } from '../../../domain/clock/civil-date.ts';
import type { Lasting } from '../../../domain/flow/simulate/choices.ts';
import { inBoth } from '../../../domain/words/said.ts';
import { readClockTitle, readStep, stepBook } from '../../../domain/words/clock-title.ts';
import { inEnglish } from '../../../domain/words/in-english.ts';
import { readDay } from '../../../domain/words/day.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import { inLanguage } from '../../i18n/said.ts';

/** A duration in words: 当日, 3 个工作日; English counts one otherwise. */
export function lastingText(t: TFunction, { count, unit }: Lasting): string {
  if (count === 0) return t('trial.sameDay');
  const words = t(unit === 'workday' ? 'trial.workdays' : 'trial.days', { count });
  return count === 1 ? words.replace(/(?<=[a-z])s$/, '') : words;
}

/** A day in the language of the page. */
export function dayText(day: CivilDate): string {
  return inLanguage(inBoth((language) => readDay(day, language)));
}

/** Titles of steps and clocks of a definition in the language of the page, by the ids of a case. */
export interface Titles {
  readonly step: (id: string) => string;
  readonly clock: (id: string) => string;
}

/** The titles of a definition. */
export function titlesOf(definition: FlowDefinition): Titles {
  const books = { zh: stepBook(definition), en: stepBook(inEnglish(definition)) };
  return {
    step: (id) => inLanguage(inBoth((language) => readStep(id, books[language], language))),
    clock: (id) => inLanguage(inBoth((language) => readClockTitle(id, books[language], language))),
  };
}
