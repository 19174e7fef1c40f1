import { reject } from '../../rejection.ts';
import type { Rejection } from '../../rejection.ts';
import type { Desk } from '../desk.ts';
import { record, today } from '../draft.ts';
import { identityBars } from '../identity.ts';
import type { Digest, PersonId } from '../marks.ts';
import type { PassedItem } from '../passed.ts';
import { answerers, notPassed, passingOf } from '../passing.ts';
import { endPassing, resumePassing, returnTooLate } from '../passing-clock.ts';
import type { CaseState } from '../state.ts';
import type { Act, Place } from './act.ts';

/** Between the window and the department that answers. */
const betweenThem: Place = { ends: ['passing'], inAnyPhase: false };

export interface PassToDepartment {
  readonly type: 'passToDepartment';
  readonly stepId: string;
  readonly receiver: PersonId;
  readonly items: readonly PassedItem[];
}

/**
 * 移交部门: the window passes on all that it took in, by a list, to somebody who answers there (domain.md 12.1.6). Its own time ends with
 * that, the time to answer the applicant runs on.
 */
export const passToDepartment: Act<PassToDepartment> = {
  title: { zh: '移交部门', en: 'Pass to the department' },
  texts: {},
  people: { receiver: { roles: ({ plan }) => answerers(plan), recused: ({ actorId }) => [actorId] } },
  holder: 'handler',
  place: betweenThem,
  guard: ({ state }, step) =>
    step?.passing?.stage === 'passed'
      ? reject('already-passed', 'expected materials that are at the window, but they were passed on already')
      : identityBars(state),
  decide(draft, { stepId, receiver, items }, { actor }) {
    if (receiver === actor.id) {
      const about = { people: [receiver] };
      return reject('task-same-person', 'expected somebody else to take the materials, but it is yourself', about);
    }
    const refusal = notAsReceived(draft.state, items);
    if (refusal) return refusal;
    const round = (passingOf(draft.state)?.round ?? 0) + 1;
    record(draft, { type: 'PassedToDepartment', stepId, round, on: today(draft), receiver, items });
    endPassing(draft, today(draft));
    return null;
  },
};

/** The list names each material that the window took in, once, and no other. Refusal `passed-list-mismatch`, about what is missing or odd. */
function notAsReceived({ received }: CaseState, items: readonly PassedItem[]): Rejection | null {
  const ids = items.map(({ id }) => id);
  const odd = [
    ...received.filter((id) => !ids.includes(id)),
    ...ids.filter((id, at) => !received.includes(id) || ids.indexOf(id) !== at),
  ];
  if (odd.length === 0) return null;
  const detail = `expected a list of what was received (${received.join(', ')}), but these do not agree: ${odd.join(', ')}`;
  return reject('passed-list-mismatch', detail, { materials: odd });
}

export interface ReturnToWindow {
  readonly type: 'returnToWindow';
  readonly stepId: string;
  readonly reason: Digest;
}

/** 退回窗口: what does not agree with its list counts as not passed on, and the window's time as if it had never ended. */
export const returnToWindow: Act<ReturnToWindow> = {
  title: { zh: '退回窗口', en: 'Return to the window' },
  texts: { reason: 'words' },
  people: {},
  holder: ({ world }) => answerers(world.plan),
  place: betweenThem,
  guard: ({ world, today: on }: Desk, step) =>
    notPassed(step) ?? (step?.passing === undefined ? null : returnTooLate(world, step.passing, on)),
  decide(draft, { stepId, reason }) {
    const round = passingOf(draft.state)?.round ?? 1;
    record(draft, { type: 'ReturnedToWindow', stepId, round, reason });
    resumePassing(draft);
    return null;
  },
};
