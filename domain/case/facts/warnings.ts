import type { CivilDate } from '../../clock/civil-date.ts';
import { levels } from '../../flow/definition.ts';
import type { Level } from '../../flow/definition.ts';
import { roles } from '../../people/roles.ts';
import type { Said } from '../../words/said.ts';
import type { Told } from '../../people/recipients.ts';
import type { Digest } from '../marks.ts';
import type { Shares } from '../passed.ts';
import type { AcknowledgedAs } from '../state.ts';
import { sayDay } from '../../words/day.ts';
import { sayShares } from '../../words/shares.ts';
import { en, listed, quoting, sentence, zh } from '../../words/sentence.ts';
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
  /** Whose days they were, where window and department share the time to answer. */
  readonly shares?: Shares;
  /** Lower rungs that were already behind the clock when it started: not raised, never raised later. */
  readonly passedOver: readonly string[];
}

/** From these rules on a case remembers whom each warning was for. */
const remembersTold = 3;

export const warningRaised: FactRecord<WarningRaised> = {
  title: { zh: '发出预警', en: 'Warning raised' },
  reading: ({ clock, level, to, dueOn, shares }, book) => {
    const [title, word] = [book.clock(clock), levels[level]];
    const told = listed(to.map((one) => (typeof one === 'string' ? roles[one] : book.person(one.person))));
    const day = dueOn === null ? null : sayDay(dueOn);
    return sentence(
      { zh: zh`${title}发出${word}预警`, en: en`Warning “${word}” of ${title}` },
      day && { zh: zh`截止日期为${day}`, en: en`due on ${day}` },
      sayShares(shares),
      to.length === 0 ? null : { zh: zh`告知${told}`, en: en`told: ${told}` },
    );
  },
  derived: true,
  byTime: true,
  fold: (state, { warningId: id, clock, rung, level, to, passedOver }) => {
    const fired = changeClock(state, clock, (running) => ({ fired: [...running.fired, rung, ...passedOver] }));
    const told = state.rules >= remembersTold ? { to } : {};
    return { ...fired, warnings: [...state.warnings, { id, clock, rung, level, acknowledgedBy: null, ...told }] };
  },
  tells: {
    title: { zh: '预警', en: 'Warning' },
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

/** A warning that its clock had not earned: by the day it truly ended, the clock was in time. It stays to be seen and counts no more. */
export interface WarningAnnulled {
  readonly type: 'WarningAnnulled';
  readonly warningId: string;
  readonly clock: string;
  /** The civil day on which the clock ended, before that of the warning. */
  readonly endedOn: CivilDate;
}

export const warningAnnulled: FactRecord<WarningAnnulled> = {
  title: { zh: '撤销预警', en: 'Warning annulled' },
  reading: ({ warningId, clock, endedOn }, book) => {
    const [warning, title, day] = [book.warning(warningId), book.clock(clock), sayDay(endedOn)];
    return sentence(
      { zh: zh`撤销${warning}`, en: en`Annulled ${warning}` },
      { zh: zh`${title}已于${day}结束，当时尚未到预警日期`, en: en`${title} had ended on ${day}, before its day` },
    );
  },
  derived: true,
  fold: (state, { warningId }) => ({
    ...state,
    warnings: state.warnings.map((warning) => (warning.id === warningId ? { ...warning, annulled: true } : warning)),
  }),
  tells: {
    title: { zh: '撤销预警', en: 'Warning annulled' },
    whom: ({ warningId }, _world, { warnings }) => {
      const told = warnings.find(({ id }) => id === warningId)?.to ?? [];
      return { to: told, stepId: null, refId: warningId, level: null };
    },
  },
};

const capacities = {
  self: { zh: '本人', en: ' for oneself' },
  responsible: { zh: '责任人', en: ' as the person responsible' },
  supervisor: { zh: '督查', en: ' as a supervisor' },
} as const satisfies Readonly<Record<AcknowledgedAs, Said>>;

export const warningAcknowledged: FactRecord<WarningAcknowledged> = {
  title: { zh: '签收预警', en: 'Warning acknowledged' },
  reading: ({ warningId, note, as }, book) => {
    const warning = book.warning(warningId);
    const capacity = as === undefined ? { zh: '', en: '' } : capacities[as];
    const head = { zh: zh`${capacity}签收${warning}`, en: en`Acknowledged ${warning}${capacity}` };
    return sentence(head, quoting({ zh: '说明', en: 'note' }, book.words(note)));
  },
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
  reading: ({ stepId, note }, book) => {
    const step = book.step(stepId);
    const head = { zh: zh`催办${step}环节`, en: en`Reminded of the step ${step}` };
    return sentence(head, quoting({ zh: '催办内容', en: 'note' }, book.words(note)));
  },
  fold: (state, { stepId }) => {
    const step = state.steps.find(({ id }) => id === stepId);
    return changeStep(state, stepId, { reminders: (step?.reminders ?? 0) + 1 });
  },
  tells: { title: { zh: '催办', en: 'Reminder' }, whom: ({ stepId }) => toHandler(stepId) },
};

/** Findings (违规疑点): lawful but to be looked at (domain.md 6.3 V1). */
export const findingCodes = {
  'stopped-on-last-day': {
    zh: '临期挂起，在时限最后一个工作日暂停计时',
    en: 'stopped on the last working day of the limit',
  },
  'stopped-after-due': {
    zh: '超期后暂停计时，不能消除超期',
    en: 'stopped after the due date, which undoes no overrun',
  },
  'received-late': {
    zh: '收件迟于下一个工作日补录',
    en: 'receipt entered later than on the next working day',
  },
  'accepted-late': {
    zh: '视为受理后才出具受理通知书',
    en: 'notice of acceptance issued after acceptance by silence',
  },
  'granted-against-opinion': {
    zh: '未采纳不利结论而准予许可',
    en: 'granted against a negative opinion',
  },
  'undertaking-untrue': {
    zh: '申请人的承诺经核查不实；已准予许可的，撤销许可另案办理',
    en: 'the undertaking of the applicant was untrue; revoking a permit is a matter of its own',
  },
  'entered-late': {
    zh: '补录，期限届满或预警发出后才登记此前已完成的办理',
    en: 'entered after its limit or a warning what had been done before',
  },
} as const satisfies Readonly<Record<string, Said>>;
export type FindingCode = keyof typeof findingCodes;

export interface FindingRecorded {
  readonly type: 'FindingRecorded';
  readonly code: FindingCode;
  readonly stepId: string | null;
  readonly clock: string | null;
}

export const findingRecorded: FactRecord<FindingRecorded> = {
  title: { zh: '记录违规疑点', en: 'Finding recorded' },
  reading: ({ code, stepId, clock }, book) => {
    const about = listed([
      ...(clock === null ? [] : [book.clock(clock)]),
      ...(stepId === null ? [] : [book.step(stepId)]),
    ]);
    return sentence(
      { zh: zh`记录违规疑点：${findingCodes[code]}`, en: en`Recorded a finding: ${findingCodes[code]}` },
      about.zh === '' ? null : { zh: zh`涉及${about}`, en: en`about ${about}` },
    );
  },
  derived: true,
  fold: unchanged,
  tells: {
    title: { zh: '违规疑点', en: 'Finding' },
    whom: ({ code, stepId }, _world, { caseId }) => ({
      to: toldToSupervisors.includes(code) ? ['supervisor'] : [],
      stepId,
      refId: stepId ?? caseId,
      level: null,
    }),
  },
};

/** Findings that have no clock, and so no warning that would tell of them. */
const toldToSupervisors: readonly FindingCode[] = ['received-late', 'granted-against-opinion', 'undertaking-untrue'];
