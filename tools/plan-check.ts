import type { CivilDate } from '../domain/clock/civil-date.ts';
import { parseCivilDate } from '../domain/clock/civil-date.ts';
import type { Actor } from '../domain/people/roles.ts';
import { actorByToken } from '../db/people/tokens.ts';
import { earlierFiles } from '../db/files/earlier.ts';
import { auditPage } from '../db/views/audit.ts';
import { board, boardCases } from '../db/views/board.ts';
import { caseView, wordsOf } from '../db/views/case-view.ts';
import { counters } from '../db/views/counters.ts';
import { findCases, openedCases } from '../db/views/finder.ts';
import { closedCases } from '../db/views/finished.ts';
import { ledger, ledgerCounts } from '../db/views/ledger.ts';
import { caseOfNumber, lookup } from '../db/views/lookup.ts';
import { messages, unreadCount } from '../db/views/messages.ts';
import { documentNumbers } from '../db/views/numbers.ts';
import { casePlaces } from '../db/views/places.ts';
import { warnings } from '../db/views/warnings.ts';
import type { OpenList } from '../db/views/open-tasks.ts';
import { worklist } from '../db/views/worklist.ts';
import type { Db } from '../db/client.ts';
import { openTestDatabase } from '../test/support/database.ts';
import startServers from '../test/support/shared-servers.ts';
import { fillPlans } from './plan-fill.ts';
import { explainRuns } from './plan-explain.ts';

/** `npm run db:plans`: fills a scratch database and prints time and plan of every list query; exit 1 on a scan of a whole big table. */
const steps = Number(process.argv[2] ?? 1_000_000);
const today = dayOf('2026-06-15');
const told = Date.UTC(2026, 5, 15);

interface Subject {
  readonly title: string;
  run(db: Db): Promise<unknown>;
}

const stopServers = await startServers();
const base = await openTestDatabase({ max: 1 });
try {
  const filled = await fillPlans(base.admin, steps);
  console.log(
    `${filled.cases} cases, ${filled.steps} steps (${filled.open} open), ${filled.tasks} tasks, ${filled.seen} viewers in ${filled.seconds.toFixed(0)} s`,
  );
  let scans = 0;
  const regions = await base.admin.query<{ code: string }>('SELECT code FROM region ORDER BY code');
  const codes = regions.rows.map(({ code }) => code);
  const asked = [
    ...subjects(filled).map((subject) => ({ ...subject, db: base.app })),
    ...ofAudit(codes).map((subject) => ({ ...subject, db: base.audit })),
  ];
  for (const { title, run, db } of asked) {
    const report = await explainRuns(db, run);
    scans += report.scans.length;
    console.log([title.padEnd(58), ...report.columns, ...report.scans].join('  '));
  }
  process.exitCode = scans === 0 ? 0 : 1;
} finally {
  await base.close();
  await stopServers();
}

function subjects(filled: { caseId: string; caseNo: string; userId: string }): Subject[] {
  const viewers: readonly (readonly [string, Actor])[] = [
    ['clerk', actor(filled.userId, 'windowClerk', 'd-007', '210103')],
    ['department head', actor(filled.userId, 'deputyHead', 'd-007', '210103')],
    ['city supervisor', actor(filled.userId, 'supervisor', 's-city', '210100')],
    ['province supervisor', actor(filled.userId, 'supervisor', 's-province', '210000')],
  ];
  const applicant = { idType: 'uscc', idNo: '91210100MA0D3M0138' } as const;
  const asking = { caseId: filled.caseId, departmentId: 'd-007', applicant };
  const one: Subject[] = [
    { title: 'who sees a case', run: (db) => casePlaces(db, [filled.caseId]) },
    { title: 'one case', run: (db) => caseView(db, filled.caseId) },
    { title: 'words of a case', run: (db) => wordsOf(db, { caseIds: [filled.caseId], digests: ['a'], people: [] }) },
    { title: 'earlier files of an applicant', run: (db) => earlierFiles(db, asking) },
    { title: 'look-up by number', run: (db) => caseOfNumber(db, filled.caseNo) },
    { title: 'look-up', run: (db) => lookup(db, filled.caseId) },
    { title: 'person of a token', run: (db) => actorByToken(db, 'none', 0) },
  ];
  return [...viewers.flatMap(([title, who]) => listsOf(title, who, filled.caseNo)), ...one];
}

function listsOf(title: string, who: Actor, caseNo: string): Subject[] {
  const page = { actor: who, today, limit: 20 };
  const lists = (
    ['mine', 'claimable', 'department', 'near', 'overdue', 'waitingApproval', 'outlet', 'finished'] as const
  ).map((list) => ({
    title: `worklist ${list}`,
    run: (db: Db) => worklist(db, { ...page, list }),
  }));
  const others: Subject[] = [
    {
      title: 'worklist department, deep in the list',
      run: (db) => worklist(db, { ...page, list: 'department', cursor: late() }),
    },
    {
      title: 'worklist of one item',
      run: (db) => worklist(db, { ...page, list: 'department', filters: { itemCode: 'i-007-1' } }),
    },
    {
      title: 'worklist by number',
      run: (db) => worklist(db, { ...page, list: 'department', filters: { caseNo: caseNo.slice(0, -2) } }),
    },
    ...soughtOf(caseNo).flatMap(([by, find]) => {
      const narrowed = { ...page, list: 'department', filters: { find } } as const;
      return [
        { title: `worklist by ${by}`, run: (db: Db) => worklist(db, narrowed) },
        { title: `finder: ${by}`, run: (db: Db) => findCases(db, { actor: who, words: find, limit: 8 }) },
      ];
    }),
    ...(['department', 'claimable', 'outlet', 'overdue'] as const).flatMap((list) => sortsOf(page, list)),
    ...timesOf(page),
    {
      title: 'worklist of days of receipt',
      run: (db) =>
        worklist(db, {
          ...page,
          list: 'department',
          filters: { receivedFrom: dayOf('2026-05-01'), receivedTo: today },
        }),
    },
    ...(['department', 'claimable', 'waitingApproval'] as const).map((list) => ({
      title: `worklist ${list}, green ones of a department`,
      run: (db: Db) => worklist(db, { ...page, list, filters: { departmentId: 'd-007', light: 'green' } }),
    })),
    {
      title: 'worklist of red ones by receipt',
      run: (db) => worklist(db, { ...page, list: 'department', sort: 'received', filters: { light: 'red' } }),
    },
    ...(['department', 'claimable'] as const).map((list) => ({
      title: `worklist ${list} with a withdrawal asked for`,
      run: (db: Db) => worklist(db, { ...page, list, filters: { matter: 'withdrawal' } }),
    })),
    {
      title: 'closed cases of a department',
      run: (db) => closedCases(db, { ...page, filters: { departmentId: 'd-007' } }),
    },
    { title: 'closed cases by name', run: (db) => closedCases(db, { ...page, filters: { find: '供水第' } }) },
    {
      title: 'closed cases of days of receipt',
      run: (db) => closedCases(db, { ...page, filters: { receivedFrom: dayOf('2026-04-01'), receivedTo: today } }),
    },
    { title: 'cases opened last', run: (db) => openedCases(db, who) },
    { title: 'worklist counters', run: (db) => counters(db, page) },
    { title: 'closed cases', run: (db) => closedCases(db, page) },
    { title: 'closed cases of one item', run: (db) => closedCases(db, { ...page, filters: { itemCode: 'i-007-1' } }) },
    { title: 'warnings to me', run: (db) => warnings(db, { ...page, to: 'me' }) },
    { title: 'warnings of the scope', run: (db) => warnings(db, { ...page, to: 'scope' }) },
    { title: 'warnings by clock', run: (db) => warnings(db, { ...page, to: 'scope', by: 'clock' }) },
    {
      title: 'warnings by clock of a department',
      run: (db) => warnings(db, { ...page, to: 'scope', by: 'clock', departmentId: 'd-007' }),
    },
    {
      title: 'warnings by clock of an item',
      run: (db) => warnings(db, { ...page, to: 'scope', by: 'clock', itemCode: 'i-007-1' }),
    },
    { title: 'warnings that wait', run: (db) => warnings(db, { ...page, to: 'scope', by: 'clock', answer: 'waits' }) },
    { title: 'board', run: (db) => board(db, page) },
    { title: 'cases behind a count of the board', run: (db) => boardCases(db, { ...page, light: 'red' }) },
    { title: 'ledger', run: (db) => ledger(db, page) },
    { title: 'ledger of a department', run: (db) => ledger(db, { ...page, filters: { departmentId: 'd-007' } }) },
    { title: 'ledger of an item', run: (db) => ledger(db, { ...page, filters: { itemCode: 'i-007-1' } }) },
    {
      title: 'ledger of what waits for approval and is late',
      run: (db) => ledger(db, { ...page, filters: { phase: 'requested', isOverdue: true } }),
    },
    { title: 'ledger counts', run: (db) => ledgerCounts(db, page) },
    { title: 'number register', run: (db) => documentNumbers(db, page) },
    { title: 'messages', run: (db) => messages(db, { ...page, now: told }) },
    { title: 'messages of red cards', run: (db) => messages(db, { ...page, now: told, level: 'red' }) },
    { title: 'messages that are unread', run: (db) => messages(db, { ...page, now: told, unreadOnly: true }) },
    {
      title: 'unread messages',
      run: (db) => unreadCount(db, { actor: who, since: Date.UTC(2026, 3, 30), now: told, atMost: 100 }),
    },
  ];
  return [...lists, ...others].map((subject) => ({ ...subject, title: `${title}: ${subject.title}` }));
}

/** A list in each of its orders beside its own, the last also deep in it. */
function sortsOf(page: { actor: Actor; today: CivilDate; limit: number }, list: OpenList): Subject[] {
  const sorts = ['dueLast', 'received', 'receivedFirst', 'caseNo', 'caseNoLast'] as const;
  const cursor = cursorOf(`${list} caseNo`, 'i-007-3', '80000000-0000-0000-0000-000000000000', 'a');
  return [
    ...sorts.map((sort) => ({
      title: `worklist ${list} by ${sort}`,
      run: (db: Db) => worklist(db, { ...page, list, sort }),
    })),
    {
      title: `worklist ${list} by caseNo, deep in the list`,
      run: (db) => worklist(db, { ...page, list, sort: 'caseNo', cursor }),
    },
  ];
}

/** Lists of what happened, from their beginning on. */
function timesOf(page: { actor: Actor; today: CivilDate; limit: number }): Subject[] {
  const oldest = { ...page, sort: 'oldest' } as const;
  return [
    { title: 'worklist finished, oldest first', run: (db) => worklist(db, { ...oldest, list: 'finished' }) },
    { title: 'closed cases, oldest first', run: (db) => closedCases(db, oldest) },
    { title: 'warnings, oldest first', run: (db) => warnings(db, { ...oldest, to: 'scope', by: 'clock' }) },
    { title: 'messages, oldest first', run: (db) => messages(db, { ...oldest, now: told }) },
    { title: 'number register, oldest first', run: (db) => documentNumbers(db, oldest) },
  ];
}

/** What finders type, frequent and rare, with a name for each. */
function soughtOf(caseNo: string): readonly (readonly [by: string, find: string])[] {
  const serial = Number(caseNo.slice(-8));
  const words = ['有限公司', '供水第', '9138', '东陵路', '有限公司 取水口', `取水口 供水第${caseNo.slice(-5)}`];
  return [
    ...words.map((find) => [find, find] as const),
    ['the end of a number', caseNo.slice(-8)],
    ['a serial', '12'],
    ['a document', `水许受d-007〔2026〕${serial}号`],
    ['year and serial', `2026 ${serial}`],
  ];
}

/** What auditors of the province, a city and a department ask, of the pool that may read it. */
function ofAudit(codes: readonly string[]): Subject[] {
  const scopes = {
    province: { departments: [], regionCodes: codes },
    city: { departments: [], regionCodes: codes.filter((code) => code.startsWith('2101')) },
    department: { departments: ['d-007'], regionCodes: [] },
  };
  const filters = {
    all: {},
    'of a rare kind': { kind: 'regionMade' },
    'of a day': { from: told - 86_400_000, to: told },
    'of a day, oldest first': { from: told - 86_400_000, to: told, sort: 'oldest' },
    'oldest first': { sort: 'oldest' },
  } as const;
  return Object.entries(scopes).flatMap(([place, scope]) =>
    Object.entries(filters).map(([title, filter]) => ({
      title: `audit of a ${place}: ${title}`,
      run: (db: Db) => auditPage(db, { ...filter, scope, limit: 20 }),
    })),
  );
}

/** A place deep in the list, as its cursor would give it. */
function late(): string {
  return cursorOf('department', '2026-07-01', '80000000-0000-0000-0000-000000000000', 'a');
}

function cursorOf(...parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function actor(id: string, role: Actor['posts'][number]['role'], departmentId: string, regionCode: string): Actor {
  return { id, posts: [{ role, departmentId, regionCode }] };
}

function dayOf(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === undefined) throw new Error(`expected a day, but got ${text}`);
  return day;
}
