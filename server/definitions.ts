import { flowBySha } from '../db/catalogue/flows.ts';
import type { Db } from '../db/client.ts';
import type { FlowDefinition } from '../domain/flow/definition.ts';
import { inEnglish } from '../domain/words/in-english.ts';
import type { Language } from '../domain/words/said.ts';

/** Finds the published definition that a case has pinned, in the language of who reads it; it never changes, so it is read once. */
export type Definitions = (sha256: string, language?: Language) => Promise<FlowDefinition>;

const cacheLimit = 500;

/** A reader of definitions with a cache. @throws Error when a pinned definition is missing: that is never a person's mistake */
export function createDefinitions(db: Db): Definitions {
  const known = new Map<string, Readonly<Record<Language, FlowDefinition>>>();
  return async (sha256, language = 'zh') => {
    const cached = known.get(sha256);
    if (cached !== undefined) return cached[language];
    const found = await flowBySha(db, sha256);
    if (found === null) throw new Error(`expected the published flow ${sha256}, but it is not there`);
    if (known.size >= cacheLimit) known.clear();
    const both = { zh: found.definition, en: inEnglish(found.definition) };
    known.set(sha256, both);
    return both[language];
  };
}
