import { isProblem, problem } from '../../contract/problem.ts';
import { filesOf } from '../../db/files/case-files.ts';
import type { CaseFile } from '../../db/files/case-files.ts';
import type { Filing } from '../../domain/case/filing.ts';
import { dispositionOf, savedName } from '../../domain/files/file-name.ts';
import { fileKinds } from '../../domain/files/kinds.ts';
import { signaturePlace } from '../../domain/files/signature-place.ts';
import { filePlaces } from '../../domain/files/receipt-proof.ts';
import { mayOpen } from '../../domain/files/states.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { AppDeps } from '../deps.ts';
import { caseOfFiles, fileForPerson, noSuchFile } from '../file-rights.ts';
import { packingList, zipOf } from '../files/bundle.ts';
import type { Bundled } from '../files/bundle.ts';
import { materialTitle, presentFiles } from '../presenters/files.ts';
import type { Language } from '../../domain/words/said.ts';
import { languageOf } from '../problem-reply.ts';
import type { CaseTools } from './cases.ts';
import type { Call, Handlers } from './handler.ts';
import { filesFor } from './orders.ts';

type Names = 'listFiles' | 'openFile' | 'bundleFiles';

/** Files of a case: listed, opened one by one or all at once. */
export function fileHandlers({ db, files }: AppDeps, tools: CaseTools): Pick<Handlers, Names> {
  return {
    listFiles: async ({ params: { caseId }, person, request }) => {
      const head = await caseOfFiles(db, person, caseId);
      if (isProblem(head)) return head;
      const [found, definition] = await Promise.all([
        filesOf(db, caseId),
        tools.definitions(head.state.filing.definition, languageOf(request)),
      ]);
      const { filing, status } = head.state;
      const mayTake = status === 'open' && filesFor(person, filing.departmentId);
      const items = presentFiles(found, { definition, hasScanner: files.scanner !== null });
      const places = placesOf(filing, definition, found, languageOf(request));
      return { items, places, mayTake, mostBytes: files.mostBytes };
    },
    openFile: async (call) => {
      const found = await fileForPerson(db, call.person, call.params.fileId);
      if (isProblem(found)) return found;
      const { file, head } = found;
      if (file.sha256 === null || file.kind === null) return noSuchFile();
      if (!isOpenable(file))
        return problem('file-in-quarantine', 'expected a file that was found clean, but it is not');
      if ((await files.store.head(file.sha256)) === null) {
        files.heard(new Error(`expected the content ${file.sha256} in the store of files, but it is not there`));
        return problem('file-content-missing', 'expected the content of a kept file, but the store has it not');
      }
      const definition = await tools.definitions(head.state.filing.definition);
      const title = `${materialTitle(definition, file.materialId)}（第${file.version}版）`;
      const { caseNo } = head.state.filing;
      await call.audit({ kind: 'fileOpened', subject: caseNo, details: { title, sha256: file.sha256 } });
      contentHeaders(call, file);
      return files.store.get(file.sha256);
    },
    bundleFiles: async ({ params: { caseId }, person, audit, reply }) => {
      const head = await caseOfFiles(db, person, caseId);
      if (isProblem(head)) return head;
      const { filing } = head.state;
      const { caseNo, definition } = filing;
      const counting = (await filesOf(db, caseId)).filter(isBundled).filter(isOpenable);
      const packed = packingList(counting, placesOf(filing, await tools.definitions(definition), counting));
      await audit({ kind: 'fileOpened', subject: caseNo, details: { title: '全部有效文件', rows: packed.length } });
      reply.header('content-disposition', dispositionOf('attachment', `${caseNo}.zip`));
      return zipOf({ caseNo, madeAt: (await tools.time.read()).now, packed, store: files.store });
    },
  };

  function isOpenable({ scan }: Pick<CaseFile, 'scan'>): boolean {
    return scan !== null && mayOpen(scan, files.scanner !== null);
  }
}

/**
 * A file is served as what its bytes are and nothing else, runs nothing and loads nothing; shown on a page, only on one of ours. A PDF
 * is not put into a sandbox, in which no browser shows one.
 */
function contentHeaders({ query, reply }: Call<'openFile'>, { kind, name, size }: CaseFile): void {
  if (kind === null) throw new Error('expected a file that was kept, but it is still arriving');
  const { mediaType, preview } = fileKinds[kind];
  const isInline = query.inline === 'true' && preview !== null;
  const sandbox = isInline && preview === 'pdf' ? '' : '; sandbox';
  reply.headers({
    'content-type': mediaType,
    'content-length': String(size),
    'content-disposition': dispositionOf(isInline ? 'inline' : 'attachment', savedName(name, kind)),
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'${sandbox}`,
    'x-content-type-options': 'nosniff',
  });
}

function isBundled(file: CaseFile): file is Bundled {
  return file.state === 'kept' && file.sha256 !== null && file.kind !== null && file.keptAt !== null;
}

/** Where the files of a case stand: under its places, and once somebody has signed, under the signature. */
function placesOf(
  filing: Filing,
  definition: FlowDefinition,
  files: readonly CaseFile[],
  language?: Language,
): { id: string; title: string }[] {
  return [...filePlaces(filing, definition, language), ...signaturePlace(files, language)];
}
