import type { OkOf } from '../../contract/routes.ts';
import type { FoundCase, KnownCase } from '../../db/views/finder.ts';
import type { ClosedCase } from '../../db/views/finished.ts';
import type { WarningRow } from '../../db/views/warnings.ts';
import type { WorkRow } from '../../db/views/work-row.ts';
import { orderTitle } from '../../domain/case/acts/index.ts';
import { shineOn } from '../../domain/case/lights.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import type { Calendar } from '../../domain/clock/calendar.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { isClockError } from '../../domain/clock/clock.ts';
import { standingOn } from '../../domain/clock/reckon.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { readClockTitle, readStep, stepBook } from '../../domain/words/clock-title.ts';
import { levelOfRank } from './light.ts';
import { applicantFor } from './masks.ts';
import { instantOrNull, levelTitle, resultTitle, roleTitle } from './words.ts';

type WorkItem = OkOf<'worklist'>['items'][number];

/** A row of a worklist. */
export function presentWork(
  row: WorkRow,
  o: { definition: FlowDefinition; calendar: Calendar; today: CivilDate; viewer: Actor },
): WorkItem {
  const { today } = o;
  const book = stepBook(o.definition);
  const overdue = row.dueOn !== null && row.dueOn < today && row.finishedAt === null;
  const level = levelOfRank(row.levelRank);
  const ended = row.finishedAt !== null;
  return {
    caseId: row.caseId,
    caseNo: row.caseNo,
    itemCode: row.itemCode,
    itemName: row.itemName,
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    applicant: applicantFor(o.viewer, row),
    receivedOn: row.receivedOn,
    status: row.status,
    stepId: row.stepId,
    stepTitle: readStep(row.stepId, book),
    untimed: row.untimed,
    phase: row.phase,
    taskId: row.taskId,
    origin: row.origin,
    handler: row.handler,
    nextRole: row.nextRole,
    nextRoleTitle: roleTitle(row.nextRole),
    requests: requestsOf(row),
    openedOn: row.openedOn,
    told: row.told,
    dueOn: row.dueOn,
    clock: row.clock,
    clockTitle: row.clock === null ? null : readClockTitle(row.clock, book),
    provisional: row.provisional,
    overdue,
    light: lightOf(row, today),
    level: ended ? null : level,
    levelTitle: level === null || ended ? null : levelTitle(level),
    remaining: ended ? null : remainingOf(row, o.calendar, today),
    limitUnit: row.limitUnit,
    reminders: row.reminders,
    matters: [...(row.matters ?? [])],
    postHolders: row.postHolders,
    serving: row.serving,
    finishedAt: instantOrNull(row.finishedAt),
    result: null,
    resultTitle: book.get(row.stepId)?.outcomes.find(({ id }) => id === row.outcome)?.title ?? null,
  };
}

/** The light of a task: of all clocks its handler answers for, not only of the one shown. */
function lightOf(row: WorkRow, today: CivilDate): WorkItem['light'] {
  if (row.finishedAt !== null) return 'ended';
  if (row.dueOn !== null) return shineOn(row, today);
  return isOfRevocation(row) ? 'ended' : 'stopped';
}

/** No clock runs for it: those of its case are over, not stopped. */
function isOfRevocation({ origin }: WorkRow): boolean {
  return origin === 'revocation' || origin === 'revocationService';
}

/** What an approval answers. */
const askedBy = {
  start: 'requestUntimedStep',
  extension: 'requestExtension',
  revocation: 'proposeRevocation',
} as const;

/** What the task asks for when it is an approval. */
function requestsOf({ origin }: WorkRow): WorkItem['requests'] {
  if (origin !== 'start' && origin !== 'extension' && origin !== 'revocation') return [];
  const order = askedBy[origin];
  return [{ order, title: orderTitle(order) }];
}

function remainingOf(row: WorkRow, calendar: Calendar, today: CivilDate): number | null {
  const { startedOn, limitCount: count, limitUnit: unit, extension, stops } = row;
  if (startedOn === null || count === null || unit === null || extension === null || stops === null) return null;
  const standing = standingOn({ startedOn, limit: { count, unit }, extension, stops }, calendar, today);
  return isClockError(standing) ? null : standing.remaining;
}

/** A case as the finder shows it. */
export function presentKnown(row: KnownCase, viewer: Actor): OkOf<'recentCases'>['items'][number] {
  const { caseId, caseNo, itemName, departmentName, receivedOn, told, status } = row;
  const shown = { caseId, caseNo, itemName, departmentName, receivedOn, told, status };
  return { ...shown, applicant: applicantFor(viewer, row), resultTitle: resultTitle(row.result) };
}

/** A case that the finder found, and what of it was meant. */
export function presentFound(row: FoundCase, viewer: Actor): OkOf<'findCases'>['items'][number] {
  return { ...presentKnown(row, viewer), foundBy: [...row.foundBy] };
}

/** A row of the list of closed cases. */
export function presentClosed(row: ClosedCase, viewer: Actor): WorkItem {
  return {
    caseId: row.caseId,
    caseNo: row.caseNo,
    itemCode: row.itemCode,
    itemName: row.itemName,
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    applicant: applicantFor(viewer, row),
    receivedOn: row.receivedOn,
    status: 'closed',
    stepId: null,
    stepTitle: null,
    untimed: false,
    phase: null,
    taskId: null,
    origin: null,
    handler: null,
    nextRole: null,
    nextRoleTitle: null,
    requests: [],
    openedOn: null,
    told: row.told,
    dueOn: null,
    clock: null,
    clockTitle: null,
    provisional: false,
    overdue: false,
    light: 'ended',
    level: null,
    levelTitle: null,
    remaining: null,
    limitUnit: null,
    reminders: 0,
    matters: [],
    postHolders: null,
    serving: null,
    finishedAt: instantOrNull(row.closedAt),
    result: row.result,
    resultTitle: resultTitle(row.result),
  };
}

/** A row of the list of warnings. */
export function presentWarning(row: WarningRow, definition: FlowDefinition): OkOf<'listWarnings'>['items'][number] {
  return {
    warningId: row.warningId,
    caseId: row.caseId,
    caseNo: row.caseNo,
    itemName: row.itemName,
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    clock: row.clock,
    clockTitle: readClockTitle(row.clock, stepBook(definition)),
    rung: row.rung,
    level: row.level,
    levelTitle: levelTitle(row.level),
    onDay: row.on,
    dueOn: row.dueOn,
    at: rfc3339(row.at),
    late: row.late,
    acknowledgedAt: instantOrNull(row.acknowledgedAt),
    acknowledgedBy: row.acknowledgedByName ?? row.acknowledgedBy,
    acknowledgedAs: row.acknowledgedAs,
    open: row.open,
    seenAt: instantOrNull(row.seenAt),
    note: row.note,
    others: row.others.map(({ warningId, level }) => ({ warningId, level, levelTitle: levelTitle(level) })),
    annulledAt: instantOrNull(row.annulledAt),
    endedOn: row.endedOn,
    shares: row.shares,
  };
}
