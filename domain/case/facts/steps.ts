import type { CivilDate } from '../../clock/civil-date.ts';
import type { Limit } from '../../clock/clock.ts';
import { roles } from '../../people/roles.ts';
import type { Role } from '../../people/roles.ts';
import type { StepKindName } from '../../steps/params.ts';
import type { CaseState, StepState } from '../state.ts';
import { sayLimit } from '../../words/limit.ts';
import { en, sentence, zh } from '../../words/sentence.ts';
import type { Envelope, FactRecord, Telling } from './fact-record.ts';

export interface StepOpened {
  readonly type: 'StepOpened';
  readonly stepId: string;
  readonly on: CivilDate;
  readonly untimed: boolean;
  /** From rules 3 on: what rows and messages would else have to ask the plan for. */
  readonly kind?: StepKindName;
  readonly by?: Role;
  readonly departmentId?: string;
  readonly limit?: Limit | null;
}

export const stepOpened: FactRecord<StepOpened> = {
  title: { zh: '环节开始', en: 'Step opened' },
  reading: ({ stepId, untimed, by, limit }, book) => {
    const step = book.step(stepId);
    return sentence(
      untimed
        ? { zh: zh`进入不计时环节${step}，待申请启动`, en: en`The untimed step ${step} opened and waits for its start` }
        : { zh: zh`进入${step}环节`, en: en`The step ${step} opened` },
      by === undefined ? null : { zh: zh`由${roles[by]}办理`, en: en`for: ${roles[by]}` },
      limit === undefined || limit === null
        ? null
        : { zh: zh`环节时限 ${sayLimit(limit)}`, en: en`limit ${sayLimit(limit)}` },
    );
  },
  derived: true,
  fold: (state, body, fact) => ({ ...state, steps: [...state.steps, openedStep(body, fact)] }),
  tells: { title: { zh: '新到环节', en: 'New step' }, whom: ({ stepId }) => toHandler(stepId) },
};

function openedStep({ stepId, on, untimed, ...opened }: StepOpened, fact: Envelope): StepState {
  const { kind, by, departmentId, limit } = opened;
  return {
    id: stepId,
    openedAt: fact.at,
    openedOn: on,
    phase: untimed ? 'waiting' : null,
    requestedBy: null,
    approvedBy: null,
    notice: null,
    startedOn: null,
    reminders: 0,
    finishedAt: null,
    finishedBy: null,
    outcome: null,
    ...(kind === undefined || by === undefined || departmentId === undefined || limit === undefined
      ? {}
      : { drawn: { kind, by, departmentId, limit } }),
  };
}

export interface StepFinished {
  readonly type: 'StepFinished';
  readonly stepId: string;
  readonly outcome: string;
}

export const stepFinished: FactRecord<StepFinished> = {
  title: { zh: '环节结束', en: 'Step finished' },
  reading: ({ stepId, outcome }, book) => {
    const [step, title] = [book.step(stepId), book.outcome(stepId, outcome)];
    return sentence(
      { zh: zh`${step}环节结束`, en: en`The step ${step} ended` },
      title && { zh: zh`结论：${title}`, en: en`outcome: ${title}` },
    );
  },
  derived: true,
  fold: (state, { stepId, outcome }, fact) =>
    changeStep(state, stepId, { finishedAt: fact.at, finishedBy: fact.actorId, outcome }),
  tells: 'nobody',
};

/** The state with one step changed. */
export function changeStep(state: CaseState, stepId: string, change: Partial<StepState>): CaseState {
  return { ...state, steps: state.steps.map((step) => (step.id === stepId ? { ...step, ...change } : step)) };
}

/** A message about a step to whoever handles it. */
export function toHandler(stepId: string): Telling {
  return { to: ['handler'], stepId, refId: stepId, level: null };
}
