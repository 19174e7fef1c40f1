import type { LimitUnit } from '../clock/clock.ts';
import type { RungAt } from '../clock/rungs.ts';
import type { Role } from '../people/roles.ts';
import type { StepKindName, StepParams } from '../steps/params.ts';
import type { Said } from '../words/said.ts';

/** A limit of the case as published: the number, its unit, the provision, and where the unit comes from (domain.md D9-D11). */
export interface LimitRule {
  readonly count: number;
  readonly unit: LimitUnit;
  /** Provision that sets the limit, such as "行政许可法第四十二条". */
  readonly basis: string;
  /** Where the unit comes from: the law's text, the 实施清单, or our assumption (then `assumption` is true). */
  readonly unitFrom: string;
  readonly assumption?: boolean;
}

/** How long the applicant has for what is still to come. */
export interface SupplyRule extends LimitRule {
  /** The provision by which an application counts as withdrawn that is not supplied in time; absent: nothing but an answer follows. */
  readonly lapse?: string;
}

/** Other events than the acceptance that a law lets a limit count from (domain.md D12). */
export type CountsFrom = 'receipt';

/** What a limit counts from, in words; `acceptance` where nothing is said. */
export const countsFromWords = {
  acceptance: { zh: '受理之日', en: 'the day of acceptance' },
  receipt: { zh: '收到申请之日', en: 'the day of receipt' },
} as const satisfies Record<CountsFrom | 'acceptance', Said>;

/** The limits of one case. `extension.max` is counted in the unit of `statutory` (XKF 42). */
export interface CaseLimits {
  /** 法定告知: silence past it accepts (XKF 32(1)(4)). */
  readonly notice: LimitRule;
  /** 承诺告知: a shorter one that the department promises; only warned of. Absent: none. */
  readonly promisedNotice?: LimitRule;
  /** 移交: the department answers, and the window passes the materials on within this, from the day of receipt. Absent: whoever takes in answers. */
  readonly passing?: LimitRule;
  /** 补正, from the notice on. Absent: the applicant has no limit to supply. */
  readonly supplement?: SupplyRule;
  /** 容缺后补, from acceptance on; `basis` is the local policy that lets deferrable materials in. Absent: as before rules 5, without an undertaking. */
  readonly deferral?: SupplyRule;
  readonly statutory: LimitRule;
  readonly promised: LimitRule;
  /** The event both of them count from: 收到申请之日 (what was asked for having come, where it was). Absent: 受理之日. */
  readonly countsFrom?: CountsFrom;
  readonly delivery: LimitRule;
  /** 许可承诺: from the grant until what was undertaken is checked. Absent: the item is not granted on an undertaking. */
  readonly afterCheck?: LimitRule;
  /** How long an untimed step may wait for its start; absent: three working days. */
  readonly start?: LimitRule;
  readonly extension: { readonly max: number; readonly approver: Role; readonly basis: string } | null;
}

/** The limits of a case by name, in the order people read them; each is a clock of its own. */
export const limitNames = [
  'notice',
  'promisedNotice',
  'passing',
  'supplement',
  'deferral',
  'statutory',
  'promised',
  'delivery',
  'afterCheck',
  'start',
] as const satisfies readonly Exclude<keyof CaseLimits, 'extension' | 'countsFrom'>[];

/** Other limits for some forms: the first branch whose CEL condition over `form.*` is true wins, chosen once at filing. */
export interface LimitBranch {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly limits: Partial<CaseLimits>;
}

export interface FormField {
  readonly key: string;
  readonly title: string;
  readonly type: 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'choice';
  readonly required: boolean;
  readonly choices?: readonly { readonly id: string; readonly title: string }[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  /** Unit shown behind the field, such as 米 or 吨. */
  readonly unit?: string;
}

/** What was given once is not asked for again (国办函〔2016〕108号). */
export interface MaterialReuse {
  /** For how many months a file is good from its day; absent: no end is set. */
  readonly months?: number;
  /** Codes of the items whose certificate stands for it. */
  readonly certificateOf?: readonly string[];
}

export interface Material {
  readonly id: string;
  readonly title: string;
  /** necessary 必要, optional 非必要, deferrable 容缺后补. */
  readonly need: 'necessary' | 'optional' | 'deferrable';
  readonly source: 'applicant' | 'government' | 'other';
  readonly basis?: string;
  /** 证明事项承诺: the provision or list by which an undertaking of the applicant may stand for it. Absent: none may. */
  readonly replaceable?: string;
  /** What the applicant gave before under the same name, or got from the agency, may stand for it. Absent: it is given for each case. */
  readonly reuse?: MaterialReuse;
  /** From which shared data of government it is had (在线政务服务若干规定 7): it is asked of nobody. Absent: it is not. */
  readonly shared?: string;
  readonly note?: string;
  /** Where a sample is and how to fill it in, for the guide. */
  readonly sample?: string;
}

/** Clocks of the case that an untimed step may stop. */
export type StoppableClock = 'statutory' | 'promised';

/** The eight procedures of XKF 45: a closed list. */
export type Xkf45Kind =
  | 'hearing'
  | 'tender'
  | 'auction'
  | 'inspection'
  | 'testing'
  | 'quarantine'
  | 'appraisal'
  | 'expertReview';

/** What lets an untimed step stop a legal clock (XKF 45 and domain.md 1.2). A 部门规章 may stop the promised clock only. */
export interface ExclusionBasis {
  readonly source: 'xkf45' | 'law' | 'administrativeRegulation' | 'localRegulation' | 'departmentRule';
  /** Which procedure, when `source` is xkf45. */
  readonly kind?: Xkf45Kind;
  readonly cite: string;
}

/** The untimed part of a step (不计时环节): its own promise, the clocks it stops and why it may. */
export interface UntimedPart {
  readonly promise: LimitRule;
  readonly stops: readonly StoppableClock[];
  readonly exclusionBasis?: ExclusionBasis;
  /** The provision that demands the procedure ("依法需要"); needed to stop the statutory clock. */
  readonly requiredBy?: string;
  /** Who approves its start; never the person who asked (domain.md 9.4). */
  readonly approvedBy: Role;
}

export interface Outcome {
  readonly id: string;
  readonly title: string;
  /** As English pages show it. */
  readonly titleEn?: string;
  /** Against the applicant: who grants all the same gives reasons. */
  readonly negative?: true;
}

/** Who signs a step (design 9.3): one person who holds its post. More rules are members of this union. */
export interface Signing {
  readonly rule: 'one';
}

/** Where a step is done (design 9.3): in the case's own department. More places are members of this union. */
export interface StepPlace {
  readonly department: 'own';
}

/** What a step of any kind has. */
interface StepBase {
  readonly id: string;
  readonly title: string;
  /** As English pages show it; absent: the English title of its kind. */
  readonly titleEn?: string;
  readonly by: Role;
  /** A timed step's internal limit; absent for untimed steps and where only the case clocks watch. */
  readonly limit?: LimitRule;
  readonly untimed?: UntimedPart;
  readonly outcomes: readonly Outcome[];
  /** Absent: one. */
  readonly signing?: Signing;
  /** Absent: the case's own. */
  readonly at?: StepPlace;
  /** Steps whose people do not do this one; absent: as is usual (flow/other-hands.ts). */
  readonly otherThan?: readonly string[];
  /** Why an 即办件 lets one person do what is usually done by two. */
  readonly sameHandBecause?: string;
}

/** A step by its kind; where a department leaves a parameter out, the least that is allowed holds. */
export type Step<K extends StepKindName = StepKindName> = {
  [N in K]: StepBase & { readonly kind: N; readonly params?: Partial<StepParams[N]> };
}[K];

/** A step without some of its fields, still kind by kind: for what is drawn by a program. */
export type StepWithout<F extends keyof Step> = Step extends infer S ? (S extends unknown ? Omit<S, F> : never) : never;

/** One way of a choice: taken where its label is what the choice is on. */
export interface ChoiceCase {
  readonly label: string;
  /** As people read it, where the choice is on the form: the other labels have titles of their own. */
  readonly title?: string;
  /** A CEL condition over `form.*`, where the choice is on the form, and there alone. */
  readonly when?: string;
  readonly block: Block;
}

/** Block-structured flow: a broken graph cannot be written. */
export type Block =
  | { readonly type: 'sequence'; readonly blocks: readonly Block[] }
  | { readonly type: 'parallel'; readonly id: string; readonly branches: readonly Block[] }
  | {
      readonly type: 'choice';
      readonly id: string;
      /** Chosen by the outcome of an earlier step, by the limit branch fixed at filing, or by the form: the first case whose condition is true. */
      readonly on: { readonly outcomeOf: string } | { readonly limitBranch: true } | { readonly form: true };
      readonly cases: readonly ChoiceCase[];
      /** Taken when no label fits; null: nothing happens and the flow goes on. */
      readonly otherwise: Block | null;
    }
  | { readonly type: 'step'; readonly step: Step };

/** Kinds of clocks a case can have (design.md section 3). */
export const clockKinds = {
  notice: { zh: '受理告知时限', en: 'Acceptance limit' },
  promisedNotice: { zh: '承诺告知时限', en: 'Promised acceptance limit' },
  passing: { zh: '移交时限', en: 'Time to pass on' },
  supplement: { zh: '补正期限', en: 'Time to supply' },
  deferral: { zh: '容缺后补期限', en: 'Time for deferred materials' },
  statutory: { zh: '法定时限', en: 'Statutory limit' },
  promised: { zh: '承诺时限', en: 'Promised limit' },
  step: { zh: '环节时限', en: 'Limit of the step' },
  start: { zh: '启动时限', en: 'Limit to start' },
  promise: { zh: '特别程序承诺时限', en: 'Promise of the untimed step' },
  delivery: { zh: '送达时限', en: 'Delivery limit' },
  afterCheck: { zh: '事后核查期限', en: 'Time to check afterwards' },
} as const satisfies Readonly<Record<string, Said>>;
export type ClockKind = keyof typeof clockKinds;

/** Whom a rung is for: a role, or who handles the step. */
export type RungRecipient = Role | 'handler';

/** One rung of the ladder of warnings. */
export interface Rung {
  readonly id: string;
  readonly clock: ClockKind;
  readonly at: RungAt;
  readonly level: Level;
  readonly to: readonly RungRecipient[];
  readonly ifLimitAtLeast?: number;
}
export const levels = {
  notice: { zh: '提示', en: 'Notice' },
  yellow: { zh: '黄牌', en: 'Yellow card' },
  red: { zh: '红牌', en: 'Red card' },
} as const satisfies Readonly<Record<string, Said>>;
export type Level = keyof typeof levels;

/** 值班窗口: hours of a Saturday or Sunday in which an application counts on that day. */
export interface DutyWindow {
  readonly weekday: 'saturday' | 'sunday';
  readonly from: number;
  readonly to: number;
}

/** How an application counts that comes in online outside office hours (domain.md D7). */
export interface AfterHours {
  readonly counts: 'nextWorkday';
  /** The hour of a working day (1 to 24) from which it is after hours. */
  readonly closesAt: number;
  /** Absent: nobody is on duty. */
  readonly duty?: readonly DutyWindow[];
}

/** Matters on which no permit is granted on an undertaking (domain.md 12.1.5). */
export const sensitiveMatters = {
  nationalSecurity: { zh: '国家安全', en: 'national security' },
  publicSafety: { zh: '公共安全', en: 'public safety' },
  ecology: { zh: '生态环境保护', en: 'ecology' },
  lifeAndHealth: { zh: '人身健康和生命安全', en: 'life and health' },
} as const satisfies Readonly<Record<string, Said>>;
export type SensitiveMatter = keyof typeof sensitiveMatters;

/** What a department publishes for one item. Immutable once published, pinned by every case at filing. */
export interface FlowDefinition {
  readonly itemCode: string;
  readonly title: string;
  /** What the item directly concerns; absent: none of them. */
  readonly sensitive?: readonly SensitiveMatter[];
  /** Absent: it counts on the day on which it comes in. */
  readonly afterHours?: AfterHours;
  readonly limits: CaseLimits;
  readonly limitBranches: readonly LimitBranch[];
  readonly form: readonly FormField[];
  readonly materials: readonly Material[];
  readonly body: Block;
  readonly ladder: readonly Rung[];
}
