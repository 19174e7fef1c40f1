import type { TokenHolder } from '../../db/people/tokens.ts';

/** For how long a process may believe what it read of a token, in ms. */
export const believeMs = 2_000;
const cacheLimit = 10_000;

/** Who a bearer token belongs to, asked of the database at most once in two seconds. */
export interface PersonCache {
  /** The person with the posts held now; null when the token is not good. A refusal is never remembered. */
  ofToken(token: string): Promise<TokenHolder | null>;
  /** Forgets all: after a write that may have changed who may do what. */
  forget(): void;
}

/**
 * An empty cache over `read`, which asks the database at an instant in epoch ms; `now` gives it. Nothing is believed while this process does
 * not hear (`hears`) of what other processes change: a right taken away there ends at once.
 */
export function createPersonCache(
  read: (token: string, at: number) => Promise<TokenHolder | null>,
  now: () => number,
  hears: () => boolean,
): PersonCache {
  const known = new Map<string, { readonly person: TokenHolder; readonly until: number }>();
  let era = 0;
  return {
    ofToken: async (token) => {
      const found = known.get(token);
      if (found !== undefined && found.until > now() && hears()) return found.person;
      const [asked, until] = [era, now() + believeMs];
      const person = await read(token, now());
      known.delete(token);
      if (known.size >= cacheLimit) known.clear();
      if (person !== null && asked === era) known.set(token, { person, until });
      return person;
    },
    forget: () => {
      era += 1;
      known.clear();
    },
  };
}
