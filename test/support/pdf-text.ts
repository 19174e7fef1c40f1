import { extractText, getDocumentProxy } from 'unpdf';

/** The text of a PDF without its blanks, which stand where lines break. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replaceAll(/\s/g, '');
}
