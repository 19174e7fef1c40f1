import type { CivilDate } from '../clock/civil-date.ts';
import type { RecordedRevision } from '../clock/revision.ts';
import type { Digest } from './marks.ts';

/** What was filed: digests of personal data and form, the checklist, and everything the case pins for its life. */
export interface Filing {
  readonly caseNo: string;
  readonly itemCode: string;
  readonly definition: string;
  readonly branch: string | null;
  /** Inputs and digest of the limit-branch condition, as evidence of the choice; null when the item has no branches. */
  readonly branchEvidence: {
    readonly condition: Digest;
    readonly inputs: Readonly<Record<string, number | string | boolean>>;
  } | null;
  readonly departmentId: string;
  readonly regionCode: string;
  readonly calendar: RecordedRevision;
  readonly channel: 'window' | 'online' | 'post';
  /** The civil day the application was received (收件); may be earlier than the filing, with evidence. */
  readonly receivedOn: CivilDate;
  readonly applicant: Digest;
  readonly agent: Digest | null;
  readonly contact: Digest;
  readonly address: Digest;
  readonly eDelivery: boolean;
  readonly form: Digest;
  readonly materials: readonly { readonly id: string; readonly sha256: string | null; readonly received: boolean }[];
}

/** How a case ends (办结结果). */
export const caseResults = {
  granted: '准予许可',
  refused: '不予许可',
  notNeeded: '不受理（无需许可）',
  notCompetent: '不予受理',
  withdrawn: '撤件',
} as const;
export type CaseResult = keyof typeof caseResults;
