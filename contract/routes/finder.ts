import Type from 'typebox';
import { foundByTitles } from '../../domain/words/found-by.ts';
import type { RouteContract } from '../route.ts';
import { Day, ToldDue, Uuid, closed, nullable, oneOf } from '../shapes.ts';

const tag = '查找办件';

/** Whom or what a search for cases is after. */
export const Sought = Type.String({
  minLength: 2,
  maxLength: 60,
  description:
    '办件编号的开头或末尾；文书编号、证照编号，或其年份和序号；本部门办件的单位名称、个人姓名全称、证件号码或电话（号码可只填末尾四位以上），申报表单中的文字。空格分开的几个词须都相符',
});

const known = {
  caseId: Uuid,
  caseNo: Type.String(),
  itemName: Type.String(),
  departmentName: Type.String(),
  applicant: Type.String({ description: '申请人；不办理该办件的人员看到掩码' }),
  receivedOn: Day,
  told: ToldDue,
  status: Type.Enum(['open', 'closed']),
  resultTitle: nullable(Type.String()),
};

const FoundCase = closed({
  ...known,
  foundBy: Type.Array(
    closed({
      by: oneOf(foundByTitles, '办件的哪一部分与所查的词相符'),
      detail: nullable(Type.String({ description: '文书编号，或表单字段的名称；其余不写明内容' })),
    }),
  ),
});

export const finderRoutes = {
  findCases: {
    method: 'GET',
    url: '/finder',
    title: '查找办件：看得到的办件中最相符的几件，在办的在前',
    tag,
    policy: 'signedIn',
    query: closed({ words: Sought }),
    ok: closed({
      items: Type.Array(FoundCase),
      more: Type.Boolean({ description: '还有相符的办件没有列出，请输入更多字' }),
      tooMany: Type.Boolean({ description: '相符的办件过多，列出的只是其中一部分，请再输入一个词' }),
    }),
  },
  recentCases: {
    method: 'GET',
    url: '/finder/recent',
    title: '本人最近打开的办件，最多十件，新的在前；不再看得到的不列出',
    tag,
    policy: 'signedIn',
    ok: closed({ items: Type.Array(closed(known)) }),
  },
  openedCase: {
    method: 'PUT',
    url: '/finder/recent/:caseId',
    title: '记下本人打开了办件',
    tag,
    policy: 'signedIn',
    params: closed({ caseId: Uuid }),
    ok: Type.Null(),
    status: 204,
  },
} as const satisfies Record<string, RouteContract>;
