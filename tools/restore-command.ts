import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Queryable } from '../db/client.ts';
import { lastComparison } from '../db/journal/comparisons.ts';
import { openIncidents } from '../db/journal/incidents.ts';
import type { RestoreOptions } from '../server/gateway/gateway.ts';

/** How `npm run case:restore` is used. */
export const usage = `npm run case:restore -- <caseId> ... | --file <list> | --all   [--journal-was-restored | --drop-unregistered]
npm run case:restore -- --list

Ends the run of a case and begins it anew from its journal. --file: case ids, one a line. --all: every case that differs from its journal.
--list: tells the incidents that are not over and changes nothing. A case whose run has facts that this database does not know is refused (65)
until you say which it is:
  --journal-was-restored: the database came back from an earlier moment than Temporal: takes them into the journal; never after an attack.
  --drop-unregistered: somebody ordered past the door: drops them for good.
With DATABASE_URL and TEMPORAL_ADDRESS; workers run.`;

const options = {
  file: { type: 'string' },
  all: { type: 'boolean' },
  list: { type: 'boolean' },
  'journal-was-restored': { type: 'boolean' },
  'drop-unregistered': { type: 'boolean' },
} as const;

/** What the command line asks for, or what is wrong with it. */
type Asked = { ways: Ways; ahead: RestoreOptions['ahead'] } | { wrong: string };
type Ways = { list: boolean; all: boolean; caseIds: readonly string[] };

/** Reads the arguments of `npm run case:restore`. */
export function readCommand(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { file, all = false, list = false } = values;
  const [take, drop] = [values['journal-was-restored'] === true, values['drop-unregistered'] === true];
  const ways = [positionals.length > 0, file !== undefined, all, list].filter(Boolean).length;
  if (ways !== 1) return { wrong: `expected one of case ids, --file, --all and --list, but found ${ways}` };
  if (take && drop) return { wrong: 'expected one of --journal-was-restored and --drop-unregistered, but found both' };
  const caseIds = file === undefined ? positionals : readFileSync(file, 'utf8').split(/\s+/).filter(Boolean);
  const wrong = caseIds.find((caseId) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(caseId));
  if (wrong !== undefined)
    return { wrong: `expected a case id (a UUID, as --list and the log tell it), but found ${wrong}` };
  return { ways: { list, all, caseIds }, ahead: take ? 'take' : drop ? 'drop' : 'refuse' };
}

/** The incidents that are not over, and when all was last compared: "none" is worth nothing without. */
export async function incidentLines(db: Queryable): Promise<readonly string[]> {
  const [incidents, last] = await Promise.all([openIncidents(db), lastComparison(db)]);
  const lines = incidents.map(
    ({ caseId, kind, seenAt }) => `${caseId} ${kind} since ${new Date(seenAt).toISOString()}`,
  );
  const differing =
    last === null || last.differing === 0
      ? ''
      : `, ${last.differing} differed then: what still did 30 s later is named above`;
  const compared =
    last === null
      ? 'not compared yet: an API does it at its start'
      : `compared at ${new Date(last.at).toISOString()}, ${last.compared} cases${differing}`;
  return [...lines, `${incidents.length} incidents; ${compared}`];
}
