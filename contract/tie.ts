import type { Static, TSchema } from 'typebox';

/** Whether a schema takes what a type of the domain says: the same fields, each of a type that fits. */
export type Tied<S extends TSchema, D> =
  Static<S> extends D ? ([keyof Static<S>, KeysOf<D>] extends [KeysOf<D>, keyof Static<S>] ? true : false) : false;
type KeysOf<D> = D extends unknown ? keyof D : never;

/** The names in a table of ties that do not hold. */
export type Untied<Ties> = { [K in keyof Ties]: Ties[K] extends true ? never : K }[keyof Ties];

/** Takes `never` only: the compiler's error says what else it was given. */
export type None<T extends never> = T;
