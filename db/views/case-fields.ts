import { ms } from './query.ts';

/** Writes the arguments of json_build_object: name and expression of each field. */
function fields(table: Readonly<Record<string, string>>): string {
  return Object.entries(table)
    .map(([name, expression]) => `'${name}', ${expression}`)
    .join(', ');
}

/** `CaseRow`; `c` is case_row, `i` the item, `d` the department. */
export const rowFields = fields({
  caseId: 'c.case_id',
  caseNo: 'c.case_no',
  itemCode: 'c.item_code',
  itemName: 'i.name',
  departmentId: 'c.department_id',
  departmentName: 'd.name',
  regionCode: 'c.region_code',
  definition: 'c.definition',
  applicant: 'c.applicant',
  seq: 'c.seq',
  status: 'c.status',
  result: 'c.result',
  receivedOn: 'c.received_on',
  filedAt: ms('c.filed_at'),
  acceptedOn: 'c.accepted_on',
  decidedOn: 'c.decided_on',
  closedAt: ms('c.closed_at'),
  dueOn: 'c.due_on',
  provisional: 'c.provisional',
  sortDueOn: 'c.sort_due_on',
  sortClock: 'c.sort_clock',
});

/** `ClockRow`; `x` is case_clock. */
export const clockFields = fields({
  clock: 'x.clock',
  kind: 'x.kind',
  stepId: 'x.step_id',
  startedOn: 'x.started_on',
  limitCount: 'x.limit_count',
  limitUnit: 'x.limit_unit',
  extension: 'x.extension',
  stops: 'x.stops',
  endedOn: 'x.ended_on',
  dueOn: 'x.due_on',
  provisional: 'x.provisional',
  lapsedOn: 'x.lapsed_on',
});

/** `StepRow`; `x` is case_step. */
export const stepFields = fields({
  stepId: 'x.step_id',
  kind: 'x.kind',
  role: 'x.role',
  departmentId: 'x.department_id',
  open: 'x.open',
  untimed: 'x.untimed',
  phase: 'x.phase',
  nextRole: 'x.next_role',
  openedAt: ms('x.opened_at'),
  openedOn: 'x.opened_on',
  startedOn: 'x.started_on',
  promiseDueOn: 'x.promise_due_on',
  sortDueOn: 'x.sort_due_on',
  sortClock: 'x.sort_clock',
  reminders: 'x.reminders',
  finishedAt: ms('x.finished_at'),
  finishedBy: 'x.finished_by',
  outcome: 'x.outcome',
});

/** `Fact`; `x` is case_event. */
export const factFields = fields({
  seq: 'x.seq',
  at: ms('x.at'),
  recordedAt: ms('x.recorded_at'),
  requestId: 'x.request_id',
  actorId: 'x.actor_id',
  body: 'x.body',
  hash: 'x.hash',
});

/** `CaseWarning`; `x` is warning. */
export const warningFields = fields({
  warningId: 'x.warning_id',
  seq: 'x.seq',
  clock: 'x.clock',
  epoch: 'x.epoch',
  rung: 'x.rung',
  level: 'x.level',
  to: 'x.to_roles',
  on: 'x.on_day',
  dueOn: 'x.due_on',
  at: ms('x.at'),
  recordedAt: ms('x.recorded_at'),
  late: 'x.late',
  acknowledgedAt: ms('x.acknowledged_at'),
  acknowledgedBy: 'x.acknowledged_by',
  note: 'x.note',
});

/** `CaseFinding`; `x` is finding. */
export const findingFields = fields({
  seq: 'x.seq',
  code: 'x.code',
  stepId: 'x.step_id',
  clock: 'x.clock',
  at: ms('x.at'),
});
