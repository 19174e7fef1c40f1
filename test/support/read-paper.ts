import { compose, isIncomplete, readIncomplete } from '../../domain/documents/compose.ts';
import type { DocumentContent } from '../../domain/documents/content.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import type { DocumentSource } from '../../domain/documents/source.ts';
import { paperScenes, paperSource } from './papers.ts';

/** What the scene of a kind gives its document. */
export const sourceOf = (kind: DocumentKind): DocumentSource =>
  paperSource(paperScenes[kind].scene(), paperScenes[kind].fact);

/** The document of a source, by default that of the scene of its kind. */
export function made(kind: DocumentKind, source: DocumentSource = sourceOf(kind)): DocumentContent {
  const composed = compose(kind, source);
  if (isIncomplete(composed)) throw new Error(readIncomplete(composed));
  return composed;
}

/** Everything a document says, a line a paragraph, item or row. */
export function linesOf({ blocks }: DocumentContent): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
        return [block.text];
      case 'items':
        return [...block.items];
      case 'fields':
      case 'table':
        return block.rows.map((row) => row.join(' | '));
      case 'signature':
        return [block.label];
      default:
        return block satisfies never;
    }
  });
}

/** The same, as one text. */
export const said = (kind: DocumentKind, source?: DocumentSource): string => linesOf(made(kind, source)).join('\n');
