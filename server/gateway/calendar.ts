import { readRevision, revisionText } from '../../domain/clock/revision.ts';
import { systemActor } from '../../domain/people/system.ts';
import type { Context } from './context.ts';
import type { OrderRequest } from './types.ts';

/** The order by which the system brings the newest calendar to a case: one operation a case and revision, however often it is given. */
export function adoptionOf({ calendar, now }: Context, caseId: string): OrderRequest {
  const revision = readRevision(calendar.revision);
  const key = revisionText(revision);
  const route = `adoptCalendar ${caseId}`;
  return {
    caseId,
    order: { type: 'adoptCalendar', revision },
    actor: systemActor,
    people: [],
    texts: [],
    route,
    key,
    bodyHash: key,
    receivedAt: now(),
    requestId: `${route} ${key}`,
  };
}
