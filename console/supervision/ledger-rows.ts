import type { TFunction } from 'i18next';
import type { OkOf, QueryOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import type { Column, LoadPage, PageOf } from '../ui/column.ts';
import { handlerText } from '../ui/handler-text.ts';
import { limitText, overdueText } from '../ui/words.ts';
import { said } from '../i18n/said.ts';

export type LedgerRow = OkOf<'ledger'>['items'][number];

/** Rows of one department and one kind of step. */
export interface Kind {
  readonly title: string;
  readonly rows: readonly LedgerRow[];
}

/** All rows of one department, in groups by kind of step. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly LedgerRow[];
  readonly kinds: readonly Kind[];
}

/** A page shows so many rows; an export has all. */
export const mostShown = 1_000;

/** What the 台账 is narrowed by. */
export type LedgerQuery = NonNullable<QueryOf<'ledgerCsv'>>;

/** Asks pages of the narrowed 台账. */
export function ledgerPages(narrow: LedgerQuery): LoadPage<LedgerRow> {
  return (query, signal) => call('ledger', { query: { ...narrow, ...query }, ...(signal && { signal }) });
}

/** The rows a page shows, in the order of the API: overdue first. `more`: there are others. */
export async function loadLedger(
  narrow: LedgerQuery,
  signal: AbortSignal,
): Promise<{ rows: readonly LedgerRow[]; more: boolean }> {
  const rows: LedgerRow[] = [];
  const ask = ledgerPages(narrow);
  let cursor: string | null = null;
  do {
    const page: PageOf<LedgerRow> = await ask({ limit: '200', ...(cursor === null ? {} : { cursor }) }, signal);
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && rows.length < mostShown);
  return { rows, more: cursor !== null };
}

/** Groups rows by department and kind of step; groups and rows keep the order of the API, so what is longest overdue leads. */
export function groupsOf(rows: readonly LedgerRow[]): readonly Department[] {
  return groupedBy(rows, ({ departmentId }) => departmentId).map((own) => ({
    id: own[0]?.departmentId ?? '',
    name: own[0]?.departmentName ?? '',
    rows: own,
    kinds: groupedBy(own, ({ kind }) => kind).map((same) => ({
      title: said('stepKind', same[0]?.kind ?? null, same[0]?.kindTitle ?? ''),
      rows: same,
    })),
  }));
}

function groupedBy<R>(rows: readonly R[], keyOf: (row: R) => string): readonly (readonly R[])[] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** How long the step has been waiting, in the days the API counted. */
export function stuckText(t: TFunction, { usedWorkdays, usedDays }: LedgerRow): string {
  if (usedWorkdays === null || usedDays === null) return '—';
  return `${t('supervision.workdays', { count: usedWorkdays })} / ${t('supervision.days', { count: usedDays })}`;
}

/** Whether a step waits to be claimed; an approval is claimed by nobody. */
export function isUnclaimed({ handler, phase }: LedgerRow): boolean {
  return handler === null && phase !== 'requested';
}

/** Who answers for the step: the department with the role, and that nobody has claimed it yet; in English the role stands for itself. */
export function responsibleText(t: TFunction, row: LedgerRow): string {
  const post = said('role', row.nextRole, row.responsible);
  return post !== row.responsible && isUnclaimed(row) ? `${t('case.toClaim')} (${post})` : post;
}

/** Who handles the step by name; while its start waits for approval, the approver's post stands for itself. */
export function ledgerHandler(t: TFunction, row: LedgerRow): string {
  return row.phase === 'requested' ? '—' : handlerText(t, row);
}

/** What is to be done next. */
export function nextActionText({ phase, nextAction }: LedgerRow): string {
  return said('nextAction', phase, nextAction);
}

/** The promise in words; empty without one. */
export function promiseText(t: TFunction, { promiseCount, promiseUnit }: LedgerRow): string {
  return promiseCount === null || promiseUnit === null ? '—' : limitText(t, { count: promiseCount, unit: promiseUnit });
}

/** Columns of the 台账: those of the sheet, in their order on the page. */
export function ledgerColumns(t: TFunction): readonly Column<LedgerRow>[] {
  return [
    { key: 'department', title: t('supervision.department'), text: (row) => row.departmentName, width: 150 },
    { key: 'kind', title: t('supervision.step'), text: (row) => row.stepTitle, width: 120 },
    { key: 'caseNo', title: t('supervision.caseNo'), text: (row) => row.caseNo, width: 320 },
    { key: 'item', title: t('supervision.item'), text: (row) => row.itemName, width: 200 },
    { key: 'applicant', title: t('supervision.applicant'), text: (row) => row.applicant, width: 90 },
    { key: 'basis', title: t('supervision.basis'), text: (row) => row.basis, width: 260 },
    {
      key: 'startedOn',
      title: t('supervision.startedOn'),
      text: (row) => row.startedOn ?? t('supervision.notStarted'),
    },
    { key: 'stuck', title: t('supervision.stuck'), text: (row) => stuckText(t, row), width: 160 },
    { key: 'promise', title: t('supervision.promise'), text: (row) => promiseText(t, row), width: 110 },
    { key: 'dueOn', title: t('supervision.promiseDueOn'), text: (row) => row.promiseDueOn, width: 110 },
    {
      key: 'overdue',
      title: t('supervision.overdueDays'),
      text: (row) => (row.overdue ? overdueText(t, row) : null),
      width: 90,
    },
    { key: 'handler', title: t('clerk.handler'), text: (row) => ledgerHandler(t, row), width: 90 },
    { key: 'who', title: t('supervision.responsible'), text: (row) => responsibleText(t, row), width: 200 },
    { key: 'next', title: t('supervision.nextAction'), text: nextActionText, width: 120 },
    { key: 'reminders', title: t('supervision.reminders'), text: (row) => row.reminders, width: 90 },
    {
      key: 'state',
      title: t('supervision.state'),
      text: (row) => t(row.overdue ? 'supervision.overdue' : 'supervision.inTime'),
      width: 90,
    },
  ];
}
