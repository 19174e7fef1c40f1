import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, it } from 'vitest';
import { compose, isIncomplete, readIncomplete } from '../../domain/documents/compose.ts';
import type { DocumentContent } from '../../domain/documents/content.ts';
import { documentKinds } from '../../domain/documents/kind-names.ts';
import { partyOf } from '../../domain/documents/party.ts';
import { readDay } from '../../domain/words/day.ts';
import { parseCivilDate } from '../../domain/clock/civil-date.ts';
import { createRenderer } from '../../server/documents/renderer.ts';
import { digestsOf } from '../../server/presenters/timeline.ts';
import { demoPapers } from '../support/demo-papers.ts';
import type { DemoPaper } from '../support/demo-papers.ts';

const renderer = createRenderer({ fontDir: null });
afterAll(async () => renderer.close());

const papers = demoPapers();
const likeness = ({ kind, source }: DemoPaper) => `${kind} ${source.definition.itemCode} ${source.fact.body.type}`;
/** One of each kind, item and fact. */
const looked = papers.filter((one, at) => papers.findIndex((other) => likeness(other) === likeness(one)) === at);
const kinds = [...new Set(papers.map(({ kind }) => kind))];

async function printed({ source }: DemoPaper, content: DocumentContent): Promise<{ text: string; pages: number }> {
  const check = { url: 'https://example.org/check', code: 'ABCDE-12345' };
  const { bytes } = await renderer.render({ content, draft: false, check, sealNote: source.agency, mark: null });
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return { text: text.replaceAll(/\s/g, ''), pages: totalPages };
}

/** What a fact says that its document must say too: the words behind its marks, its numbers and its days. */
function toldBy({ source: { fact }, texts }: DemoPaper): readonly string[] {
  const body: Readonly<Record<string, unknown>> = { ...fact.body };
  const { type } = fact.body;
  // An undertaking and how it was checked stand on papers of their own.
  const unsaid = new Set([String(body['undertaking'] ?? ''), String(body['competentAgency'] ?? '')]);
  const marks = type === 'CaseFiled' ? [] : digestsOf(fact).filter((digest) => !unsaid.has(digest));
  const words = marks.map((digest) => (texts[digest] ?? '').replace(/[。.]$/, ''));
  const numbers = ['documentNo', 'certificateNo'].flatMap((key) => (typeof body[key] === 'string' ? [body[key]] : []));
  const days = [
    'askBy',
    'hearingOn',
    'heldOn',
    'announcedOn',
    'on',
    'acceptedOn',
    'servedOn',
    'validFrom',
    'validUntil',
    'undertakenOn',
  ].flatMap((key) => {
    const day = typeof body[key] === 'string' ? parseCivilDate(body[key]) : undefined;
    return day === undefined ? [] : [readDay(day)];
  });
  return [...words, ...numbers, ...days].map((one) => one.replaceAll(/\s/g, ''));
}

describe('the documents of the demo', () => {
  it('are whole, each of them, of every kind that the demo reaches', () => {
    const lacking = papers.flatMap(({ kind, source }) => {
      const content = compose(kind, source);
      return isIncomplete(content) ? [readIncomplete(content)] : [];
    });
    expect(lacking).toEqual([]);
    expect(papers.length).toBeGreaterThan(200);
    const notReached = documentKinds.filter((kind) => !kinds.includes(kind));
    expect(notReached).toEqual(['extensionNotice']);
  });

  it.each(kinds)('say on paper what the facts say: %s', { timeout: 30_000 }, async (kind) => {
    for (const paper of looked.filter((one) => one.kind === kind)) {
      const { name, source } = paper;
      const content = compose(kind, source);
      if (isIncomplete(content)) throw new Error(readIncomplete(content));
      const { text, pages } = await printed(paper, content);
      const applicant = partyOf(source.state.filing.applicant, source.book)?.name ?? '';
      const told = [content.title, source.agency, applicant, source.definition.title, ...toldBy(paper)];
      if (kind !== 'certificate') told.push(source.state.filing.caseNo);
      const missing = told.filter((one) => !text.includes(one.replaceAll(/\s/g, '')));
      // What revokes a permit says at length why.
      expect([name, pages, missing]).toEqual([name, kind === 'revocationDecision' ? 2 : 1, []]);
      expect(text).not.toMatch(/undefined|null|NaN|。。|\d{4}-\d\d-\d\d/);
    }
  });
});
