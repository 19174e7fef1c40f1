const invisible = /[\u200B-\u200D\u2060\uFEFF]/g;
const wide = /[\p{Script=Han}\u3000-\u303F]/u;

/**
 * A person's name as it is compared and kept: width folded (NFKC), without invisible characters and outer blanks; blanks between Chinese
 * characters go, others become one. `王 专家`, `王专家 ` and `王专家` are one person.
 */
export function foldName(name: string): string {
  const parts = name.normalize('NFKC').replaceAll(invisible, '').trim().split(/\s+/u);
  return parts.reduce((folded, part) => {
    const touches = wide.test(folded.slice(-1)) && wide.test(part.slice(0, 1));
    return `${folded}${touches || folded === '' ? '' : ' '}${part}`;
  }, '');
}
