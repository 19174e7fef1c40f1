import { v7 as newId } from 'uuid';
import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { basePath } from '../../contract/routes.ts';
import { beginFile, filesOf } from '../../db/files/case-files.ts';
import type { Head } from '../../db/journal/head.ts';
import { takesSignature } from '../../domain/files/signature.ts';
import { serviceSignature } from '../../domain/files/signature-place.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { AppDeps } from '../deps.ts';
import { caseOfFiles, noSuchFile, uploadOf } from '../file-rights.ts';
import type { CaseTools } from './cases.ts';
import type { Call, Handlers } from './handler.ts';
import { giveUp, refusedAtOnce, takePart, tellOffset, unknownMaterial } from './uploading.ts';

type Names = 'beginUpload' | 'uploadState' | 'uploadPart' | 'cancelUpload';

/** Files that staff bring: announced, sent in parts, given up. */
export function uploadHandlers({ db, files, worlds }: AppDeps, tools: CaseTools): Pick<Handlers, Names> {
  return {
    beginUpload: async ({ body, person, receivedAt }) => {
      const head = await caseOfFiles(db, person, body.caseId);
      if (isProblem(head)) return head;
      const refusal = (await refusalOfSignature(body, person, head)) ?? (await refusalOfNew(body, head));
      if (refusal !== null) return refusal;
      const file = { ...body, fileId: newId(), replaces: body.replaces ?? null, broughtBy: person.id, at: receivedAt };
      const refused = await beginFile(db, file, files.mostBytes.ofCase);
      return refused ?? { fileId: file.fileId, uploadUrl: `${basePath}/files/${file.fileId}/upload` };
    },
    uploadState: async ({ params, person, reply }) => {
      const file = await uploadOf(db, person, params.fileId);
      return isProblem(file) ? file : tellOffset(files, file, reply);
    },
    uploadPart: async ({ params, person, request, reply }) => {
      const file = await uploadOf(db, person, params.fileId);
      if (isProblem(file)) return file;
      return takePart({ db, files, at: (await tools.time.read()).now }, file, { request, reply });
    },
    cancelUpload: async ({ params, person }) => {
      const file = await uploadOf(db, person, params.fileId);
      return isProblem(file) ? file : giveUp({ db, files }, file);
    },
  };

  /** A signature is written before who may hand the document out now; for all others there is no such place. */
  async function refusalOfSignature({ materialId }: Call<'beginUpload'>['body'], person: Actor, { state }: Head) {
    if (materialId !== serviceSignature.id || state.status === 'closed') return null;
    return takesSignature(person, await worlds.worldOf(state), state) ? null : unknownMaterial(materialId);
  }

  /** Why a file is not even announced. */
  async function refusalOfNew(body: Call<'beginUpload'>['body'], { caseId, state }: Head): Promise<Problem | null> {
    const definition = await tools.definitions(state.filing.definition);
    const isSignature = body.materialId === serviceSignature.id;
    const refusal = refusedAtOnce(body, { state, definition, files, isSignature });
    if (refusal !== null || body.replaces === undefined) return refusal;
    const before = (await filesOf(db, caseId)).find(({ fileId }) => fileId === body.replaces);
    if (before === undefined || before.materialId !== body.materialId) return noSuchFile();
    return before.state === 'kept'
      ? null
      : problem('file-ended', `expected a file that counts, but it is ${before.state}`);
  }
}
