/** White space, controls and what fonts show as nothing at either end of a text. Variation selectors stay: they belong to a character. */
const ends = /^[\p{White_Space}\p{Cc}\u200B-\u200D\u2060\uFEFF]+|[\p{White_Space}\p{Cc}\u200B-\u200D\u2060\uFEFF]+$/gu;
/** Whatever somebody sees: no blank, no control, no filler (U+2800, U+3164 and their like). */
const visible = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** A text as it is kept: blanks at both ends are cut; one without a visible character is null, as if it had not been given. */
export function cutText(text: string): string | null {
  return visible.test(text) ? text.replaceAll(ends, '') : null;
}
