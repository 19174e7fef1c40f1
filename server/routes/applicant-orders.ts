import { isProblem } from '../../contract/problem.ts';
import { createSecrets } from '../../db/journal/secrets.ts';
import { applicantActor } from '../../domain/people/applicant.ts';
import type { AppDeps } from '../deps.ts';
import { tooMany } from '../guesses.ts';
import type { Guesses } from '../guesses.ts';
import { digestOrder } from '../order-texts.ts';
import { caseOfTicket } from '../ticketed-case.ts';
import { noSuchCase } from '../visible-case.ts';
import type { Handlers } from './handler.ts';
import { writeOf } from './orders.ts';

/** What an applicant orders of the own case, by the ticket that the query code gives. */
export function applicantOrderHandlers(
  deps: AppDeps,
  { guesses }: { readonly guesses: Guesses },
): Pick<Handlers, 'giveOwnOrder'> {
  const secretOf = createSecrets(deps.db);
  return {
    giveOwnOrder: async (call) => {
      const { body, request, receivedAt } = call;
      const head = await caseOfTicket(deps, call);
      if (isProblem(head)) return head;
      const lock = await guesses.offer(request.ip, receivedAt);
      if (lock !== null) return tooMany(lock, 'requests from one address', receivedAt);
      const { caseId } = head;
      const secret = await secretOf(caseId);
      if (secret === null) return noSuchCase();
      const { order, texts } = digestOrder(body, secret);
      const write = writeOf(call, applicantActor, `giveOwnOrder ${caseId}`);
      const stored = await deps.gateway.give({ ...write, caseId, order, people: [], texts });
      return { stored };
    },
  };
}
