import { readDay } from '../../words/day.ts';
import { documentKind } from '../document-kind.ts';
import { paragraph, you } from '../phrases.ts';

/** 更正通知书: which document, what it says, what it is to say, and by what; the one before stays as it went out (domain.md 12.2.2). */
export const correctionNotice = documentKind({
  basis: '文书笔误的更正（法律无专门规定）',
  seal: 'agency',
  drafts: ['correctDocument'],
  facts: ['DocumentCorrected'],
  on: ({ on }) => on,
  wanted: ({ wrong, right, basis }, { book, named }) => ({
    corrected: named === undefined ? null : `${readDay(named.on)}《${named.title}》（编号：${named.number}）`,
    wrong: book.words(wrong),
    right: book.words(right),
    basis: book.words(basis),
  }),
  write: (_body, { corrected, wrong, right, basis }, source) => [
    paragraph(`本机关就${you(source)}的“${source.definition.title}”申请制发的下列文书有笔误，现予更正：`),
    {
      type: 'fields',
      rows: [
        ['被更正的文书', corrected],
        ['原文', wrong],
        ['更正为', right],
        ['更正依据', basis],
      ],
    },
    paragraph(
      '原文书的其他内容不变，效力不受影响；请将本通知书与原文书一并使用。本次更正不改变原文书所作的决定，不重新计算期限。',
    ),
  ],
});
