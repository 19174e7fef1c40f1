import type { CivilDate } from '../../clock/civil-date.ts';
import type { Level } from '../../flow/definition.ts';
import type { Told } from '../../people/recipients.ts';
import type { Digest } from '../marks.ts';
import type { AcknowledgedAs } from '../state.ts';
import { changeClock } from './clocks.ts';
import { changeStep, toHandler } from './steps.ts';
import { unchanged } from './fact-record.ts';
import type { FactRecord } from './fact-record.ts';

export interface WarningRaised {
  readonly type: 'WarningRaised';
  readonly warningId: string;
  readonly clock: string;
  readonly epoch: number;
  readonly rung: string;
  readonly level: Level;
  readonly to: readonly Told[];
  /** The civil day of the rung; the fact's `at` is its 00:00+08:00. */
  readonly on: CivilDate;
  readonly dueOn: CivilDate | null;
  /** Lower rungs that were already behind the clock when it started: not raised, never raised later. */
  readonly passedOver: readonly string[];
}

/** From these rules on a case remembers whom each warning was for. */
const remembersTold = 3;

export const warningRaised: FactRecord<WarningRaised> = {
  title: { zh: '发出预警', en: 'Warning raised' },
  fold: (state, { warningId: id, clock, rung, level, to, passedOver }) => {
    const fired = changeClock(state, clock, (running) => ({ fired: [...running.fired, rung, ...passedOver] }));
    const told = state.rules >= remembersTold ? { to } : {};
    return { ...fired, warnings: [...state.warnings, { id, clock, rung, level, acknowledgedBy: null, ...told }] };
  },
  tells: {
    title: { zh: '预警', en: 'Warning' },
    sentence: { zh: '{level}：{clock}。', en: '{level}: {clock}.' },
    whom: ({ to, warningId, level }) => ({ to, stepId: null, refId: warningId, level }),
  },
};

export interface WarningAcknowledged {
  readonly type: 'WarningAcknowledged';
  readonly warningId: string;
  readonly note: Digest | null;
  /** Absent before rules 3: those closed the card. */
  readonly as?: AcknowledgedAs;
}

export const warningAcknowledged: FactRecord<WarningAcknowledged> = {
  title: { zh: '签收预警', en: 'Warning acknowledged' },
  fold: (state, { warningId, as }, { actorId }) => ({
    ...state,
    warnings: state.warnings.map((warning) => {
      if (warning.id !== warningId) return warning;
      if (as !== 'self') return { ...warning, acknowledgedBy: actorId, ...(as === undefined ? {} : { as }) };
      return { ...warning, seenBy: [...(warning.seenBy ?? []), ...(actorId === null ? [] : [actorId])] };
    }),
  }),
  tells: 'nobody',
};

export interface Reminded {
  readonly type: 'Reminded';
  readonly stepId: string;
  readonly note: Digest;
}

export const reminded: FactRecord<Reminded> = {
  title: { zh: '催办', en: 'Reminded' },
  fold: (state, { stepId }) => {
    const step = state.steps.find(({ id }) => id === stepId);
    return changeStep(state, stepId, { reminders: (step?.reminders ?? 0) + 1 });
  },
  tells: {
    title: { zh: '催办', en: 'Reminder' },
    sentence: { zh: '{actor}催办“{step}”。', en: '{actor} reminds of “{step}”.' },
    whom: ({ stepId }) => toHandler(stepId),
  },
};

/** Findings (违规疑点): lawful but to be looked at (domain.md 6.3 V1). */
export const findingCodes = {
  'stopped-on-last-day': '临期挂起：在时限最后一个工作日停表',
  'stopped-after-due': '超期后停表：停表不能消除超期',
} as const;
export type FindingCode = keyof typeof findingCodes;

export interface FindingRecorded {
  readonly type: 'FindingRecorded';
  readonly code: FindingCode;
  readonly stepId: string | null;
  readonly clock: string | null;
}

export const findingRecorded: FactRecord<FindingRecorded> = {
  title: { zh: '记录违规疑点', en: 'Finding recorded' },
  fold: unchanged,
  tells: 'nobody',
};
