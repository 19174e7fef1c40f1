import type { Said } from '../words/said.ts';
import type { DocumentKind } from './kind-names.ts';

/** On what a document is printed. */
export const layouts = {
  a4: { zh: 'A4', en: 'A4' },
  copies: { zh: 'A4，一式两份', en: 'A4, two copies' },
  roll: { zh: '80 毫米小票', en: '80 mm roll' },
} as const satisfies Readonly<Record<string, Said>>;
export type Layout = keyof typeof layouts;

/** The copies of a document that is printed as two: who keeps each. */
export const copies = ['申请人联', '存根联'] as const;

/** On what a kind may be printed: the receipt also as two copies and on a roll (domain.md 12.4), all others on A4 alone. */
export function layoutsOf(kind: DocumentKind): readonly Layout[] {
  return kind === 'receipt' ? ['a4', 'copies', 'roll'] : ['a4'];
}
