import type { TFunction } from 'i18next';
import type { OkOf } from '../../contract/routes.ts';
import { inLanguage } from '../i18n/said.ts';

type Later = OkOf<'checkDocument'>['later'][number];

/** What came after a document, with the number of the paper that did it: 2026-03-06：已作更正（沈水更〔2026〕1号）。 */
export function laterText(t: TFunction, { on, title, number }: Later): string {
  const told = { day: on, what: inLanguage(title) };
  return number === null ? t('papers.laterOn', told) : t('papers.laterBy', { ...told, no: number });
}
