import { reject } from '../../rejection.ts';
import { only, today } from '../draft.ts';
import type { Digest } from '../marks.ts';
import type { Act } from './act.ts';

export interface CorrectDocument {
  readonly type: 'correctDocument';
  /** The number of the fact that the document is made of. */
  readonly documentSeq: number;
  readonly wrong: Digest;
  readonly right: Digest;
  readonly basis: Digest;
  readonly documentNo: string;
}

/**
 * 更正: a slip of the pen in a document that went out, told by another document; what it decided stays, and the one before is neither taken
 * back nor voided (domain.md 12.2.2). Never by the hand of a clerk alone: by who answers for the department or decides. That the fact makes a
 * document is judged at the door, where the facts are (server/documents/named-document.ts).
 */
export const correctDocument: Act<CorrectDocument> = {
  title: { zh: '更正文书', en: 'Correct a document' },
  texts: { wrong: 'words', right: 'words', basis: 'words' },
  people: {},
  holder: ['windowLead', 'sectionChief', 'approver', 'deputyHead', 'agencyHead'],
  place: 'case',
  onClosed: true,
  decide(draft, { documentSeq, wrong, right, basis, documentNo }) {
    if (documentSeq > draft.state.seq) {
      return reject('no-such-document', `expected a fact up to ${draft.state.seq}, but got ${documentSeq}`);
    }
    if (wrong === right)
      return reject('nothing-corrected', 'expected other words than those that stand, but they agree');
    const told = { documentNo, wrong, right, basis, on: today(draft) };
    return only(draft, { type: 'DocumentCorrected', documentSeq, ...told });
  },
};
