import Type from 'typebox';
import type { Static } from 'typebox';
import type { RouteContract } from '../route.ts';
import { Handler, Id, Instant, Uuid, closed, nullable, page, pageQuery } from '../shapes.ts';

const tag = '预警与督办';
const text = Type.String();
const count = Type.Integer();

/** Light of an open case on the board. red: a date of the law or a promise is past; yellow: a rung says it is near, or a step is late. */
const Light = Type.Enum(['red', 'yellow', 'green'], {
  description: '红：超过承诺、法定、受理告知或送达时限；黄：达到预警规则的临期，或环节超时；绿：其他',
});

/** Open cases of one item of one department by light. */
const BoardRow = closed({
  departmentId: text,
  departmentName: text,
  itemCode: text,
  itemName: text,
  red: count,
  yellow: count,
  green: count,
});
export type BoardRow = Static<typeof BoardRow>;

const BoardCase = closed({
  caseId: Uuid,
  caseNo: text,
  itemName: text,
  departmentName: text,
  applicant: text,
  handler: Handler,
  light: Light,
  dueOn: nullable(text),
  clock: nullable(text),
  clockTitle: nullable(text),
  provisional: Type.Boolean({ description: '暂定：以后的放假通知可能改变该日期' }),
  redWarnings: Type.Integer({ description: '未签收的红牌' }),
  yellowWarnings: Type.Integer({ description: '未签收的黄牌' }),
});

export const boardRoutes = {
  board: {
    method: 'GET',
    url: '/board',
    title: '看板：在办件按预警状态、部门、事项计数',
    tag,
    policy: 'signedIn',
    ok: closed({
      at: Instant,
      today: text,
      rows: Type.Array(BoardRow),
      ledger: closed({ open: count, overdue: count }),
    }),
  },
  boardCases: {
    method: 'GET',
    url: '/board/cases',
    title: '看板一格里的办件，先到期的在前',
    tag,
    policy: 'signedIn',
    query: closed({
      ...pageQuery,
      light: Type.Optional(Light),
      departmentId: Type.Optional(Id),
      itemCode: Type.Optional(Id),
    }),
    ok: page(BoardCase),
  },
} as const satisfies Record<string, RouteContract>;
