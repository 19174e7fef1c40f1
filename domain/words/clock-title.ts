import { stepsOf } from '../flow/blocks.ts';
import { clockKinds } from '../flow/definition.ts';
import type { FlowDefinition, Step } from '../flow/definition.ts';
import { splitClockId, splitInstance } from '../instance-id.ts';

/** The steps of a definition by their authored ids. */
export type StepBook = ReadonlyMap<string, Step>;

/** Finds the steps of a definition by id. */
export function stepBook(definition: FlowDefinition): StepBook {
  return new Map(stepsOf(definition).map((step) => [step.id, step]));
}

/** The title of a step by the id of its instance, with the round from the second on; its id when the definition does not know it. */
export function readStep(instance: string, book: StepBook): string {
  const { id, round } = splitInstance(instance);
  const title = book.get(id)?.title ?? id;
  return round === 1 ? title : `${title}（第 ${round} 轮）`;
}

/** The title of a clock by its id: 法定时限, 不计时环节承诺时限（专家评审）. The id itself when its kind is not known. */
export function readClockTitle(clockId: string, book: StepBook): string {
  const clock = splitClockId(clockId);
  if (clock === null) return clockId;
  const { id, round } = splitInstance(clock.stepId ?? clockId);
  const parts = [
    ...(clock.stepId === null ? [] : [book.get(id)?.title ?? id]),
    ...(round === 1 ? [] : [`第 ${round} 轮`]),
  ];
  const kind = clockKinds[clock.kind].zh;
  return parts.length === 0 ? kind : `${kind}（${parts.join('，')}）`;
}
