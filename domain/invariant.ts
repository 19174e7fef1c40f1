/** Stops on a bug of ours (never on a person's mistake): the caller's task fails and heals with a fixed build. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${message}`);
}
