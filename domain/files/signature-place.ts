import type { Said } from '../words/said.ts';

/** Where the signature belongs that who takes a document writes on the screen of the window; no flow can have a material of this id. */
export const serviceSignature = {
  id: 'service:signature',
  title: { zh: '领取人签名', en: 'Signature of who took the document' },
} as const satisfies { readonly id: string; readonly title: Said };

/** Its place among those of the other files, once somebody has signed. */
export function signaturePlace(
  files: readonly { readonly materialId: string }[],
  language: keyof Said = 'zh',
): readonly { readonly id: string; readonly title: string }[] {
  const { id, title } = serviceSignature;
  return files.some(({ materialId }) => materialId === id) ? [{ id, title: title[language] }] : [];
}
