import type { Fact, FactBody } from '../case/facts/index.ts';
import { readDay } from '../words/day.ts';
import { seals } from './content.ts';
import type { DocumentContent } from './content.ts';
import type { Filled } from './document-kind.ts';
import { isFilled } from './filled.ts';
import { documentFields } from './fields.ts';
import type { DocumentField } from './fields.ts';
import { documents } from './index.ts';
import { documentKinds, documentNames } from './kind-names.ts';
import type { DocumentKind } from './kind-names.ts';
import { partyOf } from './party.ts';
import { actOf } from './source.ts';
import type { Counter, DocumentSource } from './source.ts';
import { internalKinds } from './told.ts';

/** A document that cannot be made: what it must contain and is not there. */
export interface Incomplete {
  readonly kind: DocumentKind;
  readonly missing: readonly DocumentField[];
}

/** Whether a composition came to nothing. */
export function isIncomplete(composed: DocumentContent | Incomplete): composed is Incomplete {
  return 'missing' in composed;
}

/** Why a document cannot be made, in Chinese: 受理通知书缺少：监督投诉方式. */
export function readIncomplete({ kind, missing }: Incomplete): string {
  return `${documentNames[kind].title.zh}缺少：${missing.map((field) => documentFields[field].zh).join('、')}`;
}

/** The document that is made of a fact; null: none is. No fact makes two. */
export function documentOf(body: FactBody): DocumentKind | null {
  return documentKinds.find((name) => documents[name].isMadeOf(body)) ?? null;
}

/** The kind of the document that may be corrected (更正) by the number of its fact; null: none, or a paper that never leaves the agency. */
export function correctable(journal: readonly Fact[], seq: number): DocumentKind | null {
  const fact = journal.find((one) => one.seq === seq);
  const kind = fact === undefined ? null : documentOf(fact.body);
  return kind === null || internalKinds.includes(kind) ? null : kind;
}

/** The source with the document that its fact corrects, which says how it is called, its number and its day. */
function withNamed(source: DocumentSource): DocumentSource {
  const { state, facts, fact } = source;
  if (fact.body.type !== 'DocumentCorrected') return source;
  const kind = correctable(facts, fact.body.documentSeq);
  const act = actOf(state.caseId, facts, fact.body.documentSeq);
  if (kind === null || act === null) return source;
  const before = { ...source, ...act };
  const title = documents[kind].title(before) ?? documentNames[kind].title.zh;
  const number = ownNumber(act.fact.body) ?? state.filing.caseNo;
  return { ...source, named: { title, number, on: documents[kind].on(before) } };
}

/** Everything the document must contain, as far as it is there: what all have in common, and what its kind asks for besides. */
export function wantedOf(
  kind: DocumentKind,
  given: DocumentSource,
): Readonly<Partial<Record<DocumentField, string | null>>> {
  const source = withNamed(given);
  const { state, definition, agency, book } = source;
  return {
    agency,
    caseNo: state.filing.caseNo,
    applicant: partyOf(state.filing.applicant, book)?.name ?? null,
    item: definition.title,
    on: readDay(documents[kind].on(source)),
    ...(isNumbered(kind, source) && { number: numberOf(source) }),
    ...documents[kind].wanted(source),
  };
}

/** The document of a source, or what is missing for it: never one with a blank in it. */
export function compose(
  kind: DocumentKind,
  given: DocumentSource,
  wanted: ReturnType<typeof wantedOf> = wantedOf(kind, given),
): DocumentContent | Incomplete {
  const source = withNamed(given);
  const fields = Object.keys(wanted).filter((name): name is DocumentField => name in documentFields);
  const missing = fields.filter((name) => !isFilled(wanted[name]));
  if (missing.length > 0) return { kind, missing };
  // Each that is wanted is there.
  const filled = wanted as Filled;
  const { seal, isTable, write } = documents[kind];
  const addressee = documents[kind].addressee(source);
  return {
    kind,
    title: documents[kind].title(source) ?? documentNames[kind].title.zh,
    agency: filled.agency,
    number: isNumbered(kind, source) ? filled.number : null,
    caseNo: filled.caseNo,
    item: filled.item,
    applicant: filled.applicant,
    isAddressed: !isTable,
    ...(addressee !== null && { addressee }),
    blocks: write(source, filled),
    signing: { agency: filled.agency, on: filled.on, seal: seals[seal] },
    validUntil: documents[kind].validUntil(source),
    contact: contactOf(source.counter),
  };
}

/** Whether a document bears a number: where its kind does, unless the act, such as an applicant's own word, was given none. */
function isNumbered(kind: DocumentKind, source: DocumentSource): boolean {
  return documentNames[kind].numbered && (source.number !== null || ownNumber(source.fact.body) !== null);
}

function numberOf({ number, fact }: DocumentSource): string | null {
  return number ?? ownNumber(fact.body);
}

/** The number that a fact itself carries; null: it carries none. */
export function ownNumber(body: FactBody): string | null {
  if ('documentNo' in body) return body.documentNo;
  return 'certificateNo' in body ? body.certificateNo : null;
}

/** The number of the document that a document corrects or revokes, that of the case where it bears none; null: it does neither. */
export function aboutOf(body: FactBody, journal: readonly Fact[]): string | null {
  const about = (of: (fact: Fact) => boolean): string | null => {
    const found = journal.find(of);
    return found === undefined ? null : (ownNumber(found.body) ?? caseNoOf(journal));
  };
  switch (body.type) {
    case 'DocumentCorrected':
      return about(({ seq }) => seq === body.documentSeq);
    case 'GrantRevoked':
      return about((fact) => fact.body.type === 'DecisionMade');
    default:
      return null;
  }
}

function caseNoOf([filed]: readonly Fact[]): string | null {
  return filed?.body.type === 'CaseFiled' ? filed.body.filing.caseNo : null;
}

function contactOf({ place, officeHours, enquiries, complaints }: Counter): readonly string[] {
  const lines = [
    ['办理地点', place],
    ['办理时间', officeHours],
    ['咨询电话', enquiries],
    ['监督投诉电话', complaints],
  ] as const;
  return lines.flatMap(([label, value]) =>
    value === null || value.trim() === '' ? [] : [`${label}：${value.trim()}`],
  );
}
