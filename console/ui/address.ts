/** What the address asks for under these names, without what is empty. */
export function askedIn<Name extends string>(
  search: URLSearchParams,
  names: readonly Name[],
): { readonly [K in Name]?: string } {
  const given = names.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : []));
  return Object.fromEntries(given) as { [K in Name]?: string };
}

/** Fields as they stand in the address, without what is empty. */
export function inAddress(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const named = Object.entries(fields).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== ''));
}
