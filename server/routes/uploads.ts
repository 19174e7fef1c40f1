import { v7 as newId } from 'uuid';
import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { basePath } from '../../contract/routes.ts';
import { beginFile, filesOf } from '../../db/files/case-files.ts';
import type { Head } from '../../db/journal/head.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { filePlaces } from '../../domain/files/receipt-proof.ts';
import { takesSignature } from '../../domain/files/signature.ts';
import { serviceSignature } from '../../domain/files/signature-place.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { AppDeps } from '../deps.ts';
import { caseOfFiles, noSuchFile, uploadOf } from '../file-rights.ts';
import type { CaseTools } from './cases.ts';
import type { Call, Handlers } from './handler.ts';
import { giveUp, refusedAtOnce, takePart, tellOffset } from './uploading.ts';

type Names = 'beginUpload' | 'uploadState' | 'uploadPart' | 'cancelUpload';

/** Files that staff bring: announced, sent in parts, given up. */
export function uploadHandlers({ db, files, worlds }: AppDeps, tools: CaseTools): Pick<Handlers, Names> {
  return {
    beginUpload: async ({ body, person, receivedAt }) => {
      const head = await caseOfFiles(db, person, body.caseId);
      if (isProblem(head)) return head;
      const refusal = await refusalOfNew(body, person, head);
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

  /** The places of the case, and that of a signature for who may hand the document out now; for all others there is no such place. */
  async function placesFor(person: Actor, materialId: string, state: CaseState): Promise<readonly { id: string }[]> {
    const places = filePlaces(state.filing, await tools.definitions(state.filing.definition));
    const signs = materialId === serviceSignature.id && takesSignature(person, await worlds.worldOf(state), state);
    return signs ? [...places, serviceSignature] : places;
  }

  /** Why a file is not even announced. */
  async function refusalOfNew(
    body: Call<'beginUpload'>['body'],
    person: Actor,
    { caseId, state }: Head,
  ): Promise<Problem | null> {
    const places = await placesFor(person, body.materialId, state);
    const refusal = refusedAtOnce(body, { state, places, files });
    if (refusal !== null || body.replaces === undefined) return refusal;
    const before = (await filesOf(db, caseId)).find(({ fileId }) => fileId === body.replaces);
    if (before === undefined || before.materialId !== body.materialId) return noSuchFile();
    return before.state === 'kept'
      ? null
      : problem('file-ended', `expected a file that counts, but it is ${before.state}`);
  }
}
