import type { DocumentContent } from './content.ts';

/** Blanks and what a table draws as a line between a label and its value. */
const between = /[\s：:]/g;

/** Whether words stand in a document, wherever its lines break. */
export function standsIn(content: DocumentContent, words: string): boolean {
  return textsIn(content).join('').replaceAll(between, '').includes(words.replaceAll(between, ''));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
