import type { Said } from './said.ts';

/** A part of a sentence: said in both languages, or the same in both (numbers, names, titles that a department gave). */
export type Part = Said | string | number;

/** A Chinese phrase of a template: its parts in Chinese. */
export function zh(texts: TemplateStringsArray, ...parts: readonly Part[]): string {
  return String.raw({ raw: texts }, ...parts.map((part) => (typeof part === 'object' ? part.zh : part)));
}

/** An English phrase of a template: its parts in English. */
export function en(texts: TemplateStringsArray, ...parts: readonly Part[]): string {
  return String.raw({ raw: texts }, ...parts.map((part) => (typeof part === 'object' ? part.en : part)));
}

/** A sentence of a head and of clauses behind it; a clause that has nothing to say is null. */
export function sentence(head: Said, ...clauses: readonly (Said | null)[]): Said {
  const said = [head, ...clauses.filter((clause) => clause !== null)];
  return {
    zh: `${said.map((part) => part.zh).join('；')}。`,
    en: `${said.map((part) => part.en).join('; ')}.`,
  };
}

/** A clause that quotes words, such as 理由：…; null without words. Their own full stop gives way to that of the sentence. */
export function quoting(label: Said, words: string | null): Said | null {
  if (words === null) return null;
  const bare = words.trim().replace(/[。.]$/, '');
  return bare === '' ? null : { zh: `${label.zh}：${bare}`, en: `${label.en}: ${bare}` };
}

/** The clause that names the document of an act by its number. */
export function numbered(documentNo: string): Said {
  return { zh: `文号：${documentNo}`, en: `document No. ${documentNo}` };
}

/** Several parts, one after another. */
export function listed(parts: readonly Part[]): Said {
  return {
    zh: parts.map((part) => zh`${part}`).join('、'),
    en: parts.map((part) => en`${part}`).join(', '),
  };
}

/** The clause that names materials that came in; null when none did. */
export function received(materials: readonly string[]): Said | null {
  const list = listed(materials);
  return materials.length === 0 ? null : { zh: zh`收到材料：${list}`, en: en`received: ${list}` };
}

/** Labels of clauses that several facts have. */
export const labels = {
  reason: { zh: '理由', en: 'reason' },
  opinion: { zh: '审查意见', en: 'opinion' },
  remedy: { zh: '救济途径', en: 'remedy' },
  statement: { zh: '申请人说明', en: 'statement' },
} as const satisfies Readonly<Record<string, Said>>;
