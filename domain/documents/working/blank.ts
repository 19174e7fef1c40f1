/** What a hand fills in. */
export const blank = '＿＿＿＿＿＿＿＿';

/** What the case knows, or a blank. */
export function orBlank(words: string | null | undefined): string {
  return words ?? blank;
}

/** A box, ticked or to be ticked. */
export function box(label: string, isTicked = false): string {
  return `${isTicked ? '☑' : '□'}${label}`;
}
