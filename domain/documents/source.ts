import { fold } from '../case/apply.ts';
import type { Fact } from '../case/facts/index.ts';
import type { CaseState, World } from '../case/state.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { FlowDefinition } from '../flow/definition.ts';
import type { WordBook } from '../words/book.ts';

/** What a document is composed from. Everything but `counter` and `agency` is pinned by the case. */
export interface DocumentSource {
  /** The fact that the document is made of, and all facts up to the end of its act. */
  readonly fact: Fact;
  readonly facts: readonly Fact[];
  /** The state after that act: a document tells what was known then. */
  readonly state: CaseState;
  readonly world: World;
  readonly definition: FlowDefinition;
  /** With the words of the case unmasked: a document is for its applicant. */
  readonly book: WordBook;
  readonly agency: string;
  /** Of the item's guide. */
  readonly counter: Counter;
  /** The number that the register gave; null: the fact carries it, or there is none. */
  readonly number: string | null;
  /** The other document that the fact is about, such as the one it corrects; found by whoever composes. */
  readonly named?: NamedDocument;
}

/** A document as another one names it. */
export interface NamedDocument {
  readonly title: string;
  /** That of the case where its kind bears none. */
  readonly number: string;
  readonly on: CivilDate;
}

/** What of the guide some documents must contain; the others of a counter may be absent. */
export type GuideField = 'place' | 'enquiries' | 'complaints';

/** Where an applicant asks and complains, as the item's guide says it. */
export interface Counter {
  readonly place: string | null;
  readonly officeHours: string | null;
  readonly enquiries: string | null;
  readonly complaints: string | null;
}

/** A fact with the act it is of: all facts up to the end of that act, and the state after it. Null: there is no such fact. */
export function actOf(
  caseId: string,
  journal: readonly Fact[],
  seq: number,
): Pick<DocumentSource, 'fact' | 'facts' | 'state'> | null {
  const fact = journal.find((one) => one.seq === seq);
  if (fact === undefined) return null;
  const end = journal.findLastIndex(({ requestId }) => requestId === fact.requestId);
  const facts = journal.slice(0, end + 1);
  return { fact, facts, state: fold(caseId, facts) };
}
