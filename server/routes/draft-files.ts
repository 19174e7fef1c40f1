import { v7 as newId } from 'uuid';
import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { basePath } from '../../contract/routes.ts';
import type { BodyOf } from '../../contract/routes.ts';
import { publishedFlow } from '../../db/catalogue/flows.ts';
import { dropDraftFile } from '../../db/drafts/drafts.ts';
import type { Draft } from '../../db/drafts/drafts.ts';
import { beginFile, readFile } from '../../db/files/case-files.ts';
import type { CaseFile } from '../../db/files/case-files.ts';
import type { AppDeps } from '../deps.ts';
import { openDraftOf } from '../draft-access.ts';
import type { DraftCall } from '../draft-access.ts';
import { noSuchFile } from '../file-rights.ts';
import { tooMany } from '../guesses.ts';
import type { Guesses } from '../guesses.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { giveUp, takePart, tellOffset, tooLarge, unknownMaterial } from './uploading.ts';

type Names = 'beginDraftFile' | 'draftFileState' | 'draftFilePart' | 'dropDraftFile';

/** All files of a draft together, in bytes: nobody is known yet who answers for them. */
const mostBytes = 200 * 1_048_576;

/** Files of an online draft: announced, sent in parts, taken out again. */
export function draftFileHandlers(
  { db, files }: AppDeps,
  { guesses, ...tools }: CaseTools & { readonly guesses: Guesses },
): Pick<Handlers, Names> {
  const fileOf = async (asked: DraftCall, fileId: string): Promise<CaseFile | Problem> => {
    const draft = await openDraftOf(db, asked);
    if (isProblem(draft)) return draft;
    const file = await readFile(db, fileId);
    return file === null || file.caseId !== draft.caseId || file.broughtBy !== null ? noSuchFile() : file;
  };
  return {
    beginDraftFile: async ({ body, ...asked }) => {
      const draft = await openDraftOf(db, asked);
      if (isProblem(draft)) return draft;
      const refusal = await refusedFile(draft, body);
      if (refusal !== null) return refusal;
      const at = asked.receivedAt;
      const lock = await guesses.offer(asked.request.ip, at);
      if (lock !== null) return tooMany(lock, 'files from one address', at);
      const fileId = newId();
      const file = { ...body, fileId, caseId: draft.caseId, replaces: null, broughtBy: null, at };
      const refused = await beginFile(db, file, Math.min(mostBytes, files.mostBytes.ofCase));
      return refused ?? { fileId, uploadUrl: `${basePath}/drafts/files/${fileId}` };
    },
    draftFileState: async ({ params, reply, ...asked }) => {
      const file = await fileOf(asked, params.fileId);
      return isProblem(file) ? file : tellOffset(files, file, reply);
    },
    draftFilePart: async ({ params, reply, ...asked }) => {
      const file = await fileOf(asked, params.fileId);
      if (isProblem(file)) return file;
      return takePart({ db, files, at: (await tools.time.read()).now }, file, { request: asked.request, reply });
    },
    dropDraftFile: async ({ params, ...asked }) => {
      const file = await fileOf(asked, params.fileId);
      if (isProblem(file)) return file;
      if (file.state === 'arriving') return giveUp({ db, files }, file);
      return (await dropDraftFile(db, file)) ? null : noSuchFile();
    },
  };

  async function refusedFile(draft: Draft, { materialId, size }: BodyOf<'beginDraftFile'>): Promise<Problem | null> {
    if (size > files.mostBytes.ofFile) return tooLarge(files.mostBytes.ofFile);
    const flow = await publishedFlow(db, draft.itemCode);
    const material = flow?.definition.materials.find(({ id }) => id === materialId);
    if (material === undefined) return unknownMaterial(materialId);
    const detail = `expected a material that the applicant gives, but ${materialId} is had from shared data`;
    return material.shared === undefined ? null : problem('material-shared', detail);
  }
}
