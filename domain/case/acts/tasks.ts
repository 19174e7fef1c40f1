import type { Naming } from '../../people/directory.ts';
import { reject } from '../../rejection.ts';
import type { Rejection } from '../../rejection.ts';
import { only } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { Digest, PersonId } from '../marks.ts';
import { keptFrom, sameHand } from '../other-hands.ts';
import { anyPhase } from './act.ts';
import type { Act } from './act.ts';

export interface ClaimTask {
  readonly type: 'claimTask';
  readonly stepId: string;
}

/** Takes a task that nobody holds: from then on it is one person's. */
export const claimTask: Act<ClaimTask> = {
  title: { zh: '认领', en: 'Claim' },
  texts: {},
  people: {},
  holder: 'handler',
  place: { phases: anyPhase },
  guard(desk, step) {
    if ((step?.assignee ?? null) !== null) {
      const about = { people: [step?.assignee ?? []].flat() };
      return reject('task-held', 'expected a task that nobody holds, but it is claimed already', about);
    }
    if (step?.passing?.stage === 'passed')
      return reject('already-passed', 'expected a step that is the window’s, but its materials wait for a signature');
    return step && sameHand(desk, step, desk.actor.id);
  },
  decide: (draft, { stepId }) => only(draft, { type: 'TaskClaimed', stepId, taskId: stepId }),
};

export interface ReleaseTask {
  readonly type: 'releaseTask';
  readonly stepId: string;
  readonly reason: Digest;
}

/** Gives a task back to all who hold its post. */
export const releaseTask: Act<ReleaseTask> = {
  title: { zh: '退回待认领', en: 'Give back' },
  texts: { reason: 'words' },
  people: {},
  holder: 'handler',
  place: { phases: anyPhase },
  guard: ({ actor }, step) =>
    step?.assignee === actor.id ? null : reject('task-not-held', 'expected a task that you hold, but you hold it not'),
  decide: (draft, { stepId, reason }) => only(draft, { type: 'TaskReleased', stepId, taskId: stepId, reason }),
};

export interface HandOverTask {
  readonly type: 'handOverTask';
  readonly stepId: string;
  readonly to: PersonId;
  readonly reason: Digest;
}

/** To a named person who holds the post. */
export const handOverTask: Act<HandOverTask> = {
  title: { zh: '转办', en: 'Hand over' },
  texts: { reason: 'words' },
  people: { to: { roles: 'handler', recused: (where) => [where.actorId, ...recusedFrom(where)] } },
  holder: 'handler',
  place: { phases: anyPhase },
  decide: (draft, { stepId, to, reason }, { actor }) => {
    if (to === actor.id)
      return reject('task-same-person', 'expected somebody else to take the task, but it is yourself', {
        people: [to],
      });
    return moved(draft, 'TaskHandedOver', { stepId, to, reason });
  },
};

export interface ReassignTask {
  readonly type: 'reassignTask';
  readonly stepId: string;
  readonly to: PersonId;
  readonly reason: Digest;
}

/** By the chief of the section, also against the will of who holds it. */
export const reassignTask: Act<ReassignTask> = {
  title: { zh: '改派', en: 'Reassign' },
  texts: { reason: 'words' },
  people: { to: { roles: 'handler', recused: recusedFrom } },
  holder: ['sectionChief'],
  place: { phases: anyPhase },
  decide: (draft, { stepId, to, reason }) => moved(draft, 'TaskReassigned', { stepId, to, reason }),
};

/** Who has the task already, and who did what it must be done by others than. */
function recusedFrom(where: Naming): readonly PersonId[] {
  const { step } = where;
  return [...[step.assignee ?? []].flat(), ...keptFrom(where, step)];
}

function moved(
  draft: Draft,
  type: 'TaskHandedOver' | 'TaskReassigned',
  { stepId, to, reason }: { stepId: string; to: PersonId; reason: Digest },
): Rejection | null {
  const step = draft.state.steps.find(({ id }) => id === stepId);
  const from = step?.assignee ?? null;
  const refusal = step && sameHand(draft, step, to);
  if (refusal) return refusal;
  if (from === to) {
    const about = { people: [to] };
    return reject('task-same-person', 'expected another person, but this one holds the task already', about);
  }
  return only(draft, { type, stepId, taskId: stepId, from, to, reason });
}
