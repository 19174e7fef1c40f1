import { cutText } from '../words/text.ts';
import type { DocumentContent, TemplateWords, UsedTemplate } from './content.ts';

/** Words as they are kept: their outer blanks cut; null: they show nothing at all, and are no template. */
export function templateOf({ opening, closing }: TemplateWords): TemplateWords | null {
  const words = { opening: cutText(opening ?? ''), closing: cutText(closing ?? '') };
  return words.opening === null && words.closing === null ? null : words;
}

/** A document in the words of a department: nothing that it must contain is changed or goes. */
export function byTemplate(content: DocumentContent, template: UsedTemplate | null): DocumentContent {
  return template === null ? content : { ...content, wording: template };
}
