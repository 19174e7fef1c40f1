import type { CivilDate } from '../clock/civil-date.ts';
import type { RecordedRevision } from '../clock/revision.ts';
import type { Said } from '../words/said.ts';
import type { Digest } from './marks.ts';

/** How an application comes in (收件渠道). */
export const channels = {
  window: { zh: '窗口', en: 'at the window' },
  online: { zh: '网上', en: 'online' },
  post: { zh: '邮寄', en: 'by post' },
} as const satisfies Readonly<Record<string, Said>>;

/** The answer of one choice over the form: the first case whose condition is true, with every condition's answer and digests of them and of what they read. */
export interface FormChoice {
  readonly label: string | null;
  readonly holds: Readonly<Record<string, boolean>>;
  readonly conditions: Digest;
  readonly inputs: Readonly<Record<string, string>>;
}

/** What was filed: digests of personal data and form, the checklist, and everything the case pins for its life. */
export interface Filing {
  readonly caseNo: string;
  readonly itemCode: string;
  readonly definition: string;
  readonly branch: string | null;
  /** Digests of the limit-branch condition and of its inputs (before rules 4 the inputs themselves); null when the item has no branches. */
  readonly branchEvidence: {
    readonly condition: Digest;
    readonly inputs: Readonly<Record<string, number | string | boolean>>;
  } | null;
  /** What the form chose, by the id of the choice; absent where the item has no choice over the form. */
  readonly formChoices?: Readonly<Record<string, FormChoice>>;
  readonly departmentId: string;
  readonly regionCode: string;
  readonly calendar: RecordedRevision;
  readonly channel: keyof typeof channels;
  /** The civil day the application was received (收件); entered the same or the next working day, later only with evidence. */
  readonly receivedOn: CivilDate;
  /** The later working day on which it counts, where it came in after hours and its item says so; absent: the day of receipt. */
  readonly countsFrom?: CivilDate;
  /** Filed by somebody without an account: a pre-check, until the window has verified who it was (domain.md 12.1.8). */
  readonly identity?: 'unverified';
  /** Agreed, when filing online, that the agency uses what the applicant gave it or got from it before. */
  readonly reuse?: true;
  /** The number by which the applicant was called to the window that day. */
  readonly queueNo?: string;
  /** What proves the day of a receipt that is entered later. */
  readonly evidence?: Digest;
  readonly applicant: Digest;
  readonly agent: Digest | null;
  readonly contact: Digest;
  readonly address: Digest;
  readonly eDelivery: boolean;
  readonly form: Digest;
  /** The number of an earlier case that asks for the same, where the clerk files again knowing of it. */
  readonly despite?: string;
  readonly materials: readonly { readonly id: string; readonly sha256: string | null; readonly received: boolean }[];
}

/** How a case ends (办结结果). */
export const caseResults = {
  granted: { zh: '准予许可', en: 'Granted' },
  refused: { zh: '不予许可', en: 'Refused' },
  notNeeded: { zh: '不受理（无需许可）', en: 'No permit needed' },
  notCompetent: { zh: '不予受理', en: 'Not competent' },
  deemedWithdrawn: { zh: '视为撤回申请', en: 'Deemed withdrawn' },
  notSupplied: { zh: '不予受理（逾期未补正）', en: 'Not supplied' },
  withdrawn: { zh: '撤件', en: 'Withdrawn' },
} as const satisfies Readonly<Record<string, Said>>;
export type CaseResult = keyof typeof caseResults;
