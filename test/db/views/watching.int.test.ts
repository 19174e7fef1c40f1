import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledger, ledgerCounts } from '../../../db/views/ledger.ts';
import type { LedgerFilters, LedgerRow } from '../../../db/views/ledger.ts';
import { markRead, messages, unreadCount } from '../../../db/views/messages.ts';
import { warnings } from '../../../db/views/warnings.ts';
import { capacityOf, isSettledFor } from '../../../domain/case/acknowledging.ts';
import type { CaseState, WarningState } from '../../../domain/case/state.ts';
import { covers } from '../../../domain/people/roles.ts';
import type { Actor } from '../../../domain/people/roles.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { day } from '../../support/scene.ts';
import { isInScope, sees, viewers, walk } from './pages.ts';
import { people, writeRandomCases } from './random-cases.ts';
import type { MessageRecord, RandomCases, StepRecord, WarningRecord } from './random-cases.ts';

let base: TestDatabase;
let data: RandomCases;
const today = day('2026-03-10');
const all = { since: 0, now: 1_780_000_000_000, atMost: 10_000 };

beforeAll(async () => {
  base = await openTestDatabase();
  data = await writeRandomCases(base.app, { seed: 11, count: 400 });
});
afterAll(() => base.close());

describe.each(Object.entries(viewers))('%s', (_, actor) => {
  it.each(['me', 'scope'] as const)(
    'sees the warnings to %s, those that wait for the viewer first, each part newest first',
    async (to) => {
      const shown = await walk((cursor) => warnings(base.app, { actor, to, limit: 7, cursor }));
      expect(shown.map(({ warningId, open }) => `${warningId} ${open}`)).toEqual(
        wantedWarnings(actor, to).map((one) => `${one.warningId} ${waits(actor, one)}`),
      );
    },
  );

  it('fault E6: sees one row a clock: the last warning that waits for the viewer, else the last of all', async () => {
    const clockOf = ({ caseId, clock }: { caseId: string; clock: string }) => `${caseId} ${clock}`;
    const best = new Map<string, WarningRecord>();
    for (const to of ['me', 'scope'] as const) {
      const shown = await walk((cursor) => warnings(base.app, { actor, to, by: 'clock', limit: 7, cursor }));
      best.clear();
      for (const one of wantedWarnings(actor, to)) if (!best.has(clockOf(one))) best.set(clockOf(one), one);
      expect(shown.map(({ warningId }) => warningId)).toEqual([...best.values()].map(({ warningId }) => warningId));
    }
    for (const departmentId of ['d-heping', 'd-dalian']) {
      const narrow = await walk((cursor) =>
        warnings(base.app, { actor, to: 'scope', by: 'clock', departmentId, limit: 7, cursor }),
      );
      expect(narrow.map(clockOf)).toEqual(
        [...best.values()].filter((one) => one.departmentId === departmentId).map(clockOf),
      );
    }
  });

  it('can narrow the warnings to a level', async () => {
    const shown = await walk((cursor) => warnings(base.app, { actor, to: 'scope', level: 'red', limit: 7, cursor }));
    const wanted = wantedWarnings(actor, 'scope').filter(({ level }) => level === 'red');
    expect(shown.map(({ warningId }) => warningId)).toEqual(wanted.map(({ warningId }) => warningId));
  });

  it('can narrow the warnings to those that wait for the viewer, and to the others', async () => {
    for (const answer of ['waits', 'given'] as const) {
      const shown = await walk((cursor) => warnings(base.app, { actor, to: 'scope', answer, limit: 7, cursor }));
      const wanted = wantedWarnings(actor, 'scope').filter((one) => waits(actor, one) === (answer === 'waits'));
      expect(shown.map(({ warningId }) => warningId)).toEqual(wanted.map(({ warningId }) => warningId));
    }
  });

  it('can narrow the ledger to a department, an item, a phase and what is overdue', async () => {
    const narrow: readonly LedgerFilters[] = [
      ...['d-heping', 'd-dalian', 'd-shenhe', 'nowhere'].map((departmentId) => ({ departmentId })),
      { itemCode: 'd-heping-item-1' },
      { departmentId: 'd-heping', itemCode: 'd-dalian-item-1' },
      ...(['waiting', 'requested', 'approved', 'running'] as const).map((phase) => ({ phase })),
      { isOverdue: true },
      { isOverdue: false, departmentId: 'd-heping', phase: 'running' },
    ];
    const all = await walk((cursor) => ledger(base.app, { actor, today, limit: 50, cursor }));
    for (const filters of narrow) {
      const shown = await walk((cursor) => ledger(base.app, { actor, today, limit: 7, cursor, filters }));
      expect(shown).toEqual(all.filter((row) => isOf(filters, row)));
    }
  });

  it('has the open untimed steps of the scope in the ledger, overdue first', async () => {
    const shown = await walk((cursor) => ledger(base.app, { actor, today, limit: 7, cursor }));
    const wanted = wantedLedger(actor);
    expect(shown.map(({ caseId, stepId }) => `${caseId} ${stepId}`)).toEqual(
      wanted.map((step) => `${step.caseId} ${step.stepId}`),
    );
    const overdue = wanted.filter(
      ({ promiseDueOn }) => typeof promiseDueOn === 'string' && promiseDueOn < today,
    ).length;
    expect(shown.map((row) => row.overdue)).toEqual(wanted.map((_step, at) => at < overdue));
    expect(await ledgerCounts(base.app, { actor, today })).toEqual({ open: wanted.length, overdue });
  });

  it('gets the messages to the roles held, newest first, and reads them', async () => {
    const ids = async (unreadOnly: boolean) =>
      (await walk((cursor) => messages(base.app, { actor, now: all.now, limit: 7, cursor, unreadOnly }))).map(
        ({ messageId }) => messageId,
      );
    await base.app.query('DELETE FROM message_read');
    const wanted = wantedMessages(actor).map(({ messageId }) => messageId);
    expect(await ids(false)).toEqual(wanted);
    const red = await walk((cursor) => messages(base.app, { actor, now: all.now, limit: 7, cursor, level: 'red' }));
    expect(red.map(({ messageId }) => messageId)).toEqual(
      wantedMessages(actor).flatMap(({ messageId, level }) => (level === 'red' ? [messageId] : [])),
    );
    expect(await unreadCount(base.app, { actor, ...all })).toBe(wanted.length);
    expect(await unreadCount(base.app, { actor, ...all, atMost: 3 })).toBe(Math.min(3, wanted.length));
    const some = wanted.slice(0, 2);
    const foreign = data.messages.map(({ messageId }) => messageId).filter((id) => !wanted.includes(id));
    expect(await markRead(base.app, { actor, messageIds: [...some, ...foreign], at: 1, now: all.now })).toBe(
      some.length,
    );
    expect(await markRead(base.app, { actor, messageIds: some, at: 2, now: all.now })).toBe(0);
    expect(await ids(true)).toEqual(wanted.slice(2));
    expect(await markRead(base.app, { actor, messageIds: 'all', at: 3, now: all.now })).toBe(
      wanted.length - some.length,
    );
    expect(await unreadCount(base.app, { actor, ...all })).toBe(0);
    const stranger: Actor = { ...actor, id: people.li };
    expect(await unreadCount(base.app, { actor: stranger, ...all })).toBe(wantedMessages(stranger).length);
  });
});

describe('a message that is told later', () => {
  it('fault A14: stands in no list and no count before its time', async () => {
    const now = 1_770_000_000_000 + 4 * 60_000;
    for (const actor of Object.values(viewers)) {
      const shown = await walk((cursor) => messages(base.app, { actor, now, limit: 7, cursor }));
      const wanted = wantedMessages(actor).filter(({ at }) => at.getTime() <= now);
      expect(shown.map(({ messageId }) => messageId)).toEqual(wanted.map(({ messageId }) => messageId));
      await base.app.query('DELETE FROM message_read');
      expect(await unreadCount(base.app, { actor, ...all, now })).toBe(wanted.length);
    }
  });

  it('fault A14: stays unread when all are marked as read before its time', async () => {
    const now = 1_770_000_000_000 + 4 * 60_000;
    let later = 0;
    for (const actor of Object.values(viewers)) {
      await base.app.query('DELETE FROM message_read');
      const wanted = wantedMessages(actor);
      const told = wanted.filter(({ at }) => at.getTime() <= now).length;
      expect(await markRead(base.app, { actor, messageIds: 'all', at: 1, now })).toBe(told);
      const untold = wanted.map(({ messageId }) => messageId);
      expect(await markRead(base.app, { actor, messageIds: untold, at: 1, now })).toBe(0);
      expect(await unreadCount(base.app, { actor, ...all })).toBe(wanted.length - told);
      later += wanted.length - told;
    }
    expect(later).toBeGreaterThan(0);
  });
});

describe('a row of the ledger', () => {
  it('brings the limit of the promise and the days since the start', async () => {
    const actor = viewers['province supervisor'];
    const shown =
      actor === undefined ? [] : await walk((cursor) => ledger(base.app, { actor, today, limit: 50, cursor }));
    expect(shown.find(({ startedOn }) => startedOn !== null)).toMatchObject({
      applicant: '张三丰',
      naturalDays: 8,
      startedOn: '2026-03-02',
      limitCount: 10,
      limitUnit: 'workday',
    });
    expect(shown.find(({ startedOn }) => startedOn === null)).toMatchObject({
      naturalDays: null,
      promiseDueOn: null,
      overdue: false,
    });
  });
});

describe('cursors of the supervisors', () => {
  it('belong to one list', async () => {
    const [actor] = Object.values(viewers);
    if (actor === undefined) throw new Error('expected a viewer, but there is none');
    const cursor = Buffer.from(JSON.stringify(['ledger', 'infinity', people.wang, 'a'])).toString('base64url');
    const asked = { actor, today, limit: 5, cursor };
    expect(await ledger(base.app, asked)).toHaveProperty('items');
    expect(await warnings(base.app, { ...asked, to: 'me' })).toMatchObject({ code: 'bad-cursor' });
    expect(await messages(base.app, { ...asked, now: all.now })).toMatchObject({ code: 'bad-cursor' });
  });
});

function isOf({ departmentId, itemCode, phase, isOverdue = false }: LedgerFilters, row: LedgerRow): boolean {
  return (
    row.departmentId === (departmentId ?? row.departmentId) &&
    row.itemCode === (itemCode ?? row.itemCode) &&
    row.phase === (phase ?? row.phase) &&
    (!isOverdue || row.overdue)
  );
}

const watching: readonly string[] = ['supervisor', 'supervisionLead'];

function wantedWarnings(actor: Actor, to: 'me' | 'scope'): WarningRecord[] {
  const mine = (one: WarningRecord) =>
    one.toPeople?.includes(actor.id) === true ||
    actor.posts.some((post) => one.toRoles.includes(post.role) && reaches(post, one));
  const key = (one: WarningRecord) => `${waits(actor, one) ? '1' : '0'} ${one.at.getTime()} ${one.warningId}`;
  return data.warnings
    .filter((one) => isInScope(actor, one) && (to === 'scope' || mine(one)))
    .toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
}

/** The domain's own answer: whether a warning needs something more from the viewer. */
function waits(actor: Actor, one: WarningRecord): boolean {
  const seenBy = data.warningsSeen.flatMap((mark) => (mark.warningId === one.warningId ? [mark.personId] : []));
  const { level, acknowledgedBy = null, acknowledgedAs: as, annulledAt = null } = one;
  const state = {
    level,
    acknowledgedBy,
    seenBy,
    to: one.toRoles,
    ...(as ? { as } : {}),
    ...(annulledAt === null ? {} : { annulled: true }),
  } as unknown as WarningState;
  const capacity = capacityOf(actor, state, { filing: one } as unknown as CaseState) ?? 'self';
  return !isSettledFor(state, capacity, actor.id);
}

function wantedLedger(actor: Actor): StepRecord[] {
  const key = (step: StepRecord) => `${step.promiseDueOn ?? '9999'} ${step.caseId} ${step.stepId}`;
  return data.steps
    .filter((step) => step.open && step.untimed && isInScope(actor, step))
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function wantedMessages(actor: Actor): MessageRecord[] {
  const key = (one: MessageRecord) => `${one.at.getTime()} ${one.messageId}`;
  return data.messages
    .filter((one) =>
      one.role === null ? isTold(actor, one) : actor.posts.some((post) => post.role === one.role && reaches(post, one)),
    )
    .toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
}

/** By name, and the case is still seen. */
function isTold(actor: Actor, one: MessageRecord): boolean {
  return one.personId === actor.id && sees(data, actor, one);
}

function reaches(post: Actor['posts'][number], where: { departmentId: string; regionCode: string }): boolean {
  if (watching.includes(post.role)) return covers(post.regionCode, where.regionCode);
  return post.departmentId === where.departmentId;
}
