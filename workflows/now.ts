/**
 * The instant of the workflow task, in ms: inside a workflow Temporal replays it. The only place of workflows/ and domain/
 * that asks for the time.
 */
export function now(): number {
  return Date.now();
}
