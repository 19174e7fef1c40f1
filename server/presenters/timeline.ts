import type { Static } from 'typebox';
import type { TimelineEntry } from '../../contract/case-view.ts';
import type { Words } from '../../db/views/case-view.ts';
import type { WithFiles } from '../../domain/case/files-taken.ts';
import { readFact, recordOf } from '../../domain/case/facts/index.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { WordBook } from '../../domain/words/book.ts';
import { caseBook } from '../../domain/words/case-book.ts';
import { applicantActor } from '../../domain/people/applicant.ts';
import { readStep, stepBook } from '../../domain/words/clock-title.ts';
import type { StepBook } from '../../domain/words/clock-title.ts';
import { timelineOf } from '../../domain/words/timeline.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';

type Shown = Static<typeof TimelineEntry>;

const digest = /^[0-9a-f]{64}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Around {
  readonly book: WordBook;
  readonly texts: Words['texts'];
  readonly steps: StepBook;
  readonly handles: boolean;
}

/**
 * The journal of a case as a timeline. `words`: of `digestsOf` for who handles the case, of `peopleOf` for all. Others get neither
 * words nor digests.
 */
export function presentTimeline(o: {
  facts: readonly Fact[];
  words: Words;
  definition: FlowDefinition;
  handles: boolean;
}): Shown[] {
  const { texts, people } = o.words;
  const book = caseBook({ definition: o.definition, facts: o.facts, texts, people });
  const around = { book, texts, steps: stepBook(o.definition), handles: o.handles };
  return timelineOf(o.facts).map(({ lead, under }) => ({
    ...presentFact(lead, around),
    actorId: lead.actorId,
    actorName: lead.actorId === null ? null : (people[lead.actorId] ?? byApplicant(lead)),
    opId: lead.requestId,
    under: under.map((fact) => presentFact(fact, around)),
  }));
}

/** Who filed without an account, or acts with the query code, is no person of the product. */
function byApplicant({ body, actorId }: Fact): string | null {
  if (actorId === applicantActor.id) return '申请人（凭查询码）';
  return body.type === 'CaseFiled' && body.filing.identity === 'unverified' ? '申请人（网上申报）' : null;
}

function presentFact(fact: Fact, { book, texts, steps, handles }: Around): Shown['under'][number] {
  const stepId = 'stepId' in fact.body ? fact.body.stepId : null;
  return {
    seq: fact.seq,
    at: rfc3339(fact.at),
    recordedAt: rfc3339(fact.recordedAt),
    type: fact.body.type,
    title: recordOf(fact.body.type).title.zh,
    sentence: readFact(fact.body, book),
    stepId,
    stepTitle: stepId === null ? null : readStep(stepId, steps),
    fact: handles ? fact.body : withoutDigests(fact.body),
    texts: textsOf(fact, texts),
    hash: fact.hash,
  };
}

/** A fact without its digests, but for that of the flow, which is public. */
function withoutDigests(body: object): unknown {
  const text = JSON.stringify(body, (key, value: unknown) =>
    key !== 'definition' && typeof value === 'string' && digest.test(value) ? null : value,
  );
  return JSON.parse(text);
}

/** The digests of words that a fact carries. */
export function digestsOf({ body }: { readonly body: object }): string[] {
  return stringsIn(body).filter((value) => digest.test(value));
}

/** The people that a fact names, who did it among them. */
export function peopleOf({ body, actorId }: Pick<Fact, 'actorId'> & { readonly body: object }): string[] {
  const named = stringsIn(body).filter((value) => uuid.test(value));
  return [...(actorId === null ? [] : [actorId]), ...named, ...notersIn(body)];
}

/** Who noted that the applicant agreed to use again what was given before. */
function notersIn({ files = [] }: WithFiles): string[] {
  return files.flatMap(({ from }) => (from === undefined ? [] : [from.notedBy]));
}

/** The words of a fact and of its lists, also where a list names people beside roles. */
function stringsIn(body: object): string[] {
  const values: readonly unknown[] = Object.values(body).flat();
  return values
    .map((value) => (typeof value === 'object' && value !== null && 'person' in value ? value.person : value))
    .filter((value) => typeof value === 'string');
}

function textsOf(fact: Fact, texts: Words['texts']): Record<string, string> {
  const known = digestsOf(fact).flatMap((key) => (texts[key] === undefined ? [] : [[key, texts[key]] as const]));
  return Object.fromEntries(known);
}
