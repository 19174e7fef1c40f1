import type { BusinessClock } from '../business-clock.ts';
import { caseResults, channels } from '../filing.ts';
import type { CaseResult, Filing } from '../filing.ts';
import type { Digest } from '../marks.ts';
import type { CaseState } from '../state.ts';
import type { CivilDate } from '../../clock/civil-date.ts';
import { sayDay } from '../../words/day.ts';
import type { Said } from '../../words/said.ts';
import { en, labels, received, quoting, sentence, zh } from '../../words/sentence.ts';
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
  title: { zh: '收件登记', en: 'Case filed' },
  reading: ({ filing }, book) => {
    const [channel, day] = [channels[filing.channel], sayDay(filing.receivedOn)];
    const materials = filing.materials.filter((one) => one.received).map(({ id }) => book.material(id));
    return sentence(
      { zh: zh`${channel}收件，收到申请日期为${day}`, en: en`Took in an application received ${channel} on ${day}` },
      { zh: zh`办件编号：${filing.caseNo}`, en: en`case No. ${filing.caseNo}` },
      filing.queueNo === undefined ? null : { zh: zh`排队号：${filing.queueNo}`, en: en`queue No. ${filing.queueNo}` },
      filing.countsFrom === undefined ? null : afterHours(filing.countsFrom),
      received(materials),
      filing.despite === undefined
        ? null
        : {
            zh: zh`申请人此前已提交内容相同的申请（办件编号：${filing.despite}），经确认另行收件`,
            en: en`filed again knowing of the same application, case No. ${filing.despite}`,
          },
      quoting({ zh: '补录依据', en: 'evidence of the late entry' }, book.words(filing.evidence ?? null)),
    );
  },
  fold: unchanged,
  tells: 'nobody',
};

function afterHours(countsFrom: CivilDate): Said {
  const day = sayDay(countsFrom);
  return { zh: zh`办公时间以外提交，自${day}起计算`, en: en`after office hours: it counts from ${day}` };
}

/** From these rules on a case remembers under which rules it was filed: what its plan says beyond older ones binds it. */
const remembersFiling = 4;

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
    ...(rules >= remembersFiling && { filedUnder: rules }),
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
  reading: ({ statement }, book) =>
    sentence(
      { zh: '申请人撤件', en: 'The applicant withdrew the application' },
      quoting(labels.statement, book.words(statement)),
    ),
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
  reading: ({ address, eDelivery }, book) =>
    sentence(
      { zh: '变更联系方式和送达地址', en: 'Changed the contact and the address for delivery' },
      quoting({ zh: '送达地址', en: 'address' }, book.words(address)),
      eDelivery
        ? { zh: '同意电子送达', en: 'electronic delivery agreed to' }
        : { zh: '未同意电子送达', en: 'electronic delivery not agreed to' },
    ),
  fold: (state, body) => ({ ...state, eDelivery: body.eDelivery }),
  tells: 'nobody',
};

export interface CaseClosed {
  readonly type: 'CaseClosed';
  readonly result: CaseResult;
}

export const caseClosed: FactRecord<CaseClosed> = {
  title: { zh: '办结', en: 'Closed' },
  reading: ({ result }) => {
    const word = caseResults[result];
    return sentence({ zh: zh`办件办结，办结结果：${word}`, en: en`The case was closed: ${word}` });
  },
  derived: true,
  fold: (state, body, fact) => ({ ...state, status: 'closed', result: body.result, closedAt: fact.at }),
  tells: 'nobody',
};
