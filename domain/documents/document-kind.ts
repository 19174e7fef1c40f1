import type { OrderType } from '../case/acts/index.ts';
import type { FactBody, FactOf, FactType } from '../case/facts/index.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import { invariant } from '../invariant.ts';
import type { Block, SealName } from './content.ts';
import type { DocumentField } from './fields.ts';
import type { DocumentSource, GuideField } from './source.ts';

/** What a document must contain; null or blank: it is missing, and there is no document. */
export type Wanted = Readonly<Partial<Record<DocumentField, string | null>>>;

/** The whole truth about one kind of document, whatever fact it is made of. */
export interface DocumentRecord {
  /** The provision that asks for it. */
  readonly basis: string;
  readonly seal: SealName;
  /** The orders whose fact it is made of: their panel shows a draft. */
  readonly drafts: readonly OrderType[];
  isMadeOf(body: FactBody): boolean;
  /** What it must contain of the item's guide: known to be missing before the act. */
  readonly ofGuide: readonly GuideField[];
  /** The day it bears. */
  on(source: DocumentSource): CivilDate;
  wanted(source: DocumentSource): Wanted;
  /** The text; called once everything that is wanted is there. */
  write(source: DocumentSource, filled: Filled): readonly Block[];
  validUntil(source: DocumentSource): CivilDate | null;
  /** How it is called where its kind has no name of its own; null: as its kind. */
  title(source: DocumentSource): string | null;
  /** Whom it is for where that is not its applicant; null: the applicant. */
  addressee(source: DocumentSource): string | null;
  /** It names its applicant in a table and addresses nobody. */
  readonly isTable: boolean;
}

/** Everything that is wanted of any document, and was there. */
export type Filled<F extends DocumentField = DocumentField> = Readonly<Record<F | Common, string>>;

/** What every document must contain, its number where its kind bears one. */
export type Common = 'agency' | 'caseNo' | 'applicant' | 'item' | 'on';

/** What a kind says of itself, each about the facts it is made of. */
interface Given<T extends FactType, F extends DocumentField, G extends GuideField> {
  readonly basis: string;
  readonly seal: SealName;
  readonly drafts: readonly OrderType[];
  readonly facts: readonly T[];
  /** Absent: each of these facts makes one. */
  isMadeOf?(body: FactOf<T>): boolean;
  on(body: FactOf<T>, source: DocumentSource): CivilDate;
  wanted(body: FactOf<T>, source: DocumentSource): Readonly<Record<F, string | null>>;
  /** Absent: nothing of it. */
  readonly ofGuide?: readonly G[];
  write(body: FactOf<T>, filled: Filled<F | G>, source: DocumentSource): readonly Block[];
  /** Absent: as its kind. */
  title?(body: FactOf<T>, source: DocumentSource): string;
  /** Absent: its applicant. */
  addressee?(body: FactOf<T>, source: DocumentSource): string | null;
  /** Absent: it has no end. */
  validUntil?(body: FactOf<T>): CivilDate | null;
  readonly isTable?: true;
}

/** A kind of document, made of the facts it names. */
export function documentKind<T extends FactType, F extends DocumentField, G extends GuideField = never>(
  given: Given<T, F, G>,
): DocumentRecord {
  const ofGuide: readonly GuideField[] = given.ofGuide ?? [];
  // The list holds each T: a body of one of these types is one of these facts.
  const own = (body: FactBody): FactOf<T> | null =>
    given.facts.some((type) => type === body.type) ? (body as unknown as FactOf<T>) : null;
  const bodyOf = ({ fact }: DocumentSource): FactOf<T> => {
    const body = own(fact.body);
    invariant(body !== null, `a document is made of ${given.facts.join(', ')}, not of ${fact.body.type}`);
    return body;
  };
  return {
    basis: given.basis,
    seal: given.seal,
    drafts: given.drafts,
    ofGuide,
    isMadeOf: (fact) => {
      const body = own(fact);
      return body !== null && (given.isMadeOf?.(body) ?? true);
    },
    on: (source) => given.on(bodyOf(source), source),
    wanted: (source): Wanted => ({
      ...given.wanted(bodyOf(source), source),
      ...Object.fromEntries(ofGuide.map((field) => [field, source.counter[field]])),
    }),
    write: (source, filled) => given.write(bodyOf(source), filled, source),
    title: (source) => given.title?.(bodyOf(source), source) ?? null,
    validUntil: (source) => given.validUntil?.(bodyOf(source)) ?? null,
    addressee: (source) => given.addressee?.(bodyOf(source), source) ?? null,
    isTable: given.isTable === true,
  };
}
