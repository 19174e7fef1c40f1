import { splitInstance } from '../instance-id.ts';
import { planBinds, plannedStep } from './planned.ts';
import type { CaseState, StepState, World } from './state.ts';

/** The steps that ended, in their last round, with an outcome the flow marks as against the applicant (评审未通过, 核查不合格). */
export function opinionsAgainst(world: World, state: CaseState): readonly StepState[] {
  if (!planBinds(state)) return [];
  const last = new Map(state.steps.map((step) => [splitInstance(step.id).id, step]));
  return [...last.values()].filter(({ id, outcome }) => {
    const { negative = [] } = plannedStep(world, id);
    return outcome !== null && negative.includes(outcome);
  });
}
