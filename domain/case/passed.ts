import type { CivilDate } from '../clock/civil-date.ts';
import type { Said } from '../words/said.ts';
import type { Digest, PersonId } from './marks.ts';

/** One line of the list of what is passed on: how many originals and copies of a material; neither: it is there as a file. */
export interface PassedItem {
  readonly id: string;
  readonly originals: number;
  readonly copies: number;
}

/** Where the materials are: with the department to be compared, back at the window, or the department's. */
export const passingStages = {
  passed: { zh: '已移交，待签收', en: 'Passed on, to be signed for' },
  returned: { zh: '已退回窗口', en: 'Returned to the window' },
  signed: { zh: '部门已签收', en: 'Signed for' },
} as const satisfies Readonly<Record<string, Said>>;

/** How the materials of a case stand between window and department. `round`: how often they were passed on. */
export interface PassingState {
  readonly stage: keyof typeof passingStages;
  readonly round: number;
  /** The day of the last passing, who passed the materials on, and to whom. */
  readonly on: CivilDate;
  readonly by: PersonId;
  readonly receiver: PersonId;
  readonly items: readonly PassedItem[];
  /** Why the materials went back to the window, while they are there. */
  readonly reason?: Digest;
}

/** How many days of the time to answer the window used, and how many the department. */
export interface Shares {
  readonly window: number;
  readonly department: number;
}
