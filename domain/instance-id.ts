import type { ClockKind } from './flow/definition.ts';

/** Between an authored id and its round; authored ids may not contain it. */
const mark = '#';

/** The id of a step or clock in a round, from 1: the first round bears the plain id, as all ids did before there were rounds. */
export function instanceId(id: string, round: number): string {
  return round === 1 ? id : `${id}${mark}${round}`;
}

/** Takes an instance id apart: `review#2` is the second round of review. */
export function splitInstance(instance: string): { readonly id: string; readonly round: number } {
  const at = instance.lastIndexOf(mark);
  if (at < 0) return { id: instance, round: 1 };
  return { id: instance.slice(0, at), round: Number(instance.slice(at + 1)) };
}

/** The id of a clock: its kind, and the step it belongs to: `notice`, `promise:expert`, `step:review#2`. */
export function clockId(kind: ClockKind, stepId: string | null = null): string {
  return stepId === null ? kind : `${kind}:${stepId}`;
}

/** Takes the id of a clock apart; the kind is not checked. */
export function splitClockId(id: string): { readonly kind: string; readonly stepId: string | null } {
  const at = id.indexOf(':');
  return at < 0 ? { kind: id, stepId: null } : { kind: id.slice(0, at), stepId: id.slice(at + 1) };
}
