/** What people read: Chinese, with English beside it as second language. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Said;

/** What is said, in the language of who reads it. */
export function say(said: Said, language: Language): string {
  return said[language];
}

/** A sentence with its places filled: `{step}` by what `parts` says of `step`; what is not known is left out. */
export function fill(sentence: string, parts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_place, name: string) =>
    Object.hasOwn(parts, name) ? (parts[name] ?? '') : '',
  );
}
