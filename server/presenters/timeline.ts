import type { Static } from 'typebox';
import type { TimelineEntry } from '../../contract/case-view.ts';
import type { Words } from '../../db/views/case-view.ts';
import { recordOf } from '../../domain/case/facts/index.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { readStep, stepBook } from '../../domain/words/clock-title.ts';

const digest = /^[0-9a-f]{64}$/;

/** The journal of a case as a timeline. `words`: of `digestsOf` for who handles the case (others see the digests), of the actors for all. */
export function presentTimeline(o: {
  facts: readonly Fact[];
  words: Words;
  definition: FlowDefinition;
}): Static<typeof TimelineEntry>[] {
  const book = stepBook(o.definition);
  return o.facts.map((fact) => {
    const stepId = 'stepId' in fact.body ? fact.body.stepId : null;
    return {
      seq: fact.seq,
      at: rfc3339(fact.at),
      recordedAt: rfc3339(fact.recordedAt),
      type: fact.body.type,
      title: recordOf(fact.body.type).title.zh,
      stepId,
      stepTitle: stepId === null ? null : readStep(stepId, book),
      actorId: fact.actorId,
      actorName: fact.actorId === null ? null : (o.words.people[fact.actorId] ?? null),
      opId: fact.requestId,
      fact: fact.body,
      texts: textsOf(fact, o.words.texts),
      hash: fact.hash,
    };
  });
}

/** The digests of words that a fact carries. */
export function digestsOf({ body }: Fact): string[] {
  return Object.values(body)
    .flat()
    .filter((value): value is string => typeof value === 'string' && digest.test(value));
}

function textsOf(fact: Fact, texts: Words['texts']): Record<string, string> {
  const known = digestsOf(fact).flatMap((key) => (texts[key] === undefined ? [] : [[key, texts[key]] as const]));
  return Object.fromEntries(known);
}
