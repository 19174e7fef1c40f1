/** Texts of one area: Chinese is the source, English must have the same keys. */
export interface Area<Z> {
  readonly zh: Z;
  readonly en: { readonly [K in keyof Z]: string };
}

/** Declares the texts of an area; a key that English forgets does not compile. */
export function words<const Z extends Readonly<Record<string, string>>>(
  zh: Z,
  en: { readonly [K in keyof Z]: string },
): Area<Z> {
  return { zh, en };
}
