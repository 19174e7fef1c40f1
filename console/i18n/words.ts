/** The English of an area: the same keys; one that is forgotten does not compile. */
export type English<Z> = { readonly [K in keyof Z]: string };
