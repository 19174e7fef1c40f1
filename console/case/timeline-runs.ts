/** Facts of a demonstration that come in rows, one for every day that is skipped. */
const folded: readonly string[] = ['BusinessClockAdopted'];

/** The entries in their order, rows of the same folded type together and every other one by itself. */
export function runsOf<E extends { readonly type: string }>(entries: readonly E[]): E[][] {
  const runs: E[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run?.[0]?.type === entry.type && folded.includes(entry.type)) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}
