import { v7 as newId } from 'uuid';
import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { reuseFile } from '../../db/files/case-files.ts';
import type { Head } from '../../db/journal/head.ts';
import { reuseConsents } from '../../domain/case/files-taken.ts';
import type { ReuseConsent } from '../../domain/case/files-taken.ts';
import { isUnverified } from '../../domain/case/identity.ts';
import { isOver, refusesReuse } from '../../domain/files/reuse.ts';
import { mayOpen } from '../../domain/files/states.ts';
import type { Person } from '../../db/people/users.ts';
import type { AppDeps } from '../deps.ts';
import { reusableFor, reuseRefused } from '../earlier-materials.ts';
import type { Reusable } from '../earlier-materials.ts';
import { caseOfFiles, noSuchFile } from '../file-rights.ts';
import { materialTitle } from '../presenters/files.ts';
import { languageOf } from '../problem-reply.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { filesFor } from './orders.ts';
import { caseClosed } from './uploading.ts';

type Names = 'listEarlier' | 'takeEarlier';

/** What an applicant gave before or got from the department, offered to its window and used again with consent. */
export function earlierMaterialHandlers({ db, files }: AppDeps, tools: CaseTools): Pick<Handlers, Names> {
  /** The case, for the window that takes its materials in. */
  const caseAtWindow = async (person: Person, caseId: string): Promise<Head | Problem> => {
    const head = await caseOfFiles(db, person, caseId);
    if (isProblem(head) || filesFor(person, head.state.filing.departmentId)) return head;
    return problem('not-allowed', 'expected a window post of the department, but it is another one');
  };
  const opens = ({ content: { scan } }: Reusable) => mayOpen(scan, files.scanner !== null);
  return {
    listEarlier: async ({ params: { caseId }, person, request }) => {
      const head = await caseAtWindow(person, caseId);
      if (isProblem(head)) return head;
      const definition = await tools.definitions(head.state.filing.definition, languageOf(request));
      const [found, { today }] = await Promise.all([
        reusableFor({ db, definitions: tools.definitions }, head, definition),
        tools.time.read(),
      ]);
      const items = found.map((one) => ({
        materialId: one.materialId,
        kind: one.earlier.kind,
        source: one.content.id,
        name: one.name,
        caseNo: one.content.caseNo,
        givenOn: one.earlier.givenOn,
        goodUntil: one.until,
        expired: isOver(one.until, today),
        mayOpen: opens(one),
      }));
      return { items, consents: consentsOf(head).map((consent) => ({ consent, title: reuseConsents[consent] })) };
    },
    takeEarlier: async ({ body, person, audit }) => {
      const { caseId } = body;
      const head = await caseAtWindow(person, caseId);
      if (isProblem(head)) return head;
      if (head.state.status === 'closed') return caseClosed();
      const definition = await tools.definitions(head.state.filing.definition);
      const found = await reusableFor({ db, definitions: tools.definitions }, head, definition);
      const one = found.find(({ materialId, content }) => materialId === body.materialId && content.id === body.source);
      if (one === undefined) return noSuchFile();
      const { now, today } = await tools.time.read();
      const refusal = refusesReuse({ until: one.until, consent: body.consent, today }, head.state);
      if (refusal !== null) return reuseRefused(refusal);
      if (!opens(one)) return problem('file-in-quarantine', 'expected a file that was found clean, but it is not');
      if ((await files.store.head(one.content.sha256)) === null)
        return problem('file-content-missing', 'expected the content of a kept file, but the store has it not');
      const { sha256, size } = one.content;
      const title = materialTitle(definition, body.materialId);
      await audit({ kind: 'fileReused', subject: head.state.filing.caseNo, details: { title, sha256 } });
      const file = { fileId: newId(), caseId, materialId: body.materialId, name: one.name, size, sha256, at: now };
      const origin = originOf(one, { consent: body.consent, notedBy: person.id });
      const refused = await reuseFile(db, { ...file, broughtBy: person.id, origin }, files.mostBytes.ofCase);
      return refused ?? { fileId: file.fileId };
    },
  };
}

/** How the applicant of a case may have agreed. */
function consentsOf({ state }: Head): readonly ReuseConsent[] {
  if (isUnverified(state)) return [];
  return state.filing.reuse === true ? ['online', 'counter', 'written'] : ['counter', 'written'];
}

function originOf(
  { content, earlier, until, certificateNo }: Reusable,
  noted: { readonly consent: ReuseConsent; readonly notedBy: string },
) {
  const given = { caseNo: content.caseNo, givenOn: earlier.givenOn, goodUntil: until };
  return { ...given, ...noted, ...(certificateNo !== null && { certificateNo }) };
}
