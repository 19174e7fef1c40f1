/** Tells a story line by line; a line that is not true is marked and counted. */
export interface Teller {
  /** A heading. */
  readonly chapter: (title: string) => void;
  /** One sentence and whether it holds; `got` is shown when it does not. */
  readonly line: (sentence: string, holds: boolean, got?: unknown) => void;
  /** A line of the story that is shown, not checked. */
  readonly say: (sentence: string) => void;
  readonly told: () => { lines: number; wrong: number };
}

/** A teller that prints to standard output. */
export function teller(print: (text: string) => void): Teller {
  let [lines, wrong] = [0, 0];
  return {
    chapter: (title) => print(`\n【${title}】`),
    say: (sentence) => print(`    ${sentence}`),
    line: (sentence, holds, got) => {
      lines += 1;
      if (holds) return print(`  ✓ ${sentence}`);
      wrong += 1;
      print(`  ✗ ${sentence}${got === undefined ? '' : `\n      实际：${JSON.stringify(got)}`}`);
    },
    told: () => ({ lines, wrong }),
  };
}
