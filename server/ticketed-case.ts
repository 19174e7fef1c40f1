import { ticketHeader } from '../contract/file-ticket.ts';
import { problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import { readHead } from '../db/journal/head.ts';
import type { Head } from '../db/journal/head.ts';
import { codeIssue } from '../db/people/query-codes.ts';
import type { AppDeps } from './deps.ts';
import { isTicketGood, readTicket } from './file-ticket.ts';
import type { Call } from './routes/handler.ts';

/** A request that brings the ticket of an applicant, or should. */
export type Ticketed = Pick<Call<'listOffered'>, 'request' | 'receivedAt'>;

/** The case of the ticket that a request brings. Problem `ticket-over`. */
export async function caseOfTicket(
  { db, config }: Pick<AppDeps, 'db' | 'config'>,
  { request, receivedAt: now }: Ticketed,
): Promise<Head | Problem> {
  const ticket = request.headers[ticketHeader];
  const read = typeof ticket === 'string' ? readTicket(ticket) : null;
  if (typeof ticket !== 'string' || read === null) return ticketOver();
  const issue = await codeIssue(db, read.caseId);
  if (!isTicketGood(config.sessionSecret, ticket, { issue, now })) return ticketOver();
  return (await readHead(db, read.caseId)) ?? ticketOver();
}

function ticketOver(): Problem {
  return problem('ticket-over', 'expected a ticket that holds, but there is none, or it is over');
}
