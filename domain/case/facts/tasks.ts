import type { Digest, PersonId } from '../marks.ts';
import type { CaseState } from '../state.ts';
import type { WordBook } from '../../words/book.ts';
import type { Said } from '../../words/said.ts';
import { en, labels, quoting, sentence, zh } from '../../words/sentence.ts';
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
  reading: ({ stepId }, book) => {
    const step = book.step(stepId);
    return sentence({ zh: zh`认领${step}的待办`, en: en`Claimed the task of ${step}` });
  },
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
  reading: ({ stepId, reason }, book) => {
    const step = book.step(stepId);
    const head = { zh: zh`将${step}退回待认领`, en: en`Gave the task of ${step} back to be claimed` };
    return sentence(head, quoting(labels.reason, book.words(reason)));
  },
  fold: (state, { stepId }) => assigned(state, stepId, null),
  tells: { title: { zh: '待认领', en: 'To be claimed' }, whom: ({ stepId }) => toHandler(stepId) },
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
  // From whom it goes is not said: who gave the act stands before it.
  reading: ({ stepId, to, reason }, book) => {
    const step = book.step(stepId);
    const head = {
      zh: zh`将${step}转办给${book.person(to)}`,
      en: en`Handed the task of ${step} over to ${book.person(to)}`,
    };
    return sentence(head, quoting(labels.reason, book.words(reason)));
  },
  fold: (state, { stepId, to }) => assigned(state, stepId, to),
  tells: { title: { zh: '转办给您', en: 'Handed over to you' }, whom: ({ stepId, to }) => toPeople(stepId, [to]) },
};

export interface TaskReassigned extends Moved {
  readonly type: 'TaskReassigned';
}

/** Both are told: who has it now, and who had it. */
export const taskReassigned: FactRecord<TaskReassigned> = {
  title: { zh: '改派', en: 'Task reassigned' },
  reading: ({ stepId, from, to, reason }, book) => {
    const step = book.step(stepId);
    const head = {
      zh: zh`将${step}${fromWhom(from, book)}改派给${book.person(to)}`,
      en: en`Reassigned the task of ${step}${fromWhom(from, book)} to ${book.person(to)}`,
    };
    return sentence(head, quoting(labels.reason, book.words(reason)));
  },
  fold: (state, { stepId, to }) => assigned(state, stepId, to),
  tells: {
    title: { zh: '改派', en: 'Reassigned' },
    whom: ({ stepId, from, to }) => toPeople(stepId, from === null ? [to] : [to, from]),
  },
};

function fromWhom(from: PersonId | null, book: WordBook): Said {
  if (from === null) return { zh: '', en: '' };
  const person = book.person(from);
  return { zh: zh`由${person}`, en: en` from ${person}` };
}

function assigned(state: CaseState, stepId: string, assignee: string | null): CaseState {
  return changeStep(state, stepId, { assignee });
}

function toPeople(stepId: string, people: readonly PersonId[]): Telling {
  return { to: people.map((person) => ({ person })), stepId, refId: stepId, level: null };
}
