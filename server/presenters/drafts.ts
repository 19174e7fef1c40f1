import type { BodyOf, OkOf } from '../../contract/routes.ts';
import { keptMs } from '../../db/drafts/drafts.ts';
import type { Draft, DraftFile } from '../../db/drafts/drafts.ts';
import { civilDateOf, rfc3339 } from '../../domain/clock/civil-date.ts';

/** When a draft was saved, and until when it is kept. `at` in epoch ms. */
export function savedDraft(revision: number, at: number): OkOf<'saveDraft'> {
  return { revision, savedAt: rfc3339(at), keptUntil: civilDateOf(at + keptMs) };
}

/** A draft as its applicant reads it; `now`: the flow version that is published now (null: none). */
export function presentDraft(
  draft: Draft,
  o: { held: readonly DraftFile[]; now: string | null; mostBytes: number },
): OkOf<'readDraft'> {
  const { state, itemCode, definition, revision, savedAt } = draft;
  return {
    ...savedDraft(revision, savedAt),
    state,
    itemCode,
    definition,
    outdated: o.now !== definition,
    // It was taken in by this schema.
    content: draft.content as BodyOf<'saveDraft'>,
    files: o.held.map(({ fileId, materialId, name, size, keptAt }) => ({
      fileId,
      materialId,
      name,
      size,
      keptAt: rfc3339(keptAt),
    })),
    mostBytes: o.mostBytes,
  };
}
