import type { FlowDefinition, Step } from './definition.ts';

/**
 * The steps whose people do not do this one, where its flow says nothing: a second review is not by who reviewed before it in another
 * post, the decision by nobody who reviewed.
 */
export function usualOthers(steps: readonly Step[], step: Step): readonly string[] {
  const reviews = steps.slice(0, steps.indexOf(step)).filter(({ kind }) => kind === 'review');
  if (step.kind === 'decision') return reviews.map(({ id }) => id);
  if (step.kind !== 'review') return [];
  return reviews.filter(({ by }) => by !== step.by).map(({ id }) => id);
}

/** The steps whose people do not do this one: as the flow says, else as is usual. */
export function othersOf(steps: readonly Step[], step: Step): readonly string[] {
  return step.otherThan ?? usualOthers(steps, step);
}

/** Whether a flow is that of an 即办件: promised within one working day, and nothing in it stands outside the clock. */
export function isImmediate({ limits }: FlowDefinition, steps: readonly Step[]): boolean {
  const { count, unit } = limits.promised;
  return unit === 'workday' && count <= 1 && steps.every(({ untimed }) => untimed === undefined);
}
