import type { Static } from 'typebox';
import type { ServingView } from '../../contract/case-view.ts';
import { listedServing } from '../../domain/case/serving.ts';
import type { ServingState } from '../../domain/case/serving.ts';

/** The digests of the words that a service tells. */
export function wordsOfServing({ told, post }: ServingState): readonly string[] {
  return [told?.where, post?.carrier, post?.trackingNo].filter((digest) => digest !== undefined);
}

/** How a service stands; `texts`: by digest, those the reader may see. Null while none was begun. */
export function presentServing(
  serving: ServingState | undefined,
  texts: Readonly<Record<string, string>>,
): Static<typeof ServingView> | null {
  if (serving === undefined) return null;
  const { on, told, post, tries } = serving;
  const words = (digest: string | undefined) => (digest === undefined ? null : (texts[digest] ?? null));
  return {
    ...listedServing(serving),
    on,
    collectAt: words(told?.where),
    collectBy: told?.until ?? null,
    carrier: words(post?.carrier),
    trackingNo: words(post?.trackingNo),
    tries,
  };
}
