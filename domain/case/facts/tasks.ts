import type { Digest, PersonId } from '../marks.ts';
import type { CaseState } from '../state.ts';
import type { FactRecord, Telling } from './fact-record.ts';
import { changeStep, toHandler } from './steps.ts';

/** A task is named by its id: that of its step, while a step has one task only. */
export interface TaskClaimed {
  readonly type: 'TaskClaimed';
  readonly stepId: string;
  readonly taskId: string;
}

export const taskClaimed: FactRecord<TaskClaimed> = {
  title: { zh: '认领', en: 'Task claimed' },
  fold: (state, { stepId }, { actorId }) => assigned(state, stepId, actorId),
  tells: 'nobody',
};

export interface TaskReleased {
  readonly type: 'TaskReleased';
  readonly stepId: string;
  readonly taskId: string;
  readonly reason: Digest;
}

export const taskReleased: FactRecord<TaskReleased> = {
  title: { zh: '退回待认领', en: 'Task given back' },
  fold: (state, { stepId }) => assigned(state, stepId, null),
  tells: {
    title: { zh: '待认领', en: 'To be claimed' },
    sentence: { zh: '{actor}把“{step}”退回待认领。', en: '{actor} has given “{step}” back: it can be claimed.' },
    whom: ({ stepId }) => toHandler(stepId),
  },
};

/** Who had it, and who has it now. */
interface Moved {
  readonly stepId: string;
  readonly taskId: string;
  readonly from: PersonId | null;
  readonly to: PersonId;
  readonly reason: Digest;
}

export interface TaskHandedOver extends Moved {
  readonly type: 'TaskHandedOver';
}

export const taskHandedOver: FactRecord<TaskHandedOver> = {
  title: { zh: '转办', en: 'Task handed over' },
  fold: (state, { stepId, to }) => assigned(state, stepId, to),
  tells: {
    title: { zh: '转办给您', en: 'Handed over to you' },
    sentence: { zh: '{actor}把“{step}”转办给{to}。', en: '{actor} has handed “{step}” over to {to}.' },
    whom: ({ stepId, to }) => toPeople(stepId, [to]),
  },
};

export interface TaskReassigned extends Moved {
  readonly type: 'TaskReassigned';
}

/** Both are told: who has it now, and who had it. */
export const taskReassigned: FactRecord<TaskReassigned> = {
  title: { zh: '改派', en: 'Task reassigned' },
  fold: (state, { stepId, to }) => assigned(state, stepId, to),
  tells: {
    title: { zh: '改派', en: 'Reassigned' },
    sentence: { zh: '{actor}把“{step}”改派给{to}。', en: '{actor} has reassigned “{step}” to {to}.' },
    whom: ({ stepId, from, to }) => toPeople(stepId, from === null ? [to] : [to, from]),
  },
};

function assigned(state: CaseState, stepId: string, assignee: string | null): CaseState {
  return changeStep(state, stepId, { assignee });
}

function toPeople(stepId: string, people: readonly PersonId[]): Telling {
  return { to: people.map((person) => ({ person })), stepId, refId: stepId, level: null };
}
