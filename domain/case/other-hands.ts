import { splitInstance } from '../instance-id.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { PersonId } from './marks.ts';
import { planBinds, plannedStep } from './planned.ts';
import type { CaseState, StepState, World } from './state.ts';

interface Where {
  readonly world: World;
  readonly state: CaseState;
}

/** The steps that were done and whose people the flow keeps from this one. */
function doneByOthers({ world, state }: Where, step: StepState): readonly StepState[] {
  const { otherThan = [] } = planBinds(state) ? plannedStep(world, step.id) : {};
  return state.steps.filter(({ id, finishedBy }) => finishedBy !== null && otherThan.includes(splitInstance(id).id));
}

/** Who may not do a step, because they did one that it must be done by others than. */
export function keptFrom(where: Where, step: StepState): readonly PersonId[] {
  return doneByOthers(where, step).flatMap(({ finishedBy }) => finishedBy ?? []);
}

/** Refuses somebody a step that must be done by others than they. */
export function sameHand(where: Where, step: StepState, personId: PersonId): Rejection | null {
  const done = doneByOthers(where, step).find(({ finishedBy }) => finishedBy === personId);
  if (done === undefined) return null;
  const detail = `expected ${step.id} to be done by another person than ${done.id}, but it is the same one`;
  return reject('same-hand', detail, { steps: [done.id], people: [personId] });
}
