import { exitCodeOf, misconfigured, noEntry, unavailable, usageError } from '../server/launcher/launch-error.ts';

/** Runs a command of operators. What they can mend ends it with a sentence and its exit code; a bug keeps its stack. */
export async function runCommand(usage: string, command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const told = toldOf(error, usage);
    if (told === null) throw error;
    process.stderr.write(`${told.sentence}\n`);
    process.exit(told.code);
  }
}

/** What an error says to an operator, with the exit code; null for a bug. Codes: of node's parseArgs and sockets, of PostgreSQL. */
export function toldOf(error: unknown, usage: string): { readonly code: number; readonly sentence: string } | null {
  if (!(error instanceof Error)) return null;
  const asked = exitCodeOf(error);
  if (asked !== undefined) return { code: asked, sentence: error.message };
  const code = 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS')) return { code: usageError, sentence: `${error.message}\n\n${usage}` };
  if (code === 'ENOENT') return { code: usageError, sentence: `expected a file, but: ${error.message}` };
  if (noEntry.test(code)) {
    const mend = 'npm run migrate makes the database and sets the passwords';
    return { code: misconfigured, sentence: `expected to be let in, but PostgreSQL says: ${error.message}. ${mend}` };
  }
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)$/.test(code)) {
    return { code: unavailable, sentence: `expected PostgreSQL at the address given, but: ${whyOf(error)}` };
  }
  return null;
}

/** A name with several addresses fails with all their errors and no message of its own. */
function whyOf(error: Error): string {
  const each = error instanceof AggregateError ? error.errors : [error];
  return each.map((one: unknown) => (one instanceof Error ? one.message : String(one))).join('; ');
}
