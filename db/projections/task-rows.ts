import { mattersOf } from '../../domain/case/matters.ts';
import { listedServing } from '../../domain/case/serving.ts';
import { openTasks } from '../../domain/case/tasks.ts';
import type { CaseState, ClockState, World } from '../../domain/case/state.ts';
import type { caseTask } from '../schema/tasks.ts';
import { earliestDue, lightKeys } from './clock-rows.ts';

export type TaskRow = typeof caseTask.$inferSelect;

/** The rows of case_task: the tasks that are open. */
export function taskRowsOf(world: World, state: CaseState): TaskRow[] {
  const { caseId, filing } = state;
  return openTasks(world, state).map(({ id, stepId, role, departmentId, regionCode, assignee, origin }) => {
    const own = (clock: ClockState) => answersFor(stepId, clock);
    const { sortDueOn, sortClock } = earliestDue(world, state, own);
    const serving = servingOf(state, { origin, stepId });
    return {
      caseId,
      taskId: id,
      stepId,
      role,
      departmentId,
      regionCode,
      itemCode: filing.itemCode,
      origin,
      assignee,
      dueKey: sortDueOn ?? 'infinity',
      sortClock,
      ...lightKeys(world, state, own),
      ...serving,
      matters: [...mattersOf(state)],
    };
  });
}

type Serving = Pick<TaskRow, 'serving' | 'servingOn'>;
const notServed: Serving = { serving: null, servingOn: null };

/** What stands at the outlet window: the service of the step that was begun, or the decision that revoked. */
function servingOf(state: CaseState, { origin, stepId }: Pick<TaskRow, 'origin' | 'stepId'>): Serving {
  if (origin === 'revocationService') {
    const serving = { stage: 'revocation', toldSince: null, toldTimes: 0, deemedOn: null } as const;
    return { serving, servingOn: state.revocation?.on ?? null };
  }
  const begun = origin === 'step' ? state.steps.find((step) => step.id === stepId)?.serving : undefined;
  return begun === undefined ? notServed : { serving: listedServing(begun), servingOn: begun.on };
}

/** Who handles a step answers for the step's own clocks and for those of the case as a whole. */
function answersFor(stepId: string, clock: ClockState): boolean {
  switch (clock.kind) {
    case 'notice':
    case 'promisedNotice':
    case 'passing':
    case 'supplement':
    case 'deferral':
    case 'statutory':
    case 'promised':
    case 'delivery':
    case 'afterCheck':
      return true;
    case 'step':
    case 'start':
    case 'promise':
      return clock.stepId === stepId;
  }
  return clock.kind satisfies never;
}
