import type { CivilDate } from '../clock/civil-date.ts';
import type { Said } from '../words/said.ts';

/** What became of what somebody said before the decision (陈述、申辩意见). */
export const adoptions = {
  adopted: { zh: '予以采纳', en: 'adopted' },
  partly: { zh: '部分采纳', en: 'adopted in part' },
  notAdopted: { zh: '不予采纳', en: 'not adopted' },
} as const satisfies Readonly<Record<string, Said>>;
export type Adoption = keyof typeof adoptions;

/** Who was told that a permit concerns their interests, and what was said, each counted from 1 (XKF 36). */
export interface StatementsState {
  readonly told: readonly { readonly no: number; readonly stateBy: CivilDate }[];
  /** `toldNo` null: of the applicant. */
  readonly received: readonly { readonly no: number; readonly toldNo: number | null; readonly isAnswered: boolean }[];
}
