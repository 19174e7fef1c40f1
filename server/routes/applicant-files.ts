import { v7 as newId } from 'uuid';
import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { basePath } from '../../contract/routes.ts';
import type { Db } from '../../db/client.ts';
import { beginFile, filesOf, readFile, takeBackFile } from '../../db/files/case-files.ts';
import type { CaseFile } from '../../db/files/case-files.ts';
import { readHead } from '../../db/journal/head.ts';
import { caseOfCode } from '../code-check.ts';
import { filePlaces } from '../../domain/files/receipt-proof.ts';
import type { AppDeps } from '../deps.ts';
import type { Files } from '../files/open-files.ts';
import { applicantOrderTypes } from '../../contract/applicant-orders.ts';
import { guard } from '../../domain/case/guard.ts';
import { applicantActor } from '../../domain/people/applicant.ts';
import { noSuchFile } from '../file-rights.ts';
import { fileTicket } from '../file-ticket.ts';
import { tooMany } from '../guesses.ts';
import type { Guesses } from '../guesses.ts';
import { presentOffered } from '../presenters/files.ts';
import { languageOf } from '../problem-reply.ts';
import { caseOfTicket } from '../ticketed-case.ts';
import type { Ticketed } from '../ticketed-case.ts';
import { noSuchCase } from '../visible-case.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { giveUp, refusedAtOnce, takePart, tellOffset } from './uploading.ts';

type Names = 'openFileDoor' | 'listOffered' | 'offerFile' | 'offerState' | 'offerPart' | 'cancelOffer';

/** Files that an applicant sends with the number and the query code of a case: they wait until the window takes them. */
export function applicantFileHandlers(
  deps: AppDeps,
  { guesses, ...tools }: CaseTools & { readonly guesses: Guesses },
): Pick<Handlers, Names> {
  const { db, files, config, worlds } = deps;
  const secret = config.sessionSecret;
  /** An upload of the applicant of that case. */
  const uploadOf = async (call: Ticketed, fileId: string): Promise<CaseFile | Problem> => {
    const head = await caseOfTicket(deps, call);
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
      const [{ materials }, world, { today }] = await Promise.all([
        tools.definitions(head.state.filing.definition, languageOf(request)),
        worlds.worldOf(head.state),
        tools.time.read(),
      ]);
      const desk = { state: head.state, world, actor: applicantActor, today };
      return {
        ticket: fileTicket(secret, { ...right, now }),
        open: head.state.status === 'open',
        orders: applicantOrderTypes.filter((type) => guard(desk, { type }) === null),
        withdrawalAskedOn: head.state.withdrawalAsked?.on ?? null,
        materials: materials.map(({ id, title }) => ({ id, title })),
        mostBytes: files.mostBytes.ofFile,
      };
    },
    listOffered: async (call) => {
      const head = await caseOfTicket(deps, call);
      if (isProblem(head)) return head;
      const definition = await tools.definitions(head.state.filing.definition, languageOf(call.request));
      return { items: presentOffered(await filesOf(db, head.caseId), definition) };
    },
    offerFile: async ({ body, ...call }) => {
      const head = await caseOfTicket(deps, call);
      if (isProblem(head)) return head;
      const places = filePlaces(head.state.filing, await tools.definitions(head.state.filing.definition));
      const refusal = refusedAtOnce(body, { state: head.state, places, files });
      if (refusal !== null) return refusal;
      const lock = await guesses.offer(call.request.ip, call.receivedAt);
      if (lock !== null) return tooMany(lock, 'files from one address', call.receivedAt);
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
