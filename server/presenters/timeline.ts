import type { Static } from 'typebox';
import type { TimelineEntry } from '../../contract/case-view.ts';
import type { CaseView as CaseRows } from '../../db/views/case-view.ts';
import { recordOf } from '../../domain/case/facts/index.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { readStep, stepBook } from '../../domain/words/clock-title.ts';
import { rfc3339 } from './words.ts';

const digest = /^[0-9a-f]{64}$/;

/** The journal of a case as a timeline. The words behind digests are shown to who handles the case; others see the digests. */
export function presentTimeline(o: {
  rows: CaseRows;
  definition: FlowDefinition;
  handles: boolean;
}): Static<typeof TimelineEntry>[] {
  const book = stepBook(o.definition);
  return o.rows.facts.map((fact) => {
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
      actorName: fact.actorId === null ? null : (o.rows.people[fact.actorId] ?? null),
      opId: fact.requestId,
      fact: fact.body,
      texts: o.handles ? textsOf(fact, o.rows.texts) : {},
      hash: fact.hash,
    };
  });
}

function textsOf({ body }: Fact, texts: Readonly<Record<string, string>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const value of Object.values(body).flat()) {
    const words = typeof value === 'string' && digest.test(value) ? texts[value] : undefined;
    if (typeof value === 'string' && words !== undefined) found[value] = words;
  }
  return found;
}
