import type { Db } from '../../db/client.ts';
import { aroundDocument } from '../../db/documents/papers.ts';
import { readFacts } from '../../db/journal/facts.ts';
import type { Worlds } from '../../db/journal/worlds.ts';
import { wordsOf } from '../../db/views/case-view.ts';
import { compose, documentOf } from '../../domain/documents/compose.ts';
import type { Incomplete } from '../../domain/documents/compose.ts';
import type { DocumentContent } from '../../domain/documents/content.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { actOf } from '../../domain/documents/source.ts';
import type { Counter, DocumentSource } from '../../domain/documents/source.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import type { World } from '../../domain/case/state.ts';
import type { Guide } from '../../domain/flow/guide.ts';
import { caseBook } from '../../domain/words/case-book.ts';
import type { Definitions } from '../definitions.ts';
import { digestsOf, peopleOf } from '../presenters/timeline.ts';

/** A fact of which a document is made. */
export interface DocumentFact {
  readonly kind: DocumentKind;
  readonly fact: Fact;
}

/** The case as documents are composed from: its journal with all its words. */
export interface DocumentCase {
  readonly journal: readonly Fact[];
  readonly departmentId: string;
  /** Those that make documents, oldest first. */
  readonly facts: readonly DocumentFact[];
  /** The document of a fact, or what it lacks. Null: there is no such fact. */
  contentOf(of: DocumentFact): Promise<DocumentContent | Incomplete | null>;
  /** Null: there is no fact of this number. */
  sourceOf(seq: number): Promise<DocumentSource | null>;
}

interface Parts {
  readonly db: Db;
  readonly worlds: Worlds;
  readonly definitions: Definitions;
}

/** Facts that are not recorded yet, the world after them, and the words they bring: for a draft. */
export interface Drafted {
  readonly facts: readonly Fact[];
  readonly world: World;
  readonly texts: Readonly<Record<string, string>>;
}

/** Reads a case for its documents. Null: there is none. It asks no right, and the words in it are not masked. */
export async function documentCase(
  { db, worlds, definitions }: Parts,
  caseId: string,
  drafted: Drafted | null = null,
): Promise<DocumentCase | null> {
  const [recorded, around] = await Promise.all([readFacts(db, caseId, 0), aroundDocument(db, caseId)]);
  const [filed] = recorded;
  if (around === null || filed?.body.type !== 'CaseFiled') return null;
  const journal = [...recorded, ...(drafted?.facts ?? [])];
  const { agency, guide } = around;
  const { filing } = filed.body;
  const { applicant, agent, contact, address, form } = filing;
  const ofFiling = [applicant, agent, contact, address, form].filter((digest) => digest !== null);
  const [words, definition] = await Promise.all([
    wordsOf(db, {
      caseIds: [caseId],
      digests: [...ofFiling, ...journal.flatMap(digestsOf)],
      people: [...new Set(journal.flatMap(peopleOf))],
    }),
    definitions(filing.definition),
  ]);
  const texts = { ...words.texts, ...drafted?.texts };
  return {
    journal,
    departmentId: filing.departmentId,
    facts: journal.flatMap((fact) => {
      const kind = documentOf(fact.body);
      return kind === null ? [] : [{ kind, fact }];
    }),
    contentOf: async ({ kind, fact }) => {
      const source = await sourceOf(fact.seq);
      return source === null ? null : compose(kind, source);
    },
    sourceOf,
  };

  async function sourceOf(seq: number): Promise<DocumentSource | null> {
    const act = actOf(caseId, journal, seq);
    if (act === null) return null;
    const book = caseBook({ definition, facts: act.facts, texts, people: words.people });
    const isDraft = seq > recorded.length;
    const world = isDraft && drafted !== null ? drafted.world : await worlds.worldOf(act.state);
    return { ...act, world, definition, book, agency, counter: counterOf(guide), number: null };
  }
}

/** Where and when to ask, as the guide of the item says it. */
export function counterOf(guide: Guide): Counter {
  const text = (value: Guide[keyof Guide]) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
  return {
    place: text(guide.place),
    officeHours: text(guide.officeHours),
    enquiries: text(guide.enquiries),
    complaints: text(guide.complaints),
  };
}
