import type { CivilDate } from '../clock/civil-date.ts';
import { splitInstance } from '../instance-id.ts';
import type { Plan } from '../flow/plan.ts';
import { windows } from '../people/roles.ts';
import type { Actor, Role } from '../people/roles.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { PassingState } from './passed.ts';
import type { CaseState, StepState, World } from './state.ts';

/** Who answers the application in the department: who may be handed the materials, and signs for them. */
export function answerers({ steps }: Plan): readonly Role[] {
  return [...new Set(steps.flatMap(({ kind, by }) => (kind === 'acceptance' ? [by] : [])))];
}

/** How the passing of a case's materials stands; undefined: nothing was passed yet, or the window answers itself. */
export function passingOf({ steps }: Pick<CaseState, 'steps'>): PassingState | undefined {
  return steps.findLast(({ passing }) => passing !== undefined)?.passing;
}

/** The day from which the department has had the materials; null while the window has them. What was returned was never passed. */
export function departmentFrom(state: Pick<CaseState, 'steps'>): CivilDate | null {
  const passing = passingOf(state);
  return passing === undefined || passing.stage === 'returned' ? null : passing.on;
}

/** What the department has to sign for or to return. Refusal `nothing-passed`. */
export function notPassed(step: StepState | null): Rejection | null {
  if (step?.passing?.stage === 'passed') return null;
  return reject('nothing-passed', 'expected materials that wait for a signature, but none were passed on');
}

/** A window without the department's authority does not answer where the flow says that the department does. Refusal `department-answers`. */
export function windowAnswers({ posts }: Actor, step: StepState, { world, state }: Where): Rejection | null {
  const { plan } = world;
  const isAnswering = plan.steps.some(({ id, kind }) => kind === 'acceptance' && id === splitInstance(step.id).id);
  const isWindow = posts.some(
    ({ role, departmentId }) => windows.some((one) => one === role) && departmentId === state.filing.departmentId,
  );
  if (plan.limits.passing === undefined || !isAnswering || !isWindow) return null;
  const roles = answerers(plan);
  const detail = `expected the department to answer (${roles.join(' or ')}), but the window has no authority to`;
  return reject('department-answers', detail, { roles });
}

interface Where {
  readonly world: World;
  readonly state: CaseState;
}
