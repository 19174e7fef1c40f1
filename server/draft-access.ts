import { draftHeader } from '../contract/draft-header.ts';
import { isProblem, problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import type { Db } from '../db/client.ts';
import { readDraft } from '../db/drafts/drafts.ts';
import type { Draft } from '../db/drafts/drafts.ts';
import { draftIdOf } from './draft-id.ts';
import type { Call } from './routes/handler.ts';

/** A request that brings the secret of a draft, or should. */
export type DraftCall = Pick<Call<'readDraft'>, 'request' | 'receivedAt'>;

/** The draft of the secret that a request brings; to everybody else there is none. Problem `not-found`. */
export async function draftOf(db: Db, { request, receivedAt }: DraftCall): Promise<Draft | Problem> {
  const draftId = draftIdOf(request.headers[draftHeader]);
  const draft = draftId === null ? null : await readDraft(db, draftId, receivedAt);
  return draft ?? noSuchDraft();
}

/** A draft that may still be changed. Problems `not-found`, `draft-filed`. */
export async function openDraftOf(db: Db, asked: DraftCall): Promise<Draft | Problem> {
  const draft = await draftOf(db, asked);
  return isProblem(draft) || draft.state === 'open' ? draft : draftFiled();
}

function noSuchDraft(): Problem {
  const detail = '没有这份草稿：链接不完整，或者草稿已删除、已超过保存期限。';
  return problem('not-found', 'expected the secret of a draft, but there is none with it', { detail });
}

/** What was filed is the case's. */
export function draftFiled(): Problem {
  return problem('draft-filed', 'expected a draft that is open, but it was filed');
}
