import i18next from 'i18next';
import { clockKinds } from '../../domain/flow/definition.ts';
import type { Outcome, Step } from '../../domain/flow/definition.ts';
import { splitClockId, splitInstance } from '../../domain/instance-id.ts';
import { sayRound } from '../../domain/words/round.ts';
import { say } from '../../domain/words/said.ts';
import { englishStep } from '../../domain/words/step-title.ts';
import type { Said } from '../../domain/words/said.ts';
import type { CodeKind } from './english/codes.ts';

/** Words of the domain in the language of the page. */
export function inLanguage(words: Said): string {
  return say(words, i18next.language === 'en' ? 'en' : 'zh');
}

/** The word of a closed code in the language of the page; `title` is its Chinese one, as the API says it. */
export function said<T extends string | null>(kind: CodeKind, code: string | null, title: T): T | string {
  const word: unknown = i18next.getResource(i18next.language, 'translation', `codes.${kind}.${code ?? ''}`);
  return title !== null && typeof word === 'string' ? word : title;
}

/** The title of a clock, such as 环节时限（审查）: the word of its kind and the step's own title. `id` is the clock's, or its kind. */
export function saidClock<T extends string | null>(id: string | null, title: T): T | string {
  const clock = splitClockId(id ?? '');
  if (title === null || clock === null) return title;
  const kind = clockKinds[clock.kind];
  if (!title.startsWith(kind.zh)) return title;
  const inside = /^（(.*)）$/.exec(title.slice(kind.zh.length))?.[1];
  if (inside === undefined) return inLanguage(kind);
  const { round } = splitInstance(clock.stepId ?? id ?? '');
  const parts = inside.split('，').map((part) => (part === sayRound(round).zh ? inLanguage(sayRound(round)) : part));
  return `${inLanguage(kind)}${bracketed(joined(parts, '，'))}`;
}

/** The title of an outcome of a flow in the language of the page. */
export function titled({ title, titleEn }: Pick<Outcome, 'title' | 'titleEn'>): string {
  return i18next.language === 'en' ? (titleEn ?? title) : title;
}

/** The title of a step in the language of the page; `among` the steps of its flow it is told apart. */
export function titledStep(step: Step, among: readonly Step[]): string {
  if (i18next.language !== 'en') return step.title;
  return englishStep(
    step,
    { zh: said('stepKindZh', step.kind, ''), en: said('stepKind', step.kind, step.title) },
    among,
  );
}

/** Words in brackets behind others. */
export function bracketed(words: string): string {
  return i18next.language === 'en' ? ` (${words})` : `（${words}）`;
}

/** Several words in one line, with the stop between them that the language of the page has. */
export function joined(words: readonly string[], stop: '、' | '，' | '；' = '、'): string {
  if (i18next.language !== 'en') return words.join(stop);
  return words.join(stop === '；' ? '; ' : ', ');
}

/** What somebody did, behind the name: in English a sentence of its own, which begins with a capital. */
export function byWhom(name: string, sentence: string): string {
  return i18next.language === 'en' ? labelled(name, sentence) : `${name} ${sentence}`;
}

/** Words behind what they are of. */
export function labelled(label: string, words: string): string {
  return i18next.language === 'en' ? `${label}: ${words}` : `${label}：${words}`;
}
