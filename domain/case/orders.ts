import type { CalendarSnapshot } from '../clock/calendar.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { Actor } from '../people/roles.ts';

/** SHA-256 in hex of a text kept in PostgreSQL: histories carry the digest, never the words. */
export type Digest = string;

/**
 * Every order a person (or the API for them) can give to a case. Dates that may lie in the past are named `heldOn` and `servedOn`;
 * everything else happens when it is ordered. Words and names are digests of texts.
 */
export type Order =
  | { readonly type: 'checkIn'; readonly stepId: string; readonly received: readonly string[] }
  | { readonly type: 'accept'; readonly stepId: string; readonly documentNo: string }
  | {
      readonly type: 'refuseAcceptance';
      readonly stepId: string;
      readonly ground: 'notNeeded' | 'notCompetent';
      readonly competentAgency?: Digest;
      readonly reasons: Digest;
      readonly documentNo: string;
    }
  | { readonly type: 'finishReview'; readonly stepId: string; readonly outcome: string; readonly opinion: Digest }
  | { readonly type: 'requestUntimedStep'; readonly stepId: string; readonly reason: Digest }
  | { readonly type: 'approveUntimedStep'; readonly stepId: string }
  | { readonly type: 'declineUntimedStep'; readonly stepId: string; readonly reason: Digest }
  | {
      readonly type: 'recordNotice';
      readonly stepId: string;
      readonly documentNo: string;
      readonly servedOn: CivilDate;
    }
  | { readonly type: 'startUntimedStep'; readonly stepId: string }
  | {
      readonly type: 'finishExpertReview';
      readonly stepId: string;
      readonly outcome: string;
      readonly opinion: Digest;
      readonly experts: readonly Digest[];
      /** Officials' ids, where an expert is one: none may have handled this case. */
      readonly officials: readonly string[];
    }
  | {
      readonly type: 'finishInspection';
      readonly stepId: string;
      readonly outcome: string;
      readonly heldOn: CivilDate;
      readonly inspectors: readonly string[];
      readonly findings: Digest;
    }
  | {
      readonly type: 'finishHearing';
      readonly stepId: string;
      readonly outcome: string;
      readonly heldOn: CivilDate;
      readonly presider: string;
      readonly record: Digest;
    }
  | {
      readonly type: 'makeDecision';
      readonly stepId: string;
      readonly outcome: 'grant' | 'refuse';
      readonly documentNo: string;
      readonly reasons?: Digest;
      readonly remedy?: Digest;
    }
  | {
      readonly type: 'issueCertificate';
      readonly stepId: string;
      readonly certificateNo: string;
      readonly validFrom: CivilDate;
      readonly validUntil: CivilDate | null;
    }
  | {
      readonly type: 'deliver';
      readonly stepId: string;
      readonly mode: DeliveryMode;
      readonly servedOn: CivilDate;
      readonly recipient?: Digest;
    }
  | { readonly type: 'withdraw'; readonly statement: Digest }
  | { readonly type: 'requestExtension'; readonly count: number; readonly reason: Digest }
  | { readonly type: 'approveExtension'; readonly documentNo: string }
  | { readonly type: 'declineExtension'; readonly reason: Digest }
  | { readonly type: 'changeContact'; readonly contact: Digest; readonly address: Digest; readonly eDelivery: boolean }
  | { readonly type: 'acknowledge'; readonly warningId: string; readonly note?: Digest }
  | { readonly type: 'remind'; readonly stepId: string; readonly note: Digest }
  | { readonly type: 'advanceClock' };

export type OrderType = Order['type'];
export type OrderOf<T extends OrderType> = Extract<Order, { type: T }>;

/** How a document reaches the applicant (送达方式). */
export const deliveryModes = {
  collected: '窗口领取',
  posted: '邮寄',
  electronic: '电子送达',
  left: '留置送达',
} as const;
export type DeliveryMode = keyof typeof deliveryModes;

/** Orders by which one person asks another for an approval. */
export const approvable = ['requestUntimedStep', 'requestExtension'] as const satisfies readonly OrderType[];

/** Orders with the Chinese word shown on screens and in the timeline. */
export const orderTitles = {
  checkIn: '收件',
  accept: '受理',
  refuseAcceptance: '不予受理',
  finishReview: '完成审查',
  requestUntimedStep: '申请启动不计时环节',
  approveUntimedStep: '批准启动不计时环节',
  declineUntimedStep: '不同意启动不计时环节',
  recordNotice: '登记所需时间告知书',
  startUntimedStep: '启动不计时环节',
  finishExpertReview: '完成专家评审',
  finishInspection: '完成现场踏勘',
  finishHearing: '完成听证',
  makeDecision: '作出决定',
  issueCertificate: '制证',
  deliver: '送达',
  withdraw: '撤件',
  requestExtension: '申请延长审批',
  approveExtension: '批准延长审批',
  declineExtension: '不同意延长审批',
  changeContact: '变更联系方式',
  acknowledge: '签收预警',
  remind: '催办',
  advanceClock: '推进演练时钟',
} as const satisfies Record<OrderType, string>;

/** Which fields of each order are free text: the API stores the words under their digest and sends the digest. */
export const textFields = {
  checkIn: [],
  accept: [],
  refuseAcceptance: ['competentAgency', 'reasons'],
  finishReview: ['opinion'],
  requestUntimedStep: ['reason'],
  approveUntimedStep: [],
  declineUntimedStep: ['reason'],
  recordNotice: [],
  startUntimedStep: [],
  finishExpertReview: ['opinion', 'experts'],
  finishInspection: ['findings'],
  finishHearing: ['record'],
  makeDecision: ['reasons', 'remedy'],
  issueCertificate: [],
  deliver: ['recipient'],
  withdraw: ['statement'],
  requestExtension: ['reason'],
  approveExtension: [],
  declineExtension: ['reason'],
  changeContact: ['contact', 'address'],
  acknowledge: ['note'],
  remind: ['note'],
  advanceClock: [],
} as const satisfies Record<OrderType, readonly string[]>;

/** The business clock of demonstrations (演练): real time plus `offset` ms; a case adopts the higher version. */
export interface BusinessClock {
  readonly version: number;
  readonly offset: number;
}

/** What travels to the case: the order, who gave it, when the API received it (ms), and what the API has already applied. */
export interface Submission {
  readonly opId: string;
  readonly order: Order;
  readonly actor: Actor;
  readonly receivedAt: number;
  readonly ackSeq: number;
  readonly ackHash: string;
  readonly rules: number;
  readonly businessClock: BusinessClock;
  /** A newer calendar for the case to adopt, when the API knows one. */
  readonly calendar?: CalendarSnapshot;
}
