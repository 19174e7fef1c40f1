import { plannedStep } from '../case/planned.ts';
import { openTasks } from '../case/tasks.ts';
import type { CaseState, World } from '../case/state.ts';
import type { Actor } from '../people/roles.ts';

/** Whether somebody may have a signature written now: who may hand the document out, while it is to be handed out. */
export function takesSignature({ id, posts }: Actor, world: World, state: CaseState): boolean {
  return openTasks(world, state).some(
    ({ stepId, origin, role, departmentId, assignee }) =>
      origin === 'step' &&
      plannedStep(world, stepId).kind === 'delivery' &&
      (assignee === null || assignee === id) &&
      posts.some((post) => post.role === role && post.departmentId === departmentId),
  );
}
