import { endIncidents, keepIncident } from '../../db/journal/incidents.ts';
import type { IncidentKind } from '../../db/journal/incidents.ts';
import type { Context } from './context.ts';
import { compare } from './compare.ts';
import { eachOf } from './each-of.ts';

const atOnce = 4;

/** Looks at a case again with the next sweeps. */
export function suspect({ suspects }: Context, caseId: string): void {
  if (!suspects.since.has(caseId)) suspects.since.set(caseId, performance.now());
}

/** Begins to compare every suspect anew, unless that is under way. No sweep waits for it: while Temporal is away each takes its time. */
export function recheckSuspects(context: Context): void {
  const { suspects, log } = context;
  if (suspects.busy || suspects.since.size === 0) return;
  suspects.busy = true;
  eachOf([...suspects.since], atOnce, async ([caseId, since]) => recheck(context, caseId, since))
    .catch((err: unknown) => log.warn({ err }, 'cases that differ could not be looked at again'))
    .finally(() => {
      suspects.busy = false;
    });
}

/** A case that is well is forgotten, one that is not for too long is told. */
async function recheck(context: Context, caseId: string, since: number): Promise<void> {
  const standing = await compare(context, caseId);
  switch (standing) {
    case 'same':
    case 'repaired':
      context.suspects.since.delete(caseId);
      return endIncidents(context.db, caseId);
    case 'unanswered':
      return;
    case 'forked':
    case 'lost':
    case 'unregistered':
      if (performance.now() - since < context.incidentAfterMs) return;
      return tellIncident(context, caseId, standing);
  }
  return standing satisfies never;
}

/** Tells an incident once over all processes, in the log, the metrics and /readyz; `npm run case:restore` ends it. */
export async function tellIncident(
  { db, metrics, log }: Pick<Context, 'db' | 'metrics' | 'log'>,
  caseId: string,
  kind: IncidentKind,
): Promise<void> {
  if (!(await keepIncident(db, caseId, kind))) return;
  metrics.incident(kind);
  log.error({ caseId, kind }, 'incident: a case is not as its journal, see docs/how-to/backup.md');
}
