import type { PlanStep } from '../flow/plan.ts';
import { splitInstance } from '../instance-id.ts';
import { invariant } from '../invariant.ts';
import type { CaseState, World } from './state.ts';

/** The step of the plan behind a step of the case, in whatever round. */
export function plannedStep(world: World, stepId: string): PlanStep {
  const { id } = splitInstance(stepId);
  const planned = world.plan.steps.find((step) => step.id === id);
  invariant(planned !== undefined, `step ${stepId} is in the plan ${world.plan.sha256}`);
  return planned;
}

/**
 * Whether what plans say since rules 4 (outcomes against the applicant, other hands, papers that come later) binds this case: not one
 * that was filed before, whose run carries an older plan than the API compiles today.
 */
export function planBinds({ filedUnder }: CaseState): boolean {
  return filedUnder !== undefined;
}

/** The department that does a planned step. */
export function departmentOf({ at }: PlanStep, { filing }: CaseState): string {
  const department = at?.department ?? 'own';
  switch (department) {
    case 'own':
      return filing.departmentId;
  }
  return department satisfies never;
}
