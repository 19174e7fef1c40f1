import type { OkOf } from '../../contract/routes.ts';
import type { LedgerRow } from '../../db/views/ledger.ts';
import type { Calendar } from '../../domain/clock/calendar.ts';
import { workdaysUpTo } from '../../domain/clock/calendar.ts';
import { toDayNumber } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { readLimit } from '../../domain/words/limit.ts';
import { stepKindTitles } from '../../domain/steps/index.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { readStep, stepBook } from '../../domain/words/clock-title.ts';
import { basisOf } from './clock-view.ts';
import { csvOf } from './csv.ts';
import type { CsvColumn } from './csv.ts';
import { applicantFor } from './masks.ts';
import { roleTitle } from './words.ts';

type LedgerItem = OkOf<'ledger'>['items'][number];

const nextActions = {
  waiting: '申请启动',
  requested: '批准启动',
  approved: '登记告知书并启动',
  running: '完成该环节',
} as const satisfies Record<LedgerRow['phase'], string>;

/** A row of the 督办清理台账: days used since the start in working and civil days, overdue days in the unit of the limit that is past. */
export function presentLedger(o: {
  row: LedgerRow;
  definition: FlowDefinition;
  calendar: Calendar;
  today: CivilDate;
  viewer: Actor;
}): LedgerItem {
  const { row, definition, calendar, today } = o;
  const book = stepBook(definition);
  const from = row.startedOn;
  return {
    caseId: row.caseId,
    caseNo: row.caseNo,
    itemName: row.itemName,
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    applicant: applicantFor(o.viewer, row),
    stepId: row.stepId,
    stepTitle: readStep(row.stepId, book),
    kind: row.kind,
    kindTitle: stepKindTitles[row.kind],
    basis: basisOf(book.get(row.stepId)),
    phase: row.phase,
    openedOn: row.openedOn,
    startedOn: from,
    promiseCount: row.limitCount,
    promiseUnit: from === null ? null : row.limitUnit,
    promiseDueOn: row.promiseDueOn,
    dueOn: row.dueOn,
    dueUnit: row.limitUnit,
    usedWorkdays: from === null ? null : workdaysBetween(calendar, from, today),
    usedDays: row.naturalDays,
    overdueDays: overdueDays(o),
    overdue: row.overdue,
    nextRole: row.nextRole,
    handler: row.handler,
    responsible: responsibleFor(row),
    nextAction: nextActions[row.phase],
    reminders: row.reminders,
  };
}

/** Whose it is to act: the post, and that nobody has claimed the task yet. An approval is claimed by nobody: its post answers. */
function responsibleFor({ departmentName, nextRole, handler, phase }: LedgerRow): string {
  const post = `${departmentName}${roleTitle(nextRole)}`;
  return handler === null && phase !== 'requested' ? `待认领（${post}）` : post;
}

function overdueDays({ row, calendar, today }: { row: LedgerRow; calendar: Calendar; today: CivilDate }): number {
  if (!row.overdue || row.dueOn === null) return 0;
  if (row.limitUnit === 'workday') return workdaysBetween(calendar, row.dueOn, today);
  return toDayNumber(today) - toDayNumber(row.dueOn);
}

function workdaysBetween(calendar: Calendar, after: CivilDate, upTo: CivilDate): number {
  const last = Math.min(toDayNumber(upTo), calendar.lastDay);
  const first = Math.max(toDayNumber(after), calendar.firstDay);
  return last <= first ? 0 : workdaysUpTo(calendar, last) - workdaysUpTo(calendar, first);
}

const columns: readonly CsvColumn<LedgerItem>[] = [
  ['序号', (_item, index) => String(index + 1)],
  ['办件编号', (item) => item.caseNo],
  ['事项', (item) => item.itemName],
  ['部门', (item) => item.departmentName],
  ['申请人', (item) => item.applicant],
  ['不计时环节', (item) => item.stepTitle],
  ['启动依据', (item) => item.basis ?? ''],
  ['启动日', (item) => item.startedOn ?? '未启动'],
  ['承诺时限', (item) => promiseOf(item)],
  ['承诺办结日期', (item) => item.promiseDueOn ?? ''],
  ['已用工作日', (item) => String(item.usedWorkdays ?? '')],
  ['已用自然日', (item) => String(item.usedDays ?? '')],
  ['超期天数', (item) => (item.overdue && item.overdueDays === 0 ? '已超期' : String(item.overdueDays))],
  ['经办人', (item) => item.handler?.name ?? ''],
  ['责任人', (item) => item.responsible],
  ['下一步', (item) => item.nextAction],
  ['催办次数', (item) => String(item.reminders)],
  ['状态', (item) => (item.overdue ? '已超期' : '在办')],
];

function promiseOf({ promiseCount, promiseUnit }: LedgerItem): string {
  const unit = (['workday', 'calendarDay', 'month', 'year'] as const).find((known) => known === promiseUnit);
  return promiseCount === null || unit === undefined ? '' : readLimit({ count: promiseCount, unit });
}

/** The 台账 as CSV. */
export function ledgerCsv(items: readonly LedgerItem[]): string {
  return csvOf(items, columns);
}
