import { civilDateOf } from '../../clock/civil-date.ts';
import type { CivilDate } from '../../clock/civil-date.ts';
import type { Digest } from '../marks.ts';
import type { CaseState } from '../state.ts';
import { sayDay } from '../../words/day.ts';
import { en, labels, numbered, quoting, sentence, zh } from '../../words/sentence.ts';
import type { FactRecord, Telling } from './fact-record.ts';
import { changeStep } from './steps.ts';

export interface UntimedStepRequested {
  readonly type: 'UntimedStepRequested';
  readonly stepId: string;
  readonly reason: Digest;
}

export const untimedStepRequested: FactRecord<UntimedStepRequested> = {
  title: { zh: '申请启动特别程序', en: 'Untimed step requested' },
  reading: ({ stepId, reason }, book) => {
    const step = book.step(stepId);
    const head = { zh: zh`申请启动${step}`, en: en`Asked to start ${step}` };
    return sentence(head, quoting(labels.reason, book.words(reason)));
  },
  fold: (state, { stepId }, fact) => changeStep(state, stepId, { phase: 'requested', requestedBy: fact.actorId }),
  tells: {
    title: { zh: '待批：启动特别程序', en: 'To approve: start of an untimed step' },
    whom: ({ stepId }, { plan }) => {
      const approver = plan.steps.find((step) => step.id === stepId)?.untimed?.approvedBy;
      return { to: approver === undefined ? [] : [approver], stepId, refId: stepId, level: null };
    },
  },
};

export interface UntimedStepApproved {
  readonly type: 'UntimedStepApproved';
  readonly stepId: string;
}

/** From these rules on a step remembers the day its start was approved: the notice tells of an approval that is there. */
const remembersApproval = 4;

export const untimedStepApproved: FactRecord<UntimedStepApproved> = {
  title: { zh: '批准启动特别程序', en: 'Untimed step approved' },
  reading: ({ stepId }, book) => {
    const step = book.step(stepId);
    return sentence({ zh: zh`批准启动${step}`, en: en`Approved the start of ${step}` });
  },
  fold: (state, { stepId }, { actorId, at }) =>
    changeStep(state, stepId, {
      phase: 'approved',
      approvedBy: actorId,
      ...(state.rules >= remembersApproval && { approvedOn: civilDateOf(at) }),
    }),
  tells: {
    title: { zh: '已批准：启动特别程序', en: 'Approved: start of an untimed step' },
    whom: ({ stepId }, _world, state) => toAsker(state, stepId),
  },
};

export interface UntimedStepDeclined {
  readonly type: 'UntimedStepDeclined';
  readonly stepId: string;
  readonly reason: Digest;
  /** Who had asked, from rules 3 on: the answer goes to them. */
  readonly requestedBy?: string | null;
}

export const untimedStepDeclined: FactRecord<UntimedStepDeclined> = {
  title: { zh: '不予批准启动特别程序', en: 'Untimed step declined' },
  reading: ({ stepId, reason }, book) => {
    const step = book.step(stepId);
    const head = { zh: zh`不予批准启动${step}`, en: en`Declined the start of ${step}` };
    return sentence(head, quoting(labels.reason, book.words(reason)));
  },
  fold: (state, { stepId }) => changeStep(state, stepId, { phase: 'waiting', requestedBy: null }),
  tells: {
    title: { zh: '未同意：启动特别程序', en: 'Declined: start of an untimed step' },
    whom: ({ stepId, requestedBy }) => ({
      to: requestedBy === undefined || requestedBy === null ? ['handler'] : [{ person: requestedBy }],
      stepId,
      refId: stepId,
      level: null,
    }),
  },
};

function toAsker(state: CaseState, stepId: string): Telling {
  const asker = state.steps.find((step) => step.id === stepId)?.requestedBy ?? null;
  return { to: asker === null ? ['handler'] : [{ person: asker }], stepId, refId: stepId, level: null };
}

export interface NoticeRecorded {
  readonly type: 'NoticeRecorded';
  readonly stepId: string;
  readonly documentNo: string;
  readonly servedOn: CivilDate;
}

export const noticeRecorded: FactRecord<NoticeRecorded> = {
  title: { zh: '告知所需时间', en: 'Notice of time needed recorded' },
  reading: ({ stepId, documentNo, servedOn }, book) => {
    const [step, day] = [book.step(stepId), sayDay(servedOn)];
    const head = {
      zh: zh`登记${step}的特别程序所需时间告知书，${day}告知申请人`,
      en: en`Recorded the notice of the time that ${step} needs, served on the applicant on ${day}`,
    };
    return sentence(head, numbered(documentNo));
  },
  fold: (state, { stepId, documentNo, servedOn }) => changeStep(state, stepId, { notice: { documentNo, servedOn } }),
  tells: 'nobody',
};

export interface UntimedStepStarted {
  readonly type: 'UntimedStepStarted';
  readonly stepId: string;
  readonly on: CivilDate;
}

export const untimedStepStarted: FactRecord<UntimedStepStarted> = {
  title: { zh: '启动特别程序', en: 'Untimed step started' },
  reading: ({ stepId, on }, book) => {
    const [step, day] = [book.step(stepId), sayDay(on)];
    return sentence({ zh: zh`${day}启动${step}`, en: en`Started ${step} on ${day}` });
  },
  fold: (state, { stepId, on }) => changeStep(state, stepId, { phase: 'running', startedOn: on }),
  tells: 'nobody',
};
