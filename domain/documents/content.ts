import type { CivilDate } from '../clock/civil-date.ts';
import type { DocumentKind } from './kind-names.ts';
import type { WorkingPaper } from './working/names.ts';

/** Which seal a document bears: that for acceptance (专用印章), the agency's own (机关印章), or none (domain.md 12.2.6). */
export const seals = {
  acceptance: '行政许可专用章',
  agency: '机关印章',
  none: null,
} as const;
export type SealName = keyof typeof seals;

/** A part of the text. `items`: numbered one by one; `fields`: a label beside what it says, one a line of a table. */
export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'items'; readonly items: readonly string[] }
  | { readonly type: 'fields'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly type: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  /** A line to be signed by hand. */
  | { readonly type: 'signature'; readonly label: string };

/** `width`: its share of the table beside those of the others; 1: as narrow as its words. */
export interface Column {
  readonly title: string;
  readonly width: number;
}

/** 文书模板: a department's own words around what a document must contain, which stays as the law asks for it. At least one is there. */
export interface TemplateWords {
  /** 开头: a paragraph before the text; null: none. */
  readonly opening: string | null;
  /** 结尾: a paragraph after it; null: none. */
  readonly closing: string | null;
}

/** The template that a document was made by. */
export interface UsedTemplate extends TemplateWords {
  readonly version: number;
}

/** A document as words: everything that stands on it but for the QR code. Days are written out, 2026年11月28日. */
export interface DocumentContent {
  readonly kind: DocumentKind | WorkingPaper;
  readonly title: string;
  readonly agency: string;
  /** Null: this kind bears none. */
  readonly number: string | null;
  readonly caseNo: string;
  readonly item: string;
  readonly applicant: string;
  /** It begins with the name of its applicant; else they stand in its table. */
  readonly isAddressed: boolean;
  /** Whom it begins with the name of, where that is not its applicant. */
  readonly addressee?: string;
  /** The applicant's own word: neither the agency's name stands above it nor its hand under it. */
  readonly isTheirs?: boolean;
  readonly blocks: readonly Block[];
  /** The department's own words before and after the blocks. Absent: it has none for this kind. */
  readonly wording?: UsedTemplate;
  readonly signing: { readonly agency: string; readonly on: string; readonly seal: string | null };
  /** The last day on which it holds; null: it holds without end, or there is nothing that could end. */
  readonly validUntil: CivilDate | null;
  /** Under the text: where to ask and complain. */
  readonly contact: readonly string[];
}
