/** EX_USAGE: the command was not called as it must be. */
export const usageError = 64;
/** EX_UNAVAILABLE: PostgreSQL or Temporal is not to be had. */
export const unavailable = 69;
/** EX_TEMPFAIL: another copy runs on the same data folder. */
export const busy = 75;
/** EX_CONFIG: a setting or folder cannot be used. */
export const misconfigured = 78;

/** SQLSTATEs of PostgreSQL's no: wrong password or user, no right to sign in, no such database. Waiting does not mend them. */
export const noEntry = /^(28P01|28000|3D000)$/;

/** An error whose message is meant for people as it stands (no stack), with the exit code of the process. */
export function launchError(exitCode: number, message: string): Error {
  return Object.assign(new Error(message), { exitCode });
}

/** The exit code an error asks for; undefined for an error that is a bug and deserves its stack. */
export function exitCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('exitCode' in error)) return undefined;
  return typeof error.exitCode === 'number' ? error.exitCode : undefined;
}
