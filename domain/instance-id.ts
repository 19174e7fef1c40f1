import { clockKinds } from './flow/definition.ts';
import type { ClockKind } from './flow/definition.ts';

/**
 * Ids of what may happen more than once in a case: steps and clocks. The first round bears the authored id itself, the second is
 * `review#2`; authored ids have no `#` (the contract's pattern and the gate see to that).
 */
const mark = '#';

/** Whether an id may be authored: it cannot be taken for a later round of another. */
export function isAuthoredId(id: string): boolean {
  return !id.includes(mark);
}

/** The id of a round of a step or clock; round 1 is the authored id. */
export function instanceId(id: string, round: number): string {
  return round === 1 ? id : `${id}${mark}${round}`;
}

/** The authored id and the round of an instance id. What is no instance id of this house is an authored id in round 1. */
export function splitInstance(instance: string): { readonly id: string; readonly round: number } {
  const [, id, round] = /^([^#]*)#([2-9]|[1-9][0-9]+)$/.exec(instance) ?? [];
  return id === undefined ? { id: instance, round: 1 } : { id, round: Number(round) };
}

/** The id of a clock: its kind; for the clock of a step with the id of that step's instance, such as `promise:expert`. */
export function clockId(kind: ClockKind, stepId?: string): string {
  return stepId === undefined ? kind : `${kind}:${stepId}`;
}

/** The kind of a clock and the instance of its step: `promise:expert#2` is the promise of `expert#2`. Null: no clock's id. */
export function splitClockId(id: string): { readonly kind: ClockKind; readonly stepId: string | null } | null {
  const at = id.indexOf(':');
  const kind = at < 0 ? splitInstance(id).id : id.slice(0, at);
  return isClockKind(kind) ? { kind, stepId: at < 0 ? null : id.slice(at + 1) } : null;
}

function isClockKind(kind: string): kind is ClockKind {
  return Object.hasOwn(clockKinds, kind);
}
