import type { CivilDate } from '../../clock/civil-date.ts';
import { readDay } from '../../words/day.ts';
import type { DocumentContent } from '../content.ts';
import { approvalSheet } from './approval-sheet.ts';
import { workingPaperNames } from './names.ts';
import type { WorkingPaper } from './names.ts';
import { partyOf } from '../party.ts';
import type { DocumentSource } from '../source.ts';
import { blank } from './blank.ts';
import { powerOfAttorney } from './power-of-attorney.ts';
import { serviceAddress } from './service-address.ts';
import type { Written } from './written.ts';

const papers = { powerOfAttorney, serviceAddress, approvalSheet } as const satisfies Readonly<
  Record<WorkingPaper, (source: DocumentSource) => Written>
>;

/** A working paper of a case as it stands on a day. */
export function composeWorking(kind: WorkingPaper, source: DocumentSource, on: CivilDate): DocumentContent {
  const { state, definition, agency, book } = source;
  const { blocks, isTheirs } = papers[kind](source);
  return {
    kind,
    title: workingPaperNames[kind].zh,
    agency,
    number: null,
    caseNo: state.filing.caseNo,
    item: definition.title,
    applicant: partyOf(state.filing.applicant, book)?.name ?? blank,
    isAddressed: false,
    ...(isTheirs && { isTheirs }),
    blocks,
    signing: { agency, on: readDay(on), seal: null },
    validUntil: null,
    contact: [],
  };
}
