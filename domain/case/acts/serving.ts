import type { CivilDate } from '../../clock/civil-date.ts';
import { clockId } from '../../instance-id.ts';
import { invariant } from '../../invariant.ts';
import { isRejection, reject } from '../../rejection.ts';
import type { Rejection } from '../../rejection.ts';
import { stillOnItsWay } from '../../steps/service-proof.ts';
import { dayOrNow, endClock } from '../clock-acts.ts';
import { record, today } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { FactBody } from '../facts/index.ts';
import type { Digest } from '../marks.ts';
import { deemedServedOn } from '../serving.ts';
import type { StepState } from '../state.ts';
import type { Act, Place } from './act.ts';

/** While a document is to be served. */
const whileServing: Place = { ends: ['delivery'], inAnyPhase: false };

const notOnItsWay = (_desk: unknown, step: StepState | null): Rejection | null =>
  step?.serving?.stage === 'posted' ? stillOnItsWay() : null;

/** What a day of service may be: since the step opened or its last act, and not to come. */
function checkDay(
  draft: Draft,
  stepId: string,
  at: { readonly field: string; readonly on: CivilDate },
): Rejection | null {
  const step = stepOf(draft, stepId);
  const [from, until] = [step.serving?.on ?? step.openedOn, today(draft)];
  if (at.on >= from && at.on <= until) return null;
  const detail = `expected a day from ${from} to ${until}, but got ${at.on}`;
  return reject('serving-day-invalid', detail, { fields: [at.field] });
}

function stepOf({ state }: Draft, stepId: string): StepState {
  const step = state.steps.find(({ id }) => id === stepId);
  invariant(step, 'the guard lets only orders to open steps pass');
  return step;
}

type ServingOrder = TellToCollect | SendByPost | PostReturned | ServeFailed | Announce;

/** What the acts of serving do not share. */
interface Given<O extends ServingOrder> {
  readonly title: Act<O>['title'];
  readonly texts: Act<O>['texts'];
  /** Absent: while nothing is in the post. */
  readonly guard?: NonNullable<Act<O>['guard']>;
  /** The field of its day. */
  readonly field: string;
  readonly day: (order: O) => CivilDate;
  /** What is recorded, or why not. */
  readonly fact: (order: O, draft: Draft) => FactBody | Rejection;
  /** What else follows. */
  readonly follow?: (draft: Draft, order: O) => void;
}

/** An act of who serves: on a day that does not go back behind the one before, with one fact of that day. */
function serving<O extends ServingOrder>({ title, texts, guard = notOnItsWay, field, day, fact, follow }: Given<O>) {
  return {
    title,
    texts,
    people: {},
    holder: 'handler',
    place: whileServing,
    guard,
    decide(draft: Draft, order: O): Rejection | null {
      const on = day(order);
      const refusal = checkDay(draft, order.stepId, { field, on });
      if (refusal) return refusal;
      const body = fact(order, draft);
      if (isRejection(body)) return body;
      record(draft, body, dayOrNow(draft, on));
      follow?.(draft, order);
      return null;
    },
  } as const;
}

export interface TellToCollect {
  readonly type: 'tellToCollect';
  readonly stepId: string;
  readonly toldOn: CivilDate;
  readonly collectAt: Digest;
  readonly collectBy?: CivilDate;
}

/**
 * 通知领取: where collection was chosen, the agency has kept its duty with the telling (domain.md 12.2.5): the time to deliver ends on that
 * day, the step stays open until somebody comes.
 */
export const tellToCollect: Act<TellToCollect> = serving({
  title: { zh: '通知领取', en: 'Tell to collect' },
  texts: { collectAt: 'words' },
  field: 'toldOn',
  day: ({ toldOn }) => toldOn,
  fact: ({ stepId, toldOn, collectAt, collectBy }) => {
    if (collectBy !== undefined && collectBy < toldOn) {
      const detail = `expected a day from ${toldOn} on to collect, but got ${collectBy}`;
      return reject('serving-day-invalid', detail, { fields: ['collectBy'] });
    }
    const until = collectBy === undefined ? {} : { until: collectBy };
    return { type: 'ToldToCollect', stepId, on: toldOn, where: collectAt, ...until };
  },
  follow: (draft, { stepId, toldOn }) => {
    endClock(draft, 'delivery', toldOn);
    endClock(draft, clockId('step', stepId), toldOn);
  },
});

export interface SendByPost {
  readonly type: 'sendByPost';
  readonly stepId: string;
  readonly sentOn: CivilDate;
  readonly carrier: Digest;
  readonly trackingNo: Digest;
}

/** 交寄: it counts as served on the day of its receipt, and until then the time to deliver runs. */
export const sendByPost: Act<SendByPost> = serving({
  title: { zh: '交寄', en: 'Send by post' },
  texts: { carrier: 'words', trackingNo: 'words' },
  field: 'sentOn',
  day: ({ sentOn }) => sentOn,
  fact: ({ stepId, sentOn, carrier, trackingNo }) => ({ type: 'Posted', stepId, on: sentOn, carrier, trackingNo }),
});

export interface PostReturned {
  readonly type: 'postReturned';
  readonly stepId: string;
  readonly returnedOn: CivilDate;
  readonly reason: Digest;
}

/** 退件: the way of serving is chosen anew. */
export const postReturned: Act<PostReturned> = serving({
  title: { zh: '登记退件', en: 'Record that the post came back' },
  texts: { reason: 'words' },
  guard: (_desk, step) =>
    step?.serving?.stage === 'posted'
      ? null
      : reject('nothing-posted', 'expected something on its way to the applicant, but nothing was posted'),
  field: 'returnedOn',
  day: ({ returnedOn }) => returnedOn,
  fact: ({ stepId, returnedOn, reason }) => ({ type: 'PostReturned', stepId, on: returnedOn, reason }),
});

export interface ServeFailed {
  readonly type: 'serveFailed';
  readonly stepId: string;
  readonly triedOn: CivilDate;
  readonly reason: Digest;
}

/** 送达未成: a try at the address came to nothing. */
export const serveFailed: Act<ServeFailed> = serving({
  title: { zh: '登记送达未成', en: 'Record a try that failed' },
  texts: { reason: 'words' },
  field: 'triedOn',
  day: ({ triedOn }) => triedOn,
  fact: ({ stepId, triedOn, reason }) => ({ type: 'ServeFailed', stepId, on: triedOn, reason }),
});

export interface Announce {
  readonly type: 'announce';
  readonly stepId: string;
  readonly announcedOn: CivilDate;
  readonly announcedIn: Digest;
}

/** 公告: only where other ways failed, or nobody knows where the applicant is; the tries are facts of this case (民诉法 95 by analogy). */
export const announce: Act<Announce> = serving({
  title: { zh: '发布送达公告', en: 'Announce' },
  texts: { announcedIn: 'words' },
  guard: (desk, step) => {
    if (step?.serving?.stage === 'announced') {
      return reject('already-announced', 'expected a service that is not announced, but it is');
    }
    if ((step?.serving?.tries ?? 0) > 0) return notOnItsWay(desk, step);
    return reject('announced-too-soon', 'expected a try that failed before an announcement, but none was recorded');
  },
  field: 'announcedOn',
  day: ({ announcedOn }) => announcedOn,
  fact: ({ stepId, announcedOn, announcedIn }, { world }) => {
    const deemedOn = deemedServedOn(world.calendar, announcedOn);
    if (typeof deemedOn !== 'string' && isRejection(deemedOn)) return deemedOn;
    return { type: 'Announced', stepId, on: announcedOn, where: announcedIn, deemedOn };
  },
});
