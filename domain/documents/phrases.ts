import type { Limit, LimitUnit } from '../clock/clock.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import { readDay } from '../words/day.ts';
import { cutText } from '../words/text.ts';
import type { Block } from './content.ts';
import { partyOf } from './party.ts';
import type { DocumentSource } from './source.ts';

/** The law all of this stands in, as a document cites it. */
export const xkf = '《中华人民共和国行政许可法》';

const units: Readonly<Record<LimitUnit, string>> = {
  workday: '个工作日',
  calendarDay: '日',
  month: '个月',
  year: '年',
};

/** A limit as a document writes it: 20个工作日, without the blank of a screen. */
export function limitText({ count, unit }: Limit): string {
  return `${count}${units[unit]}`;
}

/** A day as a document writes it; null where there is none. */
export function dayOrNull(date: CivilDate | null | undefined): string | null {
  return date === null || date === undefined ? null : readDay(date);
}

/** How a document calls whom it is for: 你单位 an organisation, 你 a person. */
export function you({ state, book }: DocumentSource): string {
  return partyOf(state.filing.applicant, book)?.isPerson === true ? '你' : '你单位';
}

/** The application by its day and item, as the first words of a document; its long number stands above, where it breaks no line. */
export function caseInWords(source: DocumentSource): string {
  const { filing } = source.state;
  return `${you(source)}于${readDay(filing.receivedOn)}提出的“${source.definition.title}”申请`;
}

/** A paragraph of the text. */
export function paragraph(text: string): Block {
  return { type: 'paragraph', text };
}

/** What people wrote as paragraphs of its own, each ended as a sentence. */
export function paragraphs(words: string): readonly Block[] {
  return linesOf(words).map((line) => paragraph(ended(line)));
}

/** What people wrote behind a label: in one paragraph where it is one line, else under it. */
export function labelled(label: string, words: string): readonly Block[] {
  const lines = linesOf(words);
  if (lines.length === 1) return [paragraph(`${label}：${ended(lines[0] ?? '')}`)];
  return [paragraph(`${label}如下：`), ...lines.map((line) => paragraph(ended(line)))];
}

function linesOf(words: string): readonly string[] {
  return words.split(/\r?\n/).flatMap((line) => cutText(line) ?? []);
}

/** Words with the full stop they may lack. */
export function ended(words: string): string {
  return /[。！？；：.!?]$/.test(words) ? words : `${words}。`;
}

/** The remedy as a sentence of the document; what was written may begin with the right itself. */
export function remedy(words: string, source: DocumentSource): readonly Block[] {
  const [first = '', ...rest] = linesOf(words);
  const begun = /^(可|自|有权)/.test(first) ? `${you(source)}如不服本决定，${first}` : first;
  return [paragraph(ended(begun)), ...rest.map((line) => paragraph(ended(line)))];
}

/** A provision as a document cites it: the law in its marks, 《行政许可法》第四十五条, without what the flow remarks behind it. */
export function inMarks(cite: string): string {
  const bare = cite.replace(/（[^（）]{5,}）$/, '');
  return bare.includes('《') ? bare : bare.replace(/^([^第，、；（]+)(?=第)/, '《$1》');
}
