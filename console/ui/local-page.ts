/** One page of a list that the API gives whole; the cursor is the number of rows before it. */
export function localPage<R>(
  all: readonly R[],
  { limit, cursor }: { limit: string; cursor?: string },
): { readonly items: readonly R[]; readonly nextCursor: string | null } {
  const from = Number(cursor ?? 0);
  const to = from + Number(limit);
  return { items: all.slice(from, to), nextCursor: to < all.length ? String(to) : null };
}
