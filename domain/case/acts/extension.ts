import { reject } from '../../rejection.ts';
import type { Rejection } from '../../rejection.ts';
import { extendClock } from '../clock-acts.ts';
import { dueOnOf, ledgerOf, runningClock, withinHorizonOr } from '../clocks.ts';
import type { Desk } from '../desk.ts';
import { only, record, today } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { Digest } from '../marks.ts';
import type { Act } from './act.ts';

export interface RequestExtension {
  readonly type: 'requestExtension';
  readonly count: number;
  readonly reason: Digest;
}

/** Asked for once (XKF 42); the number is checked against the cap of the law or of the item. */
export const requestExtension: Act<RequestExtension> = {
  title: { zh: '申请延长审批', en: 'Request an extension' },
  texts: { reason: 'words' },
  people: {},
  holder: ['caseOfficer', 'reviewer'],
  place: 'case',
  guard(desk) {
    const { extension } = desk.state;
    if (extension?.state === 'requested' || extension?.state === 'approved') {
      return reject(
        'extension-already-used',
        `expected no extension yet (XKF 42: once), but one is ${extension.state}`,
      );
    }
    if (desk.world.plan.limits.extension === null) {
      return reject('extension-not-foreseen', 'expected an item whose limit can be extended, but this one cannot');
    }
    return tooLate(desk);
  },
  decide(draft, { count, reason }) {
    const max = draft.world.plan.limits.extension?.max ?? 0;
    if (count < 1 || count > max) return reject('extension-over-cap', `expected 1 to ${max}, but got ${count}`);
    return pastHorizon(draft, count) ?? only(draft, { type: 'ExtensionRequested', count, reason });
  },
};

export interface ApproveExtension {
  readonly type: 'approveExtension';
  readonly documentNo: string;
}

/** Extends the statutory clock, and the promised one where it has the same unit and is not overdue already. */
export const approveExtension: Act<ApproveExtension> = {
  title: { zh: '批准延长审批', en: 'Approve the extension' },
  texts: {},
  people: {},
  holder: 'extensionApprover',
  place: 'case',
  guard: (desk) => notRequested(desk) ?? sameHand(desk) ?? tooLate(desk),
  decide(draft, { documentNo }) {
    const count = draft.state.extension?.count ?? 0;
    const refusal = pastHorizon(draft, count);
    if (refusal) return refusal;
    record(draft, { type: 'ExtensionApproved', count, documentNo });
    extendClock(draft, 'statutory', count);
    const promised = runningClock(draft.state, 'promised');
    if (!promised || promised.limit.unit !== draft.world.plan.limits.statutory.unit) return null;
    const dueOn = dueOnOf(draft.world, promised);
    if (dueOn === null || today(draft) <= dueOn) extendClock(draft, 'promised', count);
    return null;
  },
};

export interface DeclineExtension {
  readonly type: 'declineExtension';
  readonly reason: Digest;
}

export const declineExtension: Act<DeclineExtension> = {
  title: { zh: '不予批准延长审批', en: 'Decline the extension' },
  texts: { reason: 'words' },
  people: {},
  holder: 'extensionApprover',
  place: 'case',
  guard: notRequested,
  decide: (draft, { reason }) => only(draft, { type: 'ExtensionDeclined', reason }),
};

function notRequested({ state }: Desk): Rejection | null {
  if (state.extension?.state === 'requested') return null;
  return reject('extension-not-requested', 'expected a requested extension, but there is none');
}

function sameHand({ state, actor }: Desk): Rejection | null {
  if (state.extension?.requestedBy !== actor.id) return null;
  const about = { people: [actor.id] };
  return reject('four-eyes', 'expected approval by somebody else, but the same person asked for it', about);
}

/** An extension is given by the due date or while the clock is stopped; it never cures an overdue (domain.md 1.4). */
function tooLate({ state, world, today: on }: Desk): Rejection | null {
  if (state.decision !== null) {
    return reject('extension-after-decision', 'expected a case without a decision, but it was decided');
  }
  const clock = runningClock(state, 'statutory');
  if (!clock) return reject('extension-before-acceptance', 'expected an accepted case, but its limit does not run yet');
  const dueOn = dueOnOf(world, clock);
  if (dueOn === null || on <= dueOn) return null;
  return reject('extension-too-late', `expected an extension by ${dueOn}, but today is ${on}`);
}

/** From these rules on nothing is extended past the horizon of the calendar. */
const keepsHorizon = 4;

function pastHorizon({ state, world }: Draft, count: number): Rejection | null {
  const clock = runningClock(state, 'statutory');
  if (clock === undefined || state.rules < keepsHorizon) return null;
  const ledger = ledgerOf(clock);
  return withinHorizonOr(world, { ...ledger, extension: ledger.extension + count });
}
