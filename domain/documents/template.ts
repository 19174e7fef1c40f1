import { cutText } from '../words/text.ts';
import type { DocumentContent, TemplateWords, UsedTemplate } from './content.ts';

/** Words as they are kept: their outer blanks cut; null: they show nothing at all, and are no template. */
export function templateOf({ opening, closing }: TemplateWords): TemplateWords | null {
  const words = { opening: cutText(opening ?? ''), closing: cutText(closing ?? '') };
  return words.opening === null && words.closing === null ? null : words;
}

/** Words of a template that would stand on the paper as they are, though somebody meant them to be replaced. */
export interface LeftOpen {
  readonly part: keyof TemplateWords;
  readonly word: string;
}

/**
 * What is left open in the words of a department: a word in braces, because nothing is put in for one (number, days and names stand in what
 * a document must contain anyway), and a place that is still to be filled.
 */
export function leftOpen(words: TemplateWords): readonly LeftOpen[] {
  return (['opening', 'closing'] as const).flatMap((part) =>
    [...(words[part] ?? '').matchAll(/[{｛][^{}｛｝]*[}｝]|[{}｛｝]|待填写/g)].map(([word]) => ({ part, word })),
  );
}

/** A document in the words of a department: nothing that it must contain is changed or goes. */
export function byTemplate(content: DocumentContent, template: UsedTemplate | null): DocumentContent {
  return template === null ? content : { ...content, wording: template };
}
