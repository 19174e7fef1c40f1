import { flowBySha } from '../db/catalogue/flows.ts';
import type { Db } from '../db/client.ts';
import type { FlowDefinition } from '../domain/flow/definition.ts';

/** Finds the published definition that a case has pinned; it never changes, so it is read once. */
export type Definitions = (sha256: string) => Promise<FlowDefinition>;

const cacheLimit = 500;

/** A reader of definitions with a cache. @throws Error when a pinned definition is missing: that is never a person's mistake */
export function createDefinitions(db: Db): Definitions {
  const known = new Map<string, FlowDefinition>();
  return async (sha256) => {
    const cached = known.get(sha256);
    if (cached !== undefined) return cached;
    const found = await flowBySha(db, sha256);
    if (found === null) throw new Error(`expected the published flow ${sha256}, but it is not there`);
    if (known.size >= cacheLimit) known.clear();
    known.set(sha256, found.definition);
    return found.definition;
  };
}
