import type { OkOf } from '../../contract/routes.ts';
import type { MadeDocument, Printed } from '../../db/documents/papers.ts';
import type { Allowed } from '../../domain/case/allowed.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { isIncomplete } from '../../domain/documents/compose.ts';
import { documentFields } from '../../domain/documents/fields.ts';
import { documents } from '../../domain/documents/index.ts';
import { documentKinds, documentNames } from '../../domain/documents/kind-names.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import type { DocumentContent } from '../../domain/documents/content.ts';
import { laterNotes, laterOf } from '../../domain/documents/later.ts';
import type { Later } from '../../domain/documents/later.ts';
import { internalKinds } from '../../domain/documents/told.ts';
import type { Told } from '../../domain/documents/told.ts';
import type { Said } from '../../domain/words/said.ts';
import type { DocumentCase, DocumentFact } from '../documents/sources.ts';
import { maskName } from './masks.ts';

const titleOf = (kind: DocumentKind): Said => documentNames[kind].title;

/** As the paper itself is called: 不受理通知书 is no 不予受理通知书, a certificate has the name of its permit. */
function ownTitle(kind: DocumentKind, { title }: DocumentContent): Said {
  return { ...titleOf(kind), zh: title };
}

function presentLater(later: Later) {
  return { ...later, title: laterNotes[later.note] };
}

/** The documents of a case, oldest first, and those that what the reader may do now would make. */
export async function presentDocuments(o: {
  found: DocumentCase;
  prints: readonly Printed[];
  offers: readonly Allowed[];
}): Promise<OkOf<'listDocuments'>> {
  const free = new Set(o.offers.filter(({ refusedBecause }) => refusedBecause === undefined).map(({ order }) => order));
  const drafts = documentKinds.flatMap((kind) => {
    const orders = documents[kind].drafts.filter((order) => free.has(order));
    return orders.length === 0 ? [] : [{ kind, title: titleOf(kind), orders }];
  });
  return { items: await Promise.all(o.found.facts.map(async (one) => presentOne(one, o))), drafts };
}

/** A document for its applicant; null while something it must contain is missing, which is the agency's to mend. */
export async function presentTold(
  told: DocumentFact & Told,
  found: DocumentCase,
): Promise<OkOf<'listTold'>['items'][number] | null> {
  const content = await found.contentOf(told);
  if (content === null || isIncomplete(content)) return null;
  const { kind, fact, servedOn } = told;
  return {
    seq: fact.seq,
    kind,
    title: ownTitle(kind, content),
    number: content.number,
    on: content.signing.on,
    servedOn,
  };
}

async function presentOne(
  one: DocumentFact,
  { found, prints }: { found: DocumentCase; prints: readonly Printed[] },
): Promise<OkOf<'listDocuments'>['items'][number]> {
  const { kind, fact } = one;
  const { seq, hash } = fact;
  const content = await found.contentOf(one);
  const whole = content === null || isIncomplete(content) ? null : content;
  const lacks = content !== null && isIncomplete(content) ? content.missing : [];
  const print = prints.find(({ factHash }) => factHash === hash);
  return {
    seq,
    kind,
    title: whole === null ? titleOf(kind) : ownTitle(kind, whole),
    number: whole?.number ?? null,
    on: whole?.signing.on ?? null,
    basis: documents[kind].basis,
    correctable: !internalKinds.includes(kind),
    missing: lacks.map((field) => documentFields[field]),
    later: laterOf(kind, fact, found.journal).map(presentLater),
    printed: print?.times ?? 0,
    printedAt: print === undefined ? null : rfc3339(print.lastAt),
  };
}

/** A document for whoever has one in the hand: what it is and whether it holds, and nothing of its text. */
export function presentChecked(
  { kind, number, content, sha256, seal }: MadeDocument,
  {
    today,
    isSealGood,
    later,
    about,
  }: { today: CivilDate; isSealGood: boolean; later: readonly Later[]; about: string | null },
): OkOf<'checkDocument'> {
  const { agency, item, applicant, signing, validUntil } = content;
  return {
    title: ownTitle(kind, content),
    number,
    agency,
    itemName: item,
    applicant: maskName(applicant),
    on: signing.on,
    state: validUntil !== null && validUntil < today ? 'expired' : 'valid',
    later: later.map(presentLater),
    about,
    validUntil,
    sha256,
    seal,
    isSealGood,
  };
}
