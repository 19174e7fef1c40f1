/** A value of the database that a process may use for a moment after it has read it. */
export interface Remembered<T> {
  current(): Promise<T>;
  /** Forgets what was read: the next one asks anew. */
  forget(): void;
}

/** Reads at most once in `ttlMs`; what could not be read is asked for again. */
export function remembered<T>(read: () => Promise<T>, ttlMs: number): Remembered<T> {
  let known: { readonly value: Promise<T>; readonly until: number } | null = null;
  const forget = (): void => {
    known = null;
  };
  return {
    forget,
    current: async () => {
      if (known === null || performance.now() > known.until) {
        known = { value: read(), until: performance.now() + ttlMs };
        known.value.catch(forget);
      }
      return known.value;
    },
  };
}
