declare const digest: unique symbol;
declare const person: unique symbol;

/** HMAC-SHA-256 in hex of a text kept in PostgreSQL, under the key of its case: histories carry the digest, never the words. */
export type Digest = string & { readonly [digest]?: true };

/** What a field of free text holds: words as they are written, or names that are compared (domain/words/names.ts). */
export type TextKind = 'words' | 'names';

/** Id of a person of the directory whom an order names. */
export type PersonId = string & { readonly [person]?: true };

type Marked<O, M extends symbol> = {
  [K in keyof O]-?: M extends keyof (NonNullable<O[K]> extends readonly (infer E)[] ? E : NonNullable<O[K]>)
    ? K & string
    : never;
}[keyof O];

/** The fields of an object that hold digests, alone or in a list. */
export type DigestField<O> = Marked<O, typeof digest>;

/** The fields of an object that name people, alone or in a list. */
export type PersonField<O> = Marked<O, typeof person>;
