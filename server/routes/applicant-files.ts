import { v7 as newId } from 'uuid';
import { ticketHeader } from '../../contract/file-ticket.ts';
import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { basePath } from '../../contract/routes.ts';
import type { Db } from '../../db/client.ts';
import { beginFile, filesOf, readFile, takeBackFile } from '../../db/files/case-files.ts';
import type { CaseFile } from '../../db/files/case-files.ts';
import { readHead } from '../../db/journal/head.ts';
import type { Head } from '../../db/journal/head.ts';
import { codeIssue } from '../../db/people/query-codes.ts';
import { caseOfCode } from '../code-check.ts';
import type { AppDeps } from '../deps.ts';
import type { Files } from '../files/open-files.ts';
import { noSuchFile } from '../file-rights.ts';
import { fileTicket, isTicketGood, readTicket } from '../file-ticket.ts';
import type { Guesses } from '../guesses.ts';
import { presentOffered } from '../presenters/files.ts';
import { languageOf } from '../problem-reply.ts';
import { noSuchCase } from '../visible-case.ts';
import type { CaseTools } from './cases.ts';
import type { Call, Handlers } from './handler.ts';
import { giveUp, refusedAtOnce, takePart, tellOffset } from './uploading.ts';

type Names = 'openFileDoor' | 'listOffered' | 'offerFile' | 'offerState' | 'offerPart' | 'cancelOffer';
type Ticketed = Pick<Call<'listOffered'>, 'request' | 'receivedAt'>;

/** Files that an applicant sends with the number and the query code of a case: they wait until the window takes them. */
export function applicantFileHandlers(
  { db, files, config }: AppDeps,
  { guesses, ...tools }: CaseTools & { readonly guesses: Guesses },
): Pick<Handlers, Names> {
  const secret = config.sessionSecret;
  /** The case of the ticket that a request brings. */
  const caseOf = async ({ request, receivedAt: now }: Ticketed): Promise<Head | Problem> => {
    const ticket = request.headers[ticketHeader];
    const read = typeof ticket === 'string' ? readTicket(ticket) : null;
    if (typeof ticket !== 'string' || read === null) return ticketOver();
    const issue = await codeIssue(db, read.caseId);
    if (!isTicketGood(secret, ticket, { issue, now })) return ticketOver();
    return (await readHead(db, read.caseId)) ?? ticketOver();
  };
  /** An upload of the applicant of that case. */
  const uploadOf = async (call: Ticketed, fileId: string): Promise<CaseFile | Problem> => {
    const head = await caseOf(call);
    if (isProblem(head)) return head;
    const file = await readFile(db, fileId);
    return file === null || file.caseId !== head.caseId || file.broughtBy !== null ? noSuchFile() : file;
  };
  return {
    openFileDoor: async ({ body, request, receivedAt: now }) => {
      const right = await caseOfCode({ db, secret, guesses }, { ...body, address: request.ip, now });
      if (isProblem(right)) return right;
      const head = await readHead(db, right.caseId);
      if (head === null) return noSuchCase();
      const { materials } = await tools.definitions(head.state.filing.definition, languageOf(request));
      return {
        ticket: fileTicket(secret, { ...right, now }),
        open: head.state.status === 'open',
        materials: materials.map(({ id, title }) => ({ id, title })),
        mostBytes: files.mostBytes.ofFile,
      };
    },
    listOffered: async (call) => {
      const head = await caseOf(call);
      if (isProblem(head)) return head;
      const definition = await tools.definitions(head.state.filing.definition, languageOf(call.request));
      return { items: presentOffered(await filesOf(db, head.caseId), definition) };
    },
    offerFile: async ({ body, ...call }) => {
      const head = await caseOf(call);
      if (isProblem(head)) return head;
      const definition = await tools.definitions(head.state.filing.definition);
      const refusal = refusedAtOnce(body, { state: head.state, definition, files });
      if (refusal !== null) return refusal;
      const lock = await guesses.offer(call.request.ip, call.receivedAt);
      if (lock !== null) return tooManyOffers(lock.lockedUntil - call.receivedAt);
      const fileId = newId();
      const { caseId } = head;
      const file = { ...body, fileId, caseId, replaces: null, broughtBy: null, at: call.receivedAt };
      const refused = await beginFile(db, file, files.mostBytes.ofCase);
      return refused ?? { fileId, uploadUrl: `${basePath}/lookup/uploads/${fileId}` };
    },
    offerState: async ({ params, reply, ...call }) => {
      const file = await uploadOf(call, params.fileId);
      return isProblem(file) ? file : tellOffset(files, file, reply);
    },
    offerPart: async ({ params, reply, ...call }) => {
      const file = await uploadOf(call, params.fileId);
      if (isProblem(file)) return file;
      return takePart({ db, files, at: (await tools.time.read()).now }, file, { request: call.request, reply });
    },
    cancelOffer: async ({ params, ...call }) => {
      const file = await uploadOf(call, params.fileId);
      return isProblem(file) ? file : endOffer({ db, files, at: (await tools.time.read()).now }, file);
    },
  };
}

/** Gives up what is under way, or takes back what waits for the window. */
async function endOffer({ at, ...o }: { db: Db; files: Files; at: number }, file: CaseFile): Promise<null | Problem> {
  if (file.state !== 'offered') return giveUp(o, file);
  const isBack = await takeBackFile(o.db, { fileId: file.fileId, why: '申请人撤回', at });
  return isBack
    ? null
    : problem('file-not-offered', 'expected a file that waits for the window, but it was just taken');
}

function ticketOver(): Problem {
  return problem('ticket-over', 'expected a ticket that holds, but there is none, or it is over');
}

function tooManyOffers(waitMs: number): Problem {
  const retryAfter = Math.ceil(waitMs / 1_000);
  return problem('too-many-requests', 'expected fewer files from one address, but there were more', { retryAfter });
}
