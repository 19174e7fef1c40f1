import { taskSorts, timeSorts } from '../words/sorts.ts';
import { say } from '../words/said.ts';
import type { Language, Said } from '../words/said.ts';
import { auditKinds, isAuditKind } from './audit.ts';
import { catalogueKinds, entryStates, itemTypes, useLevels } from '../catalogue/words.ts';
import { isRole, roles } from './roles.ts';

/** What lists are narrowed by, as their routes and pages name it. */
const names: Readonly<Record<string, Said>> = {
  kind: { zh: '种类', en: 'kind' },
  type: { zh: '事项类型', en: 'type' },
  who: { zh: '办理人的用户名', en: 'login' },
  from: { zh: '自', en: 'from' },
  to: { zh: '至', en: 'to' },
  level: { zh: '级别', en: 'level' },
  light: { zh: '预警状态', en: 'light' },
  department: { zh: '部门', en: 'department' },
  departmentId: { zh: '部门', en: 'department' },
  itemCode: { zh: '事项编码', en: 'item' },
  caseNo: { zh: '办件编号', en: 'case number' },
  find: { zh: '查找', en: 'find' },
  words: { zh: '查找', en: 'find' },
  receivedFrom: { zh: '收件日期自', en: 'received from' },
  receivedTo: { zh: '收件日期至', en: 'received to' },
  role: { zh: '角色', en: 'role' },
  state: { zh: '状态', en: 'state' },
};

/** Words of closed values, also of the lists of the worklist. */
const values: Readonly<Record<string, Said>> = {
  mine: { zh: '我的待办', en: 'mine' },
  claimable: { zh: '待认领', en: 'to be claimed' },
  department: { zh: '本部门在办', en: 'of the department' },
  near: { zh: '预警（黄牌）', en: 'warned of (yellow)' },
  overdue: { zh: '超期（红牌）', en: 'overdue (red)' },
  waitingApproval: { zh: '待批', en: 'waiting for approval' },
  finished: { zh: '已办', en: 'finished' },
  closed: { zh: '已办结', en: 'closed' },
  'to=me': { zh: '发给我的', en: 'told to me' },
  'to=scope': { zh: '职责范围内', en: 'within reach' },
  'by=warning': { zh: '逐条预警', en: 'each warning' },
  'by=clock': { zh: '同一时限列最后一条', en: 'last of each limit' },
  ...Object.fromEntries(Object.entries({ ...taskSorts, ...timeSorts }).map(([sort, words]) => [`sort=${sort}`, words])),
  'level=notice': { zh: '级别：提示', en: 'level: notice' },
  'level=yellow': { zh: '级别：黄牌', en: 'level: yellow' },
  'level=red': { zh: '级别：红牌', en: 'level: red' },
  'light=red': { zh: '预警状态：红', en: 'light: red' },
  'light=yellow': { zh: '预警状态：黄', en: 'light: yellow' },
  'light=green': { zh: '预警状态：绿', en: 'light: green' },
  'answer=waits': { zh: '待签收', en: 'waiting for an answer' },
  'answer=given': { zh: '已签收', en: 'answered' },
  'overdue=true': { zh: '超期', en: 'overdue' },
  'phase=waiting': { zh: '待申请启动', en: 'start to be asked for' },
  'phase=requested': { zh: '待批准启动', en: 'start to be approved' },
  'phase=approved': { zh: '待登记启动', en: 'start to be told' },
  'phase=running': { zh: '已启动', en: 'started' },
  'matter=withdrawal': { zh: '申请人申请撤件', en: 'withdrawal asked for' },
  'matter=identity': { zh: '身份待核验', en: 'identity to verify' },
  'unread=true': { zh: '未读', en: 'unread' },
  'state=enabled': { zh: '状态：启用', en: 'state: enabled' },
  'state=locked': { zh: '状态：已锁定', en: 'state: locked' },
  'state=disabled': { zh: '状态：停用', en: 'state: disabled' },
  'differs=true': { zh: '与基本目录不一致', en: 'not as the basic catalogue' },
  ...of('kind', catalogueKinds),
  ...of('type', itemTypes),
  ...of('level', useLevels),
  ...of('state', entryStates),
};

function of(name: string, table: Readonly<Record<string, Said>>): Record<string, Said> {
  return Object.fromEntries(Object.entries(table).map(([value, words]) => [`${name}=${value}`, words]));
}

/** Names that a page gives its own table. */
const bare = new Set(['list', 'shown', 'table', 'all', 'null', 'undefined', '{}', '[object', 'Object]']);

/** How a list was narrowed, as people read it; what has no word here stands as it was written. */
export function readFilter(
  filter: string,
  book: { readonly department: (id: string) => string },
  language: Language,
): string {
  const read = (token: string): string => {
    const known = values[token];
    if (known !== undefined) return say(known, language);
    const [name = '', ...rest] = token.split('=');
    const title = names[name];
    const value = valueOf(name, rest.join('='));
    return title === undefined || rest.length === 0 ? token : `${say(title, language)}：${value}`;
  };
  const valueOf = (name: string, value: string): string => {
    if (name === 'departmentId' || name === 'department') return book.department(value);
    if (name === 'kind' && isAuditKind(value)) return say(auditKinds[value], language);
    return name === 'role' && isRole(value) ? say(roles[value], language) : value;
  };
  const told = filter.split(' ').filter((token) => !bare.has(token) && !/=(|undefined|null)$/.test(token));
  if (told.length === 0) return '';
  const words = told.map(read).join(say({ zh: '，', en: ', ' }, language));
  return say({ zh: `条件：${words}`, en: `filter: ${words}` }, language);
}
