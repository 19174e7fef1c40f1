import { createHmac, timingSafeEqual } from 'node:crypto';

/** An applicant may send files for so long after giving the code. */
const lastsMs = 4 * 3_600_000;

/**
 * What an applicant's requests about files bring instead of the query code: signed by the server's secret, for one case and one issue of its
 * code, until an instant. Nothing is kept; a code that is issued anew ends the tickets of the one before.
 */
export function fileTicket(secret: string, o: { caseId: string; issue: number; now: number }): string {
  const until = o.now + lastsMs;
  return `${o.caseId}.${until}.${signOf(secret, { ...o, until })}`;
}

/** The case a ticket names and until when (epoch ms), unproved; null when it has not the form of one. */
export function readTicket(ticket: string): { caseId: string; until: number } | null {
  const [, caseId, until] =
    /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{13,14})\.[\w-]{43}$/.exec(ticket) ?? [];
  return caseId === undefined ? null : { caseId, until: Number(until) };
}

/** Whether a ticket is ours, of this issue of the code of its case, and not over. */
export function isTicketGood(secret: string, ticket: string, o: { issue: number; now: number }): boolean {
  const read = readTicket(ticket);
  if (read === null || read.until < o.now) return false;
  const [right, given] = [signOf(secret, { ...read, issue: o.issue }), ticket.slice(-43)];
  return timingSafeEqual(Buffer.from(right), Buffer.from(given));
}

function signOf(secret: string, o: { caseId: string; issue: number; until: number }): string {
  return createHmac('sha256', secret).update(`files ${o.caseId} ${o.issue} ${o.until}`).digest('base64url');
}
