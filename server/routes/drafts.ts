import { randomUUID } from 'node:crypto';
import { isProblem } from '../../contract/problem.ts';
import { publishedFlow } from '../../db/catalogue/flows.ts';
import { beginDraft, dropDraft, filesOfDraft, saveDraftContent } from '../../db/drafts/drafts.ts';
import type { AppDeps } from '../deps.ts';
import { draftFiled, draftOf, openDraftOf } from '../draft-access.ts';
import { caseOfDraft, draftIdOf } from '../draft-id.ts';
import { submitDraft } from '../draft-submission.ts';
import { revisionOf } from '../etag.ts';
import { tooMany } from '../guesses.ts';
import type { Guesses } from '../guesses.ts';
import { presentDraft, savedDraft } from '../presenters/drafts.ts';
import type { CaseTools } from './cases.ts';
import { unknownPart } from '../unknown-part.ts';
import type { Handlers } from './handler.ts';

type Names = 'beginDraft' | 'readDraft' | 'saveDraft' | 'dropDraft' | 'submitDraft';

/** Online drafts: whoever brings the secret of one is its applicant, and to everybody else there is none. */
export function draftHandlers(
  deps: AppDeps,
  { guesses, ...tools }: CaseTools & { readonly guesses: Guesses },
): Pick<Handlers, Names> {
  const { db, files } = deps;
  return {
    beginDraft: async ({ body: { itemCode }, request, receivedAt: at }) => {
      const flow = await publishedFlow(db, itemCode);
      if (flow === null)
        return unknownPart('itemCode', { zh: '可以申报的事项', en: 'an item that can be applied for' }, itemCode);
      const lock = await guesses.draft({ address: request.ip }, at);
      if (lock !== null) return tooMany(lock, 'drafts from one address', at);
      const draft = randomUUID();
      const draftId = draftIdOf(draft) ?? '';
      await beginDraft(db, { draftId, caseId: caseOfDraft(draftId), itemCode, definition: flow.sha256, at });
      return { draft };
    },
    readDraft: async (asked) => {
      const draft = await draftOf(db, asked);
      if (isProblem(draft)) return draft;
      const [held, flow] = await Promise.all([filesOfDraft(db, draft.caseId), publishedFlow(db, draft.itemCode)]);
      return presentDraft(draft, { held, now: flow?.sha256 ?? null, mostBytes: files.mostBytes.ofFile });
    },
    saveDraft: async ({ body, ...asked }) => {
      const draft = await openDraftOf(db, asked);
      if (isProblem(draft)) return draft;
      const flow = await publishedFlow(db, draft.itemCode);
      const [at, revision] = [asked.receivedAt, revisionOf(asked.request.headers['if-match']) ?? 0];
      const definition = flow?.sha256 ?? draft.definition;
      const saved = await saveDraftContent(db, { ...draft, definition, content: body, revision, at });
      return typeof saved === 'number' ? savedDraft(saved, at) : saved;
    },
    dropDraft: async (asked) => {
      const draft = await openDraftOf(db, asked);
      if (isProblem(draft)) return draft;
      return (await dropDraft(db, draft)) ? null : draftFiled();
    },
    submitDraft: async (asked) => {
      const draft = await draftOf(db, asked);
      if (isProblem(draft)) return draft;
      return submitDraft(deps, { draft, guesses, today: (await tools.time.read()).today, request: asked });
    },
  };
}
