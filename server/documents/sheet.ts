import type { Block, DocumentContent } from '../../domain/documents/content.ts';
import { copies } from '../../domain/documents/layout.ts';
import type { Layout } from '../../domain/documents/layout.ts';
import { qrSvg } from './qr.ts';

/** A document as it is printed: its words, and what the printing adds. */
export interface Paper {
  readonly content: DocumentContent;
  /** A draft bears 草稿 across and nothing that proves it. */
  readonly draft: boolean;
  /** Where and by what code anybody can check it; null: a draft. */
  readonly check: { readonly url: string; readonly code: string } | null;
  /** What the seal's maker says of it. */
  readonly sealNote: string | null;
  /** 补打 with its count and day; null on the first print. */
  readonly mark: string | null;
  /** Absent: A4. */
  readonly layout?: Layout;
}

/** A column whose words are all as short as this many signs is set in the middle. */
const mostShort = 8;

/** The input of the template. */
export function sheetOf({ content, draft, check, sealNote, mark, layout }: Paper): object {
  const { blocks, wording, ...words } = content;
  const paragraph = (text: string | null = null): readonly Block[] =>
    text === null ? [] : [{ type: 'paragraph', text }];
  const parts = [...paragraph(wording?.opening), ...blocks, ...paragraph(wording?.closing)];
  return {
    ...words,
    blocks: parts.map((part) => (part.type === 'table' ? withShort(part) : part)),
    draft,
    mark,
    notes: draft ? ['本页为文书预览，不具有法律效力。'] : notesOf({ check, sealNote }),
    qr: check === null ? null : qrSvg(check.url),
    code: check?.code ?? null,
    // One of each word that stands above a copy; none: there is one copy, and nothing stands above it.
    copies: layout === 'copies' ? copies : [],
  };
}

function withShort(table: Extract<Block, { type: 'table' }>): object {
  const { columns, rows } = table;
  const isShort = (at: number) => rows.every((row) => (row[at] ?? '').length <= mostShort);
  return { ...table, columns: columns.map((column, at) => ({ ...column, short: isShort(at) })) };
}

function notesOf({ check, sealNote }: Pick<Paper, 'check' | 'sealNote'>): readonly string[] {
  const how = check === null ? [] : [`核验码：${check.code}，可扫描二维码或者在“文书核验”页面输入编号核验。`];
  return [...how, ...(sealNote === null ? [] : [sealNote])];
}
