import { laws } from './laws.ts';
import type { LawRank } from './laws.ts';

/** One provision that a text cites: a law that is known, and whether an article of it is named. */
export interface Citation {
  readonly law: string;
  readonly rank: LawRank;
  /** The words from the article on, such as 第四十二条第二款; null: the law alone. */
  readonly article: string | null;
}

const local = '[\\u4e00-\\u9fff]{2,8}?(?:省|自治区|市|自治州|自治县)[\\u4e00-\\u9fff]{2,30}?条例(?!实施)';
const known = [...laws.keys()].toSorted((a, b) => b.length - a.length);
const names = new RegExp(`${known.join('|')}|${local}`, 'g');
const article = /第[一二三四五六七八九十百零〇两\d]+条(之[一二三四五六七八九十])?(第[一二三四五六七八九十\d]+款)?/;

/** The provisions a text cites, in their order; what it names besides them is passed over. An article belongs to the law before it. */
export function citationsOf(text: string): Citation[] {
  const folded = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}《》]/gu, '')
    .replaceAll('中华人民共和国', '');
  const found = [...folded.matchAll(names)];
  return found.map(({ 0: law, index }, i) => {
    const after = folded.slice(index + law.length, found[i + 1]?.index);
    return { law, rank: laws.get(law) ?? 'localRegulation', article: article.exec(after)?.[0] ?? null };
  });
}

/** Whether a text cites an article of a law that is known. */
export function isCited(text: string): boolean {
  return citationsOf(text).some((citation) => citation.article !== null);
}

/** The law that all limits begin with. */
export const xkf = '行政许可法';
