import { drizzle } from 'drizzle-orm/node-postgres';
import { clockId } from '../../../domain/instance-id.ts';
import type { Role } from '../../../domain/people/roles.ts';
import { upsertDepartments, upsertRegions } from '../../../db/people/departments.ts';
import type { Db } from '../../../db/client.ts';
import {
  appUser,
  caseClock,
  caseRow,
  caseSeen,
  caseStep,
  caseTask,
  caseEvent,
  caseText,
  item,
  message,
  warning,
  warningSeen,
} from '../../../db/schema/index.ts';
import { eventOf } from './event-of.ts';
import { days, picker, randomKeys, mattersOf } from './random-keys.ts';
import type { Picker } from './random-keys.ts';

export type StepRecord = typeof caseStep.$inferInsert;
export type TaskRecord = typeof caseTask.$inferInsert;
export type CaseRecord = typeof caseRow.$inferInsert;
export type WarningRecord = typeof warning.$inferInsert;
export type MessageRecord = typeof message.$inferInsert;
type SeenRecord = typeof caseSeen.$inferInsert;
type WarningSeenRecord = typeof warningSeen.$inferInsert;

/** Rows of random cases, as they were written: the tests reckon from them what each list has to show. */
export interface RandomCases {
  readonly cases: readonly CaseRecord[];
  readonly steps: readonly StepRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly seen: readonly SeenRecord[];
  readonly warnings: readonly WarningRecord[];
  readonly warningsSeen: readonly WarningSeenRecord[];
  readonly messages: readonly MessageRecord[];
}

/** Departments with the region each is of; those that begin with `s` supervise. */
export const departments = [
  ['d-province', '210000'],
  ['d-shenyang', '210100'],
  ['d-heping', '210102'],
  ['d-shenhe', '210103'],
  ['d-dalian', '210200'],
  ['d-jilin', '220000'],
  ['s-province', '210000'],
  ['s-shenyang', '210100'],
] as const;

/** People of the tests by a word; ids are fixed. */
export const people = {
  wang: '00000000-0000-7000-8000-000000000001',
  li: '00000000-0000-7000-8000-000000000002',
} as const;

const acting: readonly Role[] = ['windowClerk', 'caseOfficer', 'approver'];

/** Writes regions, departments, items, two people and `count` random cases; dates crowd around 2026-03-10. */
export async function writeRandomCases(db: Db, o: { seed: number; count: number }): Promise<RandomCases> {
  const pick = picker(o.seed);
  await writeGround(db);
  const made = Array.from({ length: o.count }, (_, at) => randomCase(at, pick));
  const rows: RandomCases = {
    cases: made.map((one) => one.row),
    steps: made.flatMap((one) => one.steps),
    tasks: made.flatMap((one) => one.tasks),
    seen: made.flatMap((one) => one.seen),
    warnings: made.flatMap((one) => one.warnings),
    warningsSeen: made.flatMap((one) => one.warningsSeen),
    messages: made.flatMap((one) => one.messages),
  };
  const to = drizzle(db);
  await to.insert(caseRow).values([...rows.cases]);
  await to
    .insert(caseText)
    .values(rows.cases.map(({ caseId, applicant }) => ({ caseId, digest: applicant, content: '张三丰' })));
  await to.insert(caseStep).values([...rows.steps]);
  await to.insert(caseTask).values([...rows.tasks]);
  await to.insert(caseSeen).values([...rows.seen]);
  await to.insert(caseClock).values(rows.steps.filter(({ untimed }) => untimed).map(promiseOf));
  await to.insert(caseClock).values(rows.tasks.filter(hasClock).map(clockOf));
  await to.insert(warning).values([...rows.warnings]);
  await to.insert(warningSeen).values([...rows.warningsSeen]);
  await to.insert(message).values([...rows.messages]);
  await to.insert(caseEvent).values([...new Set(rows.messages.map(({ caseId }) => caseId))].map(eventOf));
  return rows;
}

async function writeGround(db: Db): Promise<void> {
  const regions = [...new Set(departments.map(([, region]) => region))];
  await upsertRegions(
    db,
    regions.map((code) => ({ code, name: `地区${code}` })),
  );
  await upsertDepartments(
    db,
    departments.map(([id, regionCode]) => ({
      id,
      uscc: `uscc-${id}`,
      name: `部门${id}`,
      regionCode,
      kind: id.startsWith('s') ? ('supervision' as const) : ('department' as const),
    })),
  );
  const items = departments.flatMap(([departmentId]) =>
    [1, 2].map((n) => ({ code: `${departmentId}-item-${n}`, departmentId })),
  );
  await drizzle(db)
    .insert(item)
    .values(items.map((one) => ({ ...one, basicCode: 'b', name: '取水许可', type: '01', guide: {} })));
  const accounts = Object.entries(people).map(([login, id]) => ({ id, login, name: login, passwordHash: 'x' }));
  await drizzle(db).insert(appUser).values(accounts);
}

function randomCase(at: number, pick: Picker) {
  const [departmentId, regionCode] = pick.of(departments.slice(0, 6));
  const caseId = `${hex(pick, 8)}-0000-7000-8000-${String(at).padStart(12, '0')}`;
  const itemCode = `${departmentId}-item-${pick.of([1, 2])}`;
  const closed = pick.chance(0.2);
  const place = { caseId, departmentId, regionCode, itemCode };
  const row: CaseRecord = {
    ...place,
    caseNo: `${itemCode}-${pick.of(['20260301', '20260302'])}-${String(at).padStart(4, '0')}`,
    definition: 'sha',
    applicant: `digest-${at}`,
    seq: 1,
    status: closed ? 'closed' : 'open',
    receivedOn: `2026-01-${10 + (at % 20)}`,
    filedAt: new Date(1_770_000_000_000 + at),
    closedAt: closed ? new Date(1_770_000_000_000 + pick.int(20) * 60_000) : null,
    provisional: false,
  };
  const steps = Array.from({ length: 1 + pick.int(4) }, (_, n) => randomStep(place, { n, closed, pick }));
  const warnings = Array.from({ length: pick.int(4) }, (_, n) => randomWarning(place, { n, pick }));
  const seenBy = (personId: string) => warnings.filter(() => pick.chance(0.2)).map((one) => ownMark(one, personId));
  return {
    row,
    steps,
    tasks: randomTasks(place, steps, pick),
    seen: randomViewers(row, pick),
    warnings,
    warningsSeen: [...seenBy(people.wang), ...seenBy(people.li)],
    messages: Array.from({ length: pick.int(4) }, (_, n) => randomMessage(place, { n, pick })),
  };
}

/** The department of the case; now and then another, and a person who held a task. */
function randomViewers({ caseId, departmentId, closedAt }: CaseRecord, pick: Picker): SeenRecord[] {
  const inAlso = pick.chance(0.2) ? [pick.of(departments.slice(0, 6))[0]] : [];
  const seen = [...new Set([departmentId, ...inAlso])].map((viewer) => ({ kind: 'department' as const, viewer }));
  const held = pick.chance(0.2) ? [{ kind: 'person' as const, viewer: pick.of(Object.values(people)) }] : [];
  return [...seen, ...held].map((one) => ({ caseId, closedAt, ...one }));
}

function ownMark({ warningId, caseId, at }: WarningRecord, personId: string): WarningSeenRecord {
  return { warningId, caseId, personId, at };
}

const waiting = { stage: 'toCollect', toldSince: null, toldTimes: 1, deemedOn: null } as const;

/** One task an open step, and now and then an extension that is asked for on the first. */
function randomTasks(place: Place, steps: readonly StepRecord[], pick: Picker): TaskRecord[] {
  const open = steps.filter((step) => step.open);
  const matters = mattersOf(place.caseId);
  const tasks = open.map(({ stepId, phase }): TaskRecord => {
    const isStart = phase === 'requested';
    const assignee = isStart ? null : pick.of([null, people.wang, people.li]);
    const own = {
      taskId: isStart ? `start:${stepId}` : stepId,
      origin: isStart ? ('start' as const) : ('step' as const),
    };
    const keys = randomKeys(pick);
    const isServed = own.origin === 'step' && pick.chance(0.3);
    const service = isServed
      ? { serving: waiting, servingOn: pick.of(['2026-03-02', '2026-03-06', '2026-03-09']) }
      : {};
    return { ...place, ...own, stepId, assignee, role: pick.of(acting), ...keys, ...service, matters };
  });
  const [first] = tasks;
  if (first === undefined || !pick.chance(0.3)) return tasks;
  const own = { taskId: 'extension', origin: 'extension' as const, assignee: null, role: pick.of(acting) };
  return [...tasks, { ...first, serving: null, servingOn: null, ...own }];
}

interface Place {
  readonly caseId: string;
  readonly departmentId: string;
  readonly regionCode: string;
  readonly itemCode: string;
}

function randomStep(place: Place, o: { n: number; closed: boolean; pick: Picker }): StepRecord {
  const { pick } = o;
  const open = !o.closed && pick.chance(0.7);
  const untimed = pick.chance(0.4);
  const phase = untimed ? pick.of(['waiting', 'requested', 'approved', 'running']) : null;
  const running = phase === 'running';
  return {
    ...place,
    stepId: `step-${o.n}`,
    kind: untimed ? 'expertReview' : 'review',
    role: 'caseOfficer',
    open,
    untimed,
    phase,
    openedAt: new Date(1_770_000_000_000),
    openedOn: '2026-03-01',
    startedOn: running ? '2026-03-02' : null,
    promiseDueOn: running ? pick.of(days) : null,
    reminders: 0,
    finishedAt: open ? null : new Date(1_770_000_000_000 + pick.int(10) * 60_000),
    finishedBy: open ? null : pick.of(Object.values(people)),
    outcome: open ? null : 'pass',
  };
}

/** An extension has none of its own. */
function hasClock({ origin, dueKey }: TaskRecord): boolean {
  return origin !== 'extension' && dueKey !== 'infinity';
}

/** The clock whose days a task has. */
function clockOf({ caseId, stepId, dueKey, yellowKey, redKey }: TaskRecord): typeof caseClock.$inferInsert {
  const clock = clockId('step', stepId);
  const own = { clock, kind: 'step', dueOn: dueKey, ...(yellowKey && { yellowKey }), ...(redKey && { redKey }) };
  return { ...promiseOf({ caseId, stepId }), ...own };
}

function promiseOf(step: Pick<StepRecord, 'caseId' | 'stepId'>): typeof caseClock.$inferInsert {
  return {
    caseId: step.caseId,
    clock: clockId('promise', step.stepId),
    kind: 'promise',
    stepId: step.stepId,
    startedOn: '2026-03-02',
    limitCount: 10,
    limitUnit: 'workday',
    extension: 0,
    stops: [],
    provisional: false,
  };
}

function randomWarning(place: Place, o: { n: number; pick: Picker }): WarningRecord {
  const { itemCode: _, ...where } = place;
  const at = new Date(1_770_000_000_000 + o.pick.int(10) * 60_000);
  const isClosed = o.pick.chance(0.5);
  return {
    ...where,
    warningId: `${place.caseId}:${o.n}`,
    seq: 1,
    clock: 'statutory',
    epoch: 1,
    rung: 'R1',
    level: o.pick.of(['notice', 'yellow', 'red']),
    toRoles: o.pick.of([
      ['caseOfficer'],
      ['caseOfficer', 'windowClerk'],
      ['supervisor'],
      ['supervisor', 'caseOfficer'],
      ['agencyHead'],
    ]),
    toPeople: o.pick.of([[], [], [people.wang], [people.li]]),
    onDay: '2026-03-09',
    at,
    recordedAt: at,
    late: false,
    acknowledgedAt: isClosed ? at : null,
    acknowledgedBy: isClosed ? people.li : null,
    acknowledgedAs: isClosed ? o.pick.of([null, 'responsible', 'supervisor']) : null,
    annulledAt: o.pick.chance(0.15) ? at : null,
  };
}

function randomMessage(place: Place, o: { n: number; pick: Picker }): MessageRecord {
  const { itemCode: _, ...where } = place;
  const role = o.pick.of(['caseOfficer', 'windowClerk', 'supervisor', null]);
  return {
    ...where,
    messageId: `${place.caseId}:m${o.n}`,
    seq: 1,
    role,
    personId: role === null ? o.pick.of(Object.values(people)) : null,
    kind: 'warning',
    refId: 'w',
    at: new Date(1_770_000_000_000 + o.pick.int(10) * 60_000),
  };
}

function hex(pick: Picker, digits: number): string {
  return Array.from({ length: digits }, () => pick.int(16).toString(16)).join('');
}
