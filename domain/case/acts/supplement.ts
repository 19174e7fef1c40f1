import type { CivilDate } from '../../clock/civil-date.ts';
import { instanceId } from '../../instance-id.ts';
import { reject } from '../../rejection.ts';
import type { Rejection } from '../../rejection.ts';
import { startNotice } from '../answering.ts';
import { endClock, startClock } from '../clock-acts.ts';
import { closeCase } from '../close.ts';
import { dueOnOf, runningClock } from '../clocks.ts';
import type { Desk } from '../desk.ts';
import { only, record, today } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { filesTaken } from '../files-taken.ts';
import type { WithFiles } from '../files-taken.ts';
import type { Digest } from '../marks.ts';
import { silenceAccepted } from '../silent.ts';
import { mustBeProved } from '../entered-late.ts';
import { unlisted } from '../materials.ts';
import { endPassing } from '../passing-clock.ts';
import { refusedBy } from '../refused-by.ts';
import { idsOf, isSame, materialsOf, refOf, stillAsked } from '../supplement.ts';
import type { AskedItem, ItemRef } from '../asked.ts';
import { checkAsked, checkServed } from '../supplement-notice.ts';
import { beforeAcceptance } from './act.ts';
import type { Act } from './act.ts';

export interface AskSupplement extends WithFiles {
  readonly type: 'askSupplement';
  readonly stepId: string;
  readonly documentNo: string;
  readonly servedOn: CivilDate;
  readonly asked: readonly AskedItem[];
  /** How to mend each of what is asked, in the same order. */
  readonly mends: readonly Digest[];
  readonly consequence: Digest;
  /** Materials that the applicant brought and that are taken in with the notice. */
  readonly received?: readonly string[];
  /** Proof of service of a notice that is entered later than it was served. */
  readonly evidence?: Digest;
}

/**
 * 补正: one notice that names everything (XKF 32(1)(4)). It ends the clock of the answer on the day it was served and starts that of the
 * applicant. Entered late with proof of service in time, it defeats a silence that was not confirmed.
 */
export const askSupplement: Act<AskSupplement> = {
  title: { zh: '出具补正告知书', en: 'Ask for a supplement' },
  texts: { mends: 'words', consequence: 'words', evidence: 'words' },
  people: {},
  holder: 'handler',
  place: beforeAcceptance,
  guard: ({ state }) => {
    if (state.acceptedOn !== null) return silenceAccepted(state);
    return state.supplement?.state === 'waiting'
      ? reject('supplement-waiting', 'expected no supplement that is still awaited, but the last notice is open')
      : null;
  },
  decide(draft, { stepId, documentNo, servedOn, asked, mends, consequence, received = [], evidence, ...brought }) {
    const notice = { documentNo, servedOn, asked, mends, consequence };
    const { state, world } = draft;
    const refusal =
      checkAsked({ world, state }, notice, received) ??
      checkServed({ world, state, today: today(draft) }, notice.servedOn, evidence);
    if (refusal) return refusal;
    const round = (state.supplement?.round ?? 0) + 1;
    const limit = world.plan.limits.supplement;
    const more = {
      ...(received.length > 0 && { received }),
      ...filesTaken(brought, received),
      ...(evidence !== undefined && { evidence }),
    };
    record(draft, { type: 'SupplementAsked', stepId, round, ...notice, ...more });
    for (const kind of ['notice', 'promisedNotice']) endClock(draft, instanceId(kind, round), notice.servedOn);
    endPassing(draft, notice.servedOn);
    if (limit === undefined) return null;
    const { count, unit } = limit;
    const clock = { kind: 'supplement', stepId: null, limit: { count, unit }, startedOn: notice.servedOn } as const;
    startClock(draft, { id: instanceId('supplement', round), ...clock });
    return null;
  },
};

export interface ReceiveSupplement extends WithFiles {
  readonly type: 'receiveSupplement';
  readonly stepId: string;
  readonly arrived: readonly ItemRef[];
  readonly arrivedOn: CivilDate;
  readonly evidence?: Digest;
}

/** A part of what was asked arrives: with the last one the case can be accepted, from the day of that arrival. */
export const receiveSupplement: Act<ReceiveSupplement> = {
  title: { zh: '收取补正材料', en: 'Take in a supplement' },
  texts: { evidence: 'words' },
  people: {},
  holder: 'handler',
  place: beforeAcceptance,
  guard: notWaiting,
  decide(draft, { arrived, arrivedOn, evidence, ...brought }) {
    const still = stillAsked(draft.state);
    const odd = arrived.find((part) => !still.some((item) => isSame(item, part)));
    if (odd !== undefined || arrived.length === 0) {
      const detail = `expected of what is still asked (${idsOf(still).join(', ')}), but got ${odd?.id ?? 'nothing'}`;
      return reject('supplement-not-asked', detail, { materials: materialsOf(still) });
    }
    const from = draft.state.supplement?.servedOn ?? arrivedOn;
    const refusal = checkDay(draft, { day: arrivedOn, from, evidence });
    if (refusal) return refusal;
    return only(draft, {
      type: 'SupplementReceived',
      arrived: arrived.map(refOf),
      on: arrivedOn,
      ...filesTaken(brought, materialsOf(arrived)),
      ...(evidence !== undefined && { evidence }),
    });
  },
};

export interface DeclareSupplied {
  readonly type: 'declareSupplied';
  readonly stepId: string;
  readonly declaredOn: CivilDate;
  readonly evidence?: Digest;
}

/** The applicant declares that the list is supplied: from that day the window has the time of the law again to look (domain.md 12.1.2). */
export const declareSupplied: Act<DeclareSupplied> = {
  title: { zh: '登记申请人声明补正完毕', en: 'Record that all is said to be supplied' },
  texts: { evidence: 'words' },
  people: {},
  holder: 'handler',
  place: beforeAcceptance,
  guard: notWaiting,
  decide(draft, { declaredOn, evidence }) {
    const { supplement } = draft.state;
    if (supplement === undefined) return notWaiting(draft);
    const from = supplement.arrived.reduce((day, { on }) => (on > day ? on : day), supplement.servedOn);
    const refusal = checkDay(draft, { day: declaredOn, from, evidence });
    if (refusal) return refusal;
    const { round } = supplement;
    record(draft, {
      type: 'SupplyDeclared',
      round,
      on: declaredOn,
      ...(evidence !== undefined && { evidence }),
    });
    answerAnew(draft, { round, on: declaredOn });
    return null;
  },
};

/** The applicant's clock ends, and from that day the window has the time of the law again. */
export function answerAnew(draft: Draft, { round, on }: { round: number; on: CivilDate }): void {
  endClock(draft, instanceId('supplement', round), on);
  startNotice(draft, { round: round + 1, startedOn: on });
}

export interface CorrectOnSpot {
  readonly type: 'correctOnSpot';
  readonly stepId: string;
  readonly corrected: readonly ItemRef[];
  readonly note: Digest;
}

/** 当场更正: what the applicant mends at the window is recorded, and is no round of supplement (XKF 32(1)(3)). */
export const correctOnSpot: Act<CorrectOnSpot> = {
  title: { zh: '当场更正', en: 'Correct on the spot' },
  texts: { note: 'words' },
  people: {},
  holder: 'handler',
  place: beforeAcceptance,
  decide(draft, { stepId, corrected, note }) {
    const refusal = unlisted(draft.world, materialsOf(corrected));
    if (refusal) return refusal;
    return only(draft, { type: 'CorrectedOnSpot', stepId, corrected: corrected.map(refOf), note });
  },
};

export interface LapseSupplement {
  readonly type: 'lapseSupplement';
  readonly stepId: string;
  readonly documentNo: string;
  readonly reasons: Digest;
  readonly remedy: Digest;
}

/**
 * Nobody supplied in time: where the item cites such a lapse the application counts as withdrawn, else it is not accepted; by a reasoned
 * document with the remedy either way, and never by itself (domain.md 12.1.4). The latter is a refusal, and the lead's.
 */
export const lapseSupplement: Act<LapseSupplement> = {
  title: { zh: '逾期未补正处理', en: 'End an unsupplied application' },
  texts: { reasons: 'words', remedy: 'words' },
  people: {},
  holder: (where) => (isWithdrawnBy(where) ? 'handler' : refusedBy(where)),
  place: beforeAcceptance,
  guard: (desk) => notWaiting(desk) ?? notLapsed(desk),
  decide(draft, { stepId, documentNo, reasons, remedy }) {
    const result = isWithdrawnBy(draft) ? 'deemedWithdrawn' : 'notSupplied';
    record(draft, { type: 'SupplementLapsed', stepId, result, documentNo, reasons, remedy });
    closeCase(draft, result);
    return null;
  },
};

/** Whether the item cites that an application which is not supplied counts as withdrawn. */
function isWithdrawnBy({ world }: Pick<Desk, 'world'>): boolean {
  return world.plan.limits.supplement?.lapses === true;
}

/** Why nothing can be supplied: nothing is awaited. */
export function notWaiting({ state: { supplement, ...state } }: Pick<Desk, 'state'>): Rejection | null {
  if (supplement?.state === 'waiting' && state.acceptedOn === null) return null;
  return reject('no-supplement-awaited', 'expected a supplement that is awaited, but none is');
}

function notLapsed({ state, world, today: on }: Desk): Rejection | null {
  const clock = runningClock(state, instanceId('supplement', state.supplement?.round ?? 1));
  const dueOn = clock === undefined ? null : dueOnOf(world, clock);
  if (dueOn !== null && on > dueOn) return null;
  const detail = `expected the applicant's time to be over, but it runs ${dueOn === null ? 'without an end' : `until ${dueOn}`}`;
  return reject('supplement-not-lapsed', detail);
}

function checkDay(
  draft: Draft,
  { day, from, evidence }: { readonly day: CivilDate; readonly from: CivilDate; readonly evidence: Digest | undefined },
): Rejection | null {
  const on = today(draft);
  if (day < from || day > on) {
    return reject('supplement-day-invalid', `expected a day from ${from} to ${on}, but got ${day}`);
  }
  if (evidence !== undefined || !mustBeProved(draft.world, day, on)) return null;
  return reject('supplement-evidence-required', `expected evidence of ${day}, entered on ${on}, but none was given`);
}
