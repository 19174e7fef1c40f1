/** Texts that are wider than this many half-width characters go on in a second line. */
const widest = 60;
/** Hanzi and full-width punctuation stand as wide as two letters. */
const fullWidth = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/g;

/** How wide a column of a sheet must be for its heading and all its texts, in characters. */
export function sheetWidth(texts: readonly (string | number | null)[]): number {
  let most = 8;
  for (const text of texts) {
    const said = String(text ?? '');
    most = Math.max(most, said.length + (said.match(fullWidth)?.length ?? 0));
  }
  return Math.min(most + 2, widest);
}
