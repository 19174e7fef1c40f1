import type { BusinessClock } from '../business-clock.ts';
import type { CaseResult, Filing } from '../filing.ts';
import type { Digest } from '../marks.ts';
import type { CaseState } from '../state.ts';
import { unchanged } from './fact-record.ts';
import type { Envelope, FactRecord } from './fact-record.ts';

export interface CaseFiled {
  readonly type: 'CaseFiled';
  readonly filing: Filing;
  readonly rules: number;
  readonly clock: BusinessClock;
}

/** The first fact of every case: `newCase` makes the state of it, and there is nothing left to fold. */
export const caseFiled: FactRecord<CaseFiled> = {
  title: { zh: '收件立案', en: 'Case filed' },
  fold: unchanged,
  tells: 'nobody',
};

/** The state of a case after its first fact. */
export function newCase(caseId: string, { filing, rules, clock }: CaseFiled, fact: Envelope): CaseState {
  return {
    caseId,
    rules,
    seq: fact.seq,
    hash: fact.hash,
    last: fact.at,
    recordedUntil: fact.recordedAt,
    status: 'open',
    result: null,
    filing,
    filedAt: fact.at,
    received: filing.materials.filter((material) => material.received).map((material) => material.id),
    acceptedOn: null,
    decidedOn: null,
    decision: null,
    certificateNo: null,
    eDelivery: filing.eDelivery,
    steps: [],
    clocks: [],
    warnings: [],
    extension: null,
    handledBy: [],
    presidedBy: [],
    businessClock: clock,
    calendar: filing.calendar,
    closedAt: null,
  };
}

export interface CaseWithdrawn {
  readonly type: 'CaseWithdrawn';
  readonly statement: Digest;
}

export const caseWithdrawn: FactRecord<CaseWithdrawn> = {
  title: { zh: '撤件', en: 'Withdrawn' },
  fold: unchanged,
  tells: 'nobody',
};

export interface ContactChanged {
  readonly type: 'ContactChanged';
  readonly contact: Digest;
  readonly address: Digest;
  readonly eDelivery: boolean;
}

export const contactChanged: FactRecord<ContactChanged> = {
  title: { zh: '变更联系方式', en: 'Contact changed' },
  fold: (state, body) => ({ ...state, eDelivery: body.eDelivery }),
  tells: 'nobody',
};

export interface CaseClosed {
  readonly type: 'CaseClosed';
  readonly result: CaseResult;
}

export const caseClosed: FactRecord<CaseClosed> = {
  title: { zh: '办结', en: 'Closed' },
  fold: (state, body, fact) => ({ ...state, status: 'closed', result: body.result, closedAt: fact.at }),
  tells: 'nobody',
};
