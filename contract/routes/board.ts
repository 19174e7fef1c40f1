import Type from 'typebox';
import type { Static } from 'typebox';
import type { RouteContract } from '../route.ts';
import { Handler, Id, Instant, Uuid, closed, nullable, page, pageQuery } from '../shapes.ts';

const tag = '预警与督办';
const text = Type.String();
const count = Type.Integer();

/**
 * Light of an open case on the board. red: a running clock is overdue or a red card (红牌) is not acknowledged; yellow: a running clock
 * is near due or a yellow card is not acknowledged; green: neither.
 */
const Light = Type.Enum(['red', 'yellow', 'green'], {
  description: '红：超期或有未签收的红牌；黄：临期或有未签收的黄牌；绿：其他',
});

/** Open cases of one item of one department by light; `overdue` are those of the red with an overdue clock. */
const BoardRow = closed({
  departmentId: text,
  departmentName: text,
  itemCode: text,
  itemName: text,
  red: count,
  yellow: count,
  green: count,
  overdue: count,
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
  overdue: Type.Boolean(),
  dueOn: nullable(text),
  clock: nullable(text),
  clockTitle: nullable(text),
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
