import { stepsOf } from '../flow/blocks.ts';
import { clockKinds } from '../flow/definition.ts';
import type { FlowDefinition, Step } from '../flow/definition.ts';
import { splitClockId, splitInstance } from '../instance-id.ts';
import { sayRound } from './round.ts';
import { say } from './said.ts';
import type { Language } from './said.ts';

/** The steps of a definition by their authored ids. */
export type StepBook = ReadonlyMap<string, Step>;

/** Finds the steps of a definition by id. */
export function stepBook(definition: FlowDefinition): StepBook {
  return new Map(stepsOf(definition).map((step) => [step.id, step]));
}

/** The title of a step by the id of its instance, with the round from the second on; its id when the definition does not know it. */
export function readStep(instance: string, book: StepBook, language: Language = 'zh'): string {
  const { id, round } = splitInstance(instance);
  const title = book.get(id)?.title ?? id;
  return round === 1 ? title : bracketed(title, [say(sayRound(round), language)], language);
}

/** The title of a clock by its id: 法定时限, 特别程序承诺时限（专家评审）. The id itself when its kind is not known. */
export function readClockTitle(clockId: string, book: StepBook, language: Language = 'zh'): string {
  const clock = splitClockId(clockId);
  if (clock === null) return clockId;
  const { id, round } = splitInstance(clock.stepId ?? clockId);
  const parts = [
    ...(clock.stepId === null ? [] : [book.get(id)?.title ?? id]),
    ...(round === 1 ? [] : [say(sayRound(round), language)]),
  ];
  const kind = say(clockKinds[clock.kind], language);
  return parts.length === 0 ? kind : bracketed(kind, parts, language);
}

function bracketed(title: string, parts: readonly string[], language: Language): string {
  return language === 'zh' ? `${title}（${parts.join('，')}）` : `${title} (${parts.join(', ')})`;
}
