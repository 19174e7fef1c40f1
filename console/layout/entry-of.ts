import { paths } from '../paths.ts';

/** Pages below an entry that do not begin with its path. */
const children: readonly (readonly [RegExp, string])[] = [
  [/^\/flows\//, paths.items],
  [/^\/cases\/[^/]+\/receipt$/, paths.fileCase],
];

/**
 * The menu entry a page belongs to: its own, or the one whose child it is. A case is a child of the list it was opened from, `last`.
 * Null: none.
 */
export function entryOf(pathname: string, entries: readonly string[], last: string | null): string | null {
  const own = entries.find((path) => pathname === path || pathname.startsWith(`${path}/`));
  if (own !== undefined) return own;
  const parent = children.find(([page]) => page.test(pathname))?.[1];
  if (parent !== undefined) return parent;
  return pathname.startsWith('/cases/') ? last : null;
}
