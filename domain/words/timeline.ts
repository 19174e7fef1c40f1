import { recordOf } from '../case/facts/index.ts';
import type { Fact } from '../case/facts/index.ts';
import { civilDateOf } from '../clock/civil-date.ts';
import { levels } from '../flow/definition.ts';

/** One entry of the timeline: the fact it is read by, and what stands folded under it, as recorded. */
export interface TimelineEntry {
  readonly lead: Fact;
  readonly under: readonly Fact[];
}

/** Facts that are told together; `run` names what the next ones must be of to join them. */
interface Told {
  readonly run: string;
  readonly facts: readonly Fact[];
}

/**
 * The journal of a case as people tell it, oldest first. An act of a person is one entry, led by what the person did; what time or the
 * machine made of it stands under it. What time alone caused is one entry a day, led by its gravest warning.
 */
export function timelineOf(journal: readonly Fact[]): TimelineEntry[] {
  const told: Told[] = [];
  for (const next of toldApart(journal)) {
    const last = told.at(-1);
    if (last?.run === next.run) told[told.length - 1] = { ...last, facts: [...last.facts, ...next.facts] };
    else told.push(next);
  }
  return told.map(({ facts }) => {
    const lead = leadOf(facts);
    return { lead, under: facts.filter((fact) => fact !== lead) };
  });
}

/** Each act where its leading fact stands in the journal, for time may have passed before it; what time caused one by one. */
function toldApart(journal: readonly Fact[]): Told[] {
  const acts = actsIn(journal);
  return journal.flatMap((fact) => {
    if (isOfTime(fact)) return [{ run: civilDateOf(fact.at), facts: [fact] }];
    const act = acts.get(fact.requestId) ?? [fact];
    if (leadOf(act) !== fact) return [];
    // An act that did nothing but let the business clock move on is one of a row.
    return [{ run: isDerived(fact) ? fact.body.type : fact.requestId, facts: act }];
  });
}

function actsIn(journal: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const acts = new Map<string, Fact[]>();
  for (const fact of journal) acts.set(fact.requestId, [...(acts.get(fact.requestId) ?? []), fact]);
  return acts;
}

/** What a person did; where nobody did anything, what weighs most, and of equals the last. */
function leadOf(facts: readonly Fact[]): Fact {
  return facts.find((fact) => !isDerived(fact)) ?? facts.reduce((a, b) => (gravity(b) >= gravity(a) ? b : a));
}

function gravity({ body }: Fact): number {
  if (body.type === 'AcceptanceDeemed' || body.type === 'SilenceReached') return 2 + Object.keys(levels).length;
  if (body.type === 'WarningRaised') return 2 + Object.keys(levels).indexOf(body.level);
  return body.type === 'CalendarAdopted' ? 1 : 0;
}

function isDerived({ body }: Fact): boolean {
  return recordOf(body.type).derived === true;
}

function isOfTime({ requestId }: Fact): boolean {
  return requestId === 'tick';
}
