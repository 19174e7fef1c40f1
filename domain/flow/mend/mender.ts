import type { GateCode } from '../gate/finding.ts';
import { locatedSteps } from '../blocks.ts';
import type { LocatedStep } from '../blocks.ts';
import type { FlowDefinition } from '../definition.ts';
import { withValue } from '../pointer.ts';

/** A change that takes a finding away: the definition after it, and its name for who presses the button. */
export interface Mend {
  readonly title: string;
  readonly next: FlowDefinition;
}

/** Mends what was found at a place; null where what to do is not certain, or the place is not there any more. */
export type Mender = (definition: FlowDefinition, at: string) => Mend | null;
export type Menders = Readonly<Partial<Record<GateCode, Mender>>>;

/** The step at whose place, or below it, something was found. */
export function stepAt(definition: FlowDefinition, at: string): LocatedStep | null {
  return locatedSteps(definition).find((one) => at === one.at || at.startsWith(`${one.at}/`)) ?? null;
}

/** A mender of one step: what is found in it, and the step to change. */
export function onStep(
  mend: (located: LocatedStep, at: string, definition: FlowDefinition) => { title: string; step: object } | null,
): Mender {
  return (definition, at) => {
    const located = stepAt(definition, at);
    const mended = located === null ? null : mend(located, at, definition);
    if (located === null || mended === null) return null;
    return { title: mended.title, next: withValue(definition, located.at, mended.step) };
  };
}

/** An id like this one that is not taken: review, review2, review3. */
export function freeId(id: string, taken: readonly string[]): string {
  let number = 2;
  while (taken.includes(`${id}${number}`)) number += 1;
  return taken.includes(id) ? `${id}${number}` : id;
}
