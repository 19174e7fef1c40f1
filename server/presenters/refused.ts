import { catalogue } from '../../contract/problem.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import type { Language } from '../../domain/words/said.ts';

type RefusedBecause = NonNullable<OkOf<'oneCase'>['allowed'][number]['refusedBecause']>;

/** Why an act is refused, in the reader's language: in English the exact sentence stands for the catalogue's. */
export function presentRefused(
  code: ProblemCode,
  reason: string,
  { language, named = [] }: { readonly language: Language; readonly named?: string[] },
): RefusedBecause {
  const { zh, en, sentence } = catalogue[code];
  return language === 'en'
    ? { code, title: en, detail: reason, reason, named }
    : { code, title: zh, detail: sentence, reason, named };
}
