import { run } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import { readFacts } from '../db/journal/facts.ts';

/** Digests that are not of words: what a case pins, and files that applicants keep. */
const notWords: ReadonlySet<string> = new Set([
  'definition',
  'condition',
  'conditions',
  'calendar',
  'sha256',
  'inputs',
]);

/** Digests of words in a fact: what is kept beside the journal must have each. */
export function digestsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (notWords.has(key) ? [] : digestsIn(inner)));
}

const kept = { name: 'words-kept', text: 'SELECT digest FROM case_text WHERE case_id = $1' };

/** How many facts of a case have lost words: those of moments that a restored database does not have. */
export async function factsWithoutWords(db: Db, caseId: string): Promise<number> {
  const [facts, rows] = await Promise.all([readFacts(db, caseId, 0), run<{ digest: string }>(db, kept, [caseId])]);
  const known = new Set(rows.map(({ digest }) => digest));
  return facts.filter(({ body }) => digestsIn(body).some((digest) => !known.has(digest))).length;
}
