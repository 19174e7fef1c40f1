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

/** What can be read in a language, said in both. */
export function inBoth(read: (language: Language) => string): Said {
  return { zh: read('zh'), en: read('en') };
}
