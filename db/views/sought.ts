/** One way in which a case may be meant: the keys that it is kept under (`find_words` of the migrations), and a LIKE pattern of each word. */
export interface Way {
  readonly keys: readonly string[];
  readonly like: readonly string[];
}

/** What somebody typed to find cases by. */
export interface Sought {
  /** As it was typed, for numbers of documents: `fold_number` folds it. */
  readonly typed: string;
  /** All of it as one word, folded. */
  readonly whole: string;
  /** The words between its blanks, folded: all of them are meant. */
  readonly words: readonly string[];
  readonly ways: readonly Way[];
}

/** Fewer signs of a number than these say too little. */
const shortestTail = 4;
/** More words than these narrow nothing any more. */
const mostWords = 4;

/** What was typed, as cases are found by it: as one word, and where there are blanks as several that must all be there. */
export function soughtIn(typed: string): Sought {
  const whole = foldForFinding(typed);
  const words = typed
    .split(/\s+/u)
    .map(foldForFinding)
    .filter((word) => word !== '');
  const several = words.length > 1 ? allOf(words.slice(0, mostWords)) : [];
  return { typed, whole, words, ways: [...waysOf(whole), ...several] };
}

/** What is sought as it was kept (`fold_for_finding` of the migrations): width and case folded, without blanks. */
export function foldForFinding(text: string): string {
  return text.normalize('NFKC').toUpperCase().replaceAll(/\s/gu, '');
}

/** Whether a folded word is a number: of a case, a paper or a telephone. */
export function isNumber(word: string): boolean {
  return /^(?=.*\d)[0-9A-Z-]+$/.test(word);
}

/** Whether so much of a number was typed that it says something. */
export function saysEnough(number: string): boolean {
  return number.length >= shortestTail;
}

/** How many digits the serial of a day has at the end of a case number. */
const serialLength = 4;

/** A few digits as the serial at the end of a case number, as people say it to each other: 12 for 0012. Null for anything else. */
export function serialIn(whole: string): string | null {
  return /^\d{1,3}$/.test(whole) ? whole.padStart(serialLength, '0') : null;
}

/** A number stands by its end; other words by their signs in pairs, or as the whole name of a person. */
function waysOf(word: string): readonly Way[] {
  const like = word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  if (isNumber(word)) return saysEnough(word) ? [{ keys: [`~${word.slice(-shortestTail)}`], like: [`%${like}`] }] : [];
  return [
    { keys: bigrams(word), like: [`%${like}%`] },
    { keys: [`=${word}`], like: [like] },
  ];
}

function allOf(words: readonly string[]): readonly Way[] {
  const none: readonly Way[] = [{ keys: [], like: [] }];
  return words.reduce(
    (ways, word) =>
      ways.flatMap((way) =>
        waysOf(word).map(({ keys, like }) => ({ keys: [...way.keys, ...keys], like: [...way.like, ...like] })),
      ),
    none,
  );
}

/** Two signs each, as they stand in what is sought; a single sign stands for itself and finds nothing. */
export function bigrams(text: string): readonly string[] {
  const signs = [...text];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`);
}
