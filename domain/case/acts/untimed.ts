import type { CivilDate } from '../../clock/civil-date.ts';
import { clockId } from '../../instance-id.ts';
import { reject } from '../../rejection.ts';
import { endClock, startClock, stopClock } from '../clock-acts.ts';
import { withinHorizonOr } from '../clocks.ts';
import { only, record, today } from '../draft.ts';
import type { Digest } from '../marks.ts';
import { plannedStep } from '../planned.ts';
import type { Act } from './act.ts';

export interface RequestUntimedStep {
  readonly type: 'requestUntimedStep';
  readonly stepId: string;
  readonly reason: Digest;
}

/** Asks for the start of an untimed step. */
export const requestUntimedStep: Act<RequestUntimedStep> = {
  title: { zh: '申请启动特别程序', en: 'Request the untimed step' },
  texts: { reason: 'words' },
  people: {},
  holder: 'handler',
  place: { phases: ['waiting'] },
  decide: (draft, { stepId, reason }) => only(draft, { type: 'UntimedStepRequested', stepId, reason }),
};

export interface ApproveUntimedStep {
  readonly type: 'approveUntimedStep';
  readonly stepId: string;
}

/** Who approves a stop did not ask for it (domain.md 9.4). */
export const approveUntimedStep: Act<ApproveUntimedStep> = {
  title: { zh: '批准启动特别程序', en: 'Approve the untimed step' },
  texts: {},
  people: {},
  holder: 'untimedApprover',
  place: { phases: ['requested'] },
  guard: ({ actor }, step) =>
    step?.requestedBy === actor.id
      ? reject('four-eyes', 'expected approval by somebody else, but the same person asked for it', {
          people: [actor.id],
        })
      : null,
  decide: (draft, { stepId }) => only(draft, { type: 'UntimedStepApproved', stepId }),
};

export interface DeclineUntimedStep {
  readonly type: 'declineUntimedStep';
  readonly stepId: string;
  readonly reason: Digest;
}

/** From these rules on the answer says who had asked. */
const answersAsker = 3;

export const declineUntimedStep: Act<DeclineUntimedStep> = {
  title: { zh: '不予批准启动特别程序', en: 'Decline the untimed step' },
  texts: { reason: 'words' },
  people: {},
  holder: 'untimedApprover',
  place: { phases: ['requested'] },
  decide(draft, { stepId, reason }) {
    const asked = draft.state.steps.find((step) => step.id === stepId)?.requestedBy ?? null;
    const requestedBy = draft.state.rules >= answersAsker ? { requestedBy: asked } : {};
    return only(draft, { type: 'UntimedStepDeclined', stepId, reason, ...requestedBy });
  },
};

export interface RecordNotice {
  readonly type: 'recordNotice';
  readonly stepId: string;
  readonly documentNo: string;
  readonly servedOn: CivilDate;
}

/** A written notice tells of a start that is approved: not before the approval, and not in the future. */
export const recordNotice: Act<RecordNotice> = {
  title: { zh: '告知所需时间', en: 'Record the notice of time needed' },
  texts: {},
  people: {},
  holder: 'handler',
  place: { phases: ['approved'] },
  decide(draft, { stepId, documentNo, servedOn }) {
    const step = draft.state.steps.find(({ id }) => id === stepId);
    const from = step?.approvedOn ?? step?.openedOn ?? today(draft);
    if (servedOn < from || servedOn > today(draft)) {
      return reject('notice-day-invalid', `expected a day from ${from} to ${today(draft)}, but got ${servedOn}`);
    }
    return only(draft, { type: 'NoticeRecorded', stepId, documentNo, servedOn });
  },
};

export interface StartUntimedStep {
  readonly type: 'startUntimedStep';
  readonly stepId: string;
}

/** From these rules on nothing is started whose promise ends past the horizon of the calendar. */
const keepsHorizon = 4;

/** Its own promise runs, the clocks its basis allows stop (from today, never retroactively). */
export const startUntimedStep: Act<StartUntimedStep> = {
  title: { zh: '启动特别程序', en: 'Start the untimed step' },
  texts: {},
  people: {},
  holder: 'handler',
  place: { phases: ['approved'] },
  guard: (_desk, step) =>
    step?.notice === null
      ? reject('notice-required', 'expected the written notice of the time needed (XKF 45), but none is recorded', {
          steps: [step.id],
        })
      : null,
  decide(draft, { stepId }) {
    const { untimed } = plannedStep(draft.world, stepId);
    if (!untimed) return reject('step-not-untimed', `expected an untimed step, but ${stepId} is timed`);
    const on = today(draft);
    const promise = { startedOn: on, limit: untimed.promise, extension: 0, stops: [] };
    const refusal = draft.state.rules >= keepsHorizon ? withinHorizonOr(draft.world, promise) : null;
    if (refusal) return refusal;
    record(draft, { type: 'UntimedStepStarted', stepId, on });
    endClock(draft, clockId('start', stepId), on);
    for (const id of untimed.stops) stopClock(draft, id, { stepId, from: on });
    const id = clockId('promise', stepId);
    startClock(draft, { id, kind: 'promise', stepId, limit: untimed.promise, startedOn: on });
    return null;
  },
};
