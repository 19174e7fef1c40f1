import type { FactOf } from '../../case/facts/index.ts';
import { readDay } from '../../words/day.ts';
import type { Block } from '../content.ts';
import { documentKind } from '../document-kind.ts';
import { paragraph } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

type Body = FactOf<'PassedToDepartment'>;

/** 材料流转单: what goes from the window to the department that answers, with a line for each of them to sign (domain.md 12.4). */
export const passingSheet = documentKind({
  basis: '窗口与业务部门的材料移交',
  seal: 'none',
  drafts: ['passToDepartment'],
  facts: ['PassedToDepartment'],
  isTable: true,
  on: ({ on }) => on,
  wanted: ({ on, receiver }, { fact, book }) => ({
    passedOn: readDay(on),
    passedBy: fact.actorId === null ? null : book.person(fact.actorId).zh,
    passedTo: book.person(receiver).zh,
  }),
  write: (body, filled, source) => [
    {
      type: 'fields',
      rows: [
        ['事项名称', filled.item],
        ['办件编号', filled.caseNo],
        ['申请人', filled.applicant],
        ['移交日期', body.round === 1 ? filled.passedOn : `${filled.passedOn}（第 ${body.round} 次移交）`],
        ['移交人（窗口）', filled.passedBy],
        ['接收人（部门）', filled.passedTo],
      ],
    },
    tableOf(body, source),
    paragraph(
      `以上材料共 ${body.items.length} 项，原件 ${sum(body, 'originals')} 份，复印件 ${sum(body, 'copies')} 份。部门核对相符的，应当签收；不符的，应当在移交当日或者次一工作日退回窗口并写明理由。`,
    ),
    { type: 'signature', label: '移交人（窗口）签字、时间' },
    { type: 'signature', label: '签收人（部门）签字、时间' },
  ],
});

function tableOf({ items }: Body, { book }: DocumentSource): Block {
  return {
    type: 'table',
    columns: [
      { title: '序号', width: 1 },
      { title: '材料名称', width: 8 },
      { title: '原件（份）', width: 2 },
      { title: '复印件（份）', width: 2 },
      { title: '备注', width: 2 },
    ],
    rows: items.map(({ id, originals, copies }, at) => [
      `${at + 1}`,
      book.material(id),
      `${originals}`,
      `${copies}`,
      originals + copies === 0 ? '电子件' : '',
    ]),
  };
}

function sum({ items }: Body, which: 'originals' | 'copies'): number {
  return items.reduce((total, item) => total + item[which], 0);
}
