import Type from 'typebox';
import { catalogueKinds, entryStates, itemTypes, useLevels } from '../domain/catalogue/words.ts';
import { matters } from '../domain/words/matters.ts';
import { numberedKinds } from '../domain/documents/kind-names.ts';
import { auditKinds } from '../domain/people/audit.ts';
import { taskSorts, timeSorts } from '../domain/words/sorts.ts';
import { Day, Id, aText, oneOf } from './shapes.ts';

const levels = ['notice', 'yellow', 'red'] as const;
/** What an open case or task shines. */
export const shines = ['red', 'yellow', 'green'] as const;
/** States of a number of a document. */
export const numberStates = ['reserved', 'used', 'void'] as const;

const departmentId = Type.Optional(Type.String({ ...Id, description: '部门' }));
const itemCode = Type.Optional(Type.String({ ...Id, description: '事项' }));
const sort = Type.Optional(oneOf(timeSorts, '排序：默认 newest'));

/**
 * What each list may be narrowed and sorted by: its route takes it, it stands in the address of its page, and a saved view keeps it. Whom
 * or what somebody seeks by words is no part of it: names of applicants are kept nowhere else.
 */
export const listFilters = {
  worklist: {
    itemCode,
    departmentId,
    light: Type.Optional(
      Type.Enum([...shines], { description: '预警状态：红（超期）、黄（临期或环节超时）、绿（正常或暂停计时）' }),
    ),
    matter: Type.Optional(oneOf(matters, '须窗口处理：申请人网上申请撤件待核实、网上申报身份待核验')),
    receivedFrom: Type.Optional(Day),
    receivedTo: Type.Optional(Type.String({ ...Day, description: '至该日（含），不得早于 receivedFrom' })),
    sort: Type.Optional(
      oneOf(
        { ...taskSorts, ...timeSorts },
        '排序：在办清单按时限（默认 due；出件窗口默认按等候的先后）、收件日期或者办件编号；已办、已办结按办理时间（newest 默认、oldest）。清单没有的排序不起作用',
      ),
    ),
  },
  warnings: {
    level: Type.Optional(Type.Enum([...levels])),
    departmentId,
    itemCode,
    to: Type.Optional(Type.Enum(['me', 'scope'], { description: 'me：发给我的；scope：职责范围内（默认）' })),
    answer: Type.Optional(Type.Enum(['waits', 'given'], { description: 'waits：仍待我签收；given：已经签收或者撤销' })),
    sort,
  },
  ledger: {
    departmentId,
    itemCode,
    phase: Type.Optional(
      Type.Enum(['waiting', 'requested', 'approved', 'running'], {
        description: '等待申请启动、等待批准启动、等待登记启动、已经启动',
      }),
    ),
    overdue: Type.Optional(Type.Literal('true', { description: '只列超期' })),
  },
  messages: {
    unread: Type.Optional(Type.Literal('true', { description: '只列未读' })),
    level: Type.Optional(Type.Enum([...levels], { description: '只列这一级别的预警' })),
    sort,
  },
  numbers: {
    kind: Type.Optional(Type.Enum([...numberedKinds], { description: '文书种类' })),
    state: Type.Optional(Type.Enum([...numberStates], { description: '状态' })),
    words: Type.Optional(Type.String({ ...aText, minLength: 1, maxLength: 100, description: '编号中的文字' })),
    sort,
  },
  audit: {
    kind: Type.Optional(oneOf(auditKinds, '种类')),
    who: Type.Optional(Type.String({ ...Id, description: '办理人的用户名' })),
    from: Type.Optional(Day),
    to: Type.Optional(Type.String({ ...Day, description: '至该日（含），不得早于 from' })),
    sort,
  },
  catalogue: {
    kind: Type.Optional(oneOf(catalogueKinds, '目录：implementing 实施清单（默认），basic 基本目录')),
    type: Type.Optional(oneOf(itemTypes, '事项类型')),
    level: Type.Optional(oneOf(useLevels, '行使层级')),
    state: Type.Optional(oneOf(entryStates, '事项状态')),
    differs: Type.Optional(Type.Literal('true', { description: '只列与基本目录不一致的' })),
  },
} as const;
