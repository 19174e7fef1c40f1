import type { CivilDate } from '../../clock/civil-date.ts';
import { reject } from '../../rejection.ts';
import type { Rejection } from '../../rejection.ts';
import { byReviewer, reviewers } from '../../steps/hearing.ts';
import { only, today } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { askHearingBy, firstHearingDay } from '../hearing.ts';
import type { HearingState } from '../hearing.ts';
import type { Digest, PersonId } from '../marks.ts';
import type { Act, Place } from './act.ts';

/** While the step of the hearing is open, whether it was started or not: who has the right is told of it before. */
const beforeHearing: Place = { ends: ['hearing'], inAnyPhase: true };

function hearingOf({ state }: Draft, stepId: string): HearingState {
  return state.steps.find(({ id }) => id === stepId)?.hearing ?? {};
}

/** A paper is served between the opening of its step and today. */
function servedOutside(draft: Draft, stepId: string, on: CivilDate): Rejection | null {
  const [from, until] = [draft.state.steps.find(({ id }) => id === stepId)?.openedOn ?? on, today(draft)];
  if (on >= from && on <= until) return null;
  return reject('hearing-notice-day-invalid', `expected a day from ${from} to ${until}, but got ${on}`);
}

function tooLate({ world }: Draft, toldOn: CivilDate, heldOn: CivilDate): Rejection | null {
  const first = firstHearingDay(world.calendar, toldOn);
  if (typeof first !== 'string') return first;
  if (heldOn >= first) return null;
  const detail = `expected a hearing on ${first} or later, 7 days after it was told on ${toldOn}, but got ${heldOn}`;
  return reject('hearing-told-too-late', detail);
}

export interface TellHearingRight {
  readonly type: 'tellHearingRight';
  readonly stepId: string;
  readonly documentNo: string;
  readonly servedOn: CivilDate;
  readonly matter: Digest;
}

/** 告知听证权利: before the decision, of the right to ask for a hearing within five days (XKF 47). */
export const tellHearingRight: Act<TellHearingRight> = {
  title: { zh: '告知听证权利', en: 'Tell of the right to a hearing' },
  texts: { matter: 'words' },
  people: {},
  holder: 'handler',
  place: beforeHearing,
  decide(draft, { stepId, documentNo, servedOn, matter }) {
    const refusal = servedOutside(draft, stepId, servedOn);
    if (refusal) return refusal;
    const askBy = askHearingBy(draft.world.calendar, servedOn);
    if (typeof askBy !== 'string') return askBy;
    return only(draft, { type: 'HearingRightTold', stepId, documentNo, servedOn, matter, askBy });
  },
};

export interface CallHearing {
  readonly type: 'callHearing';
  readonly stepId: string;
  readonly documentNo: string;
  readonly servedOn: CivilDate;
  readonly hearingOn: CivilDate;
  readonly hearingAt: string;
  readonly hearingPlace: Digest;
  readonly presider: PersonId;
}

/** 通知举行听证: time and place, told seven days before, and who presides; a later call replaces the one before (XKF 48). */
export const callHearing: Act<CallHearing> = {
  title: { zh: '通知举行听证', en: 'Call the hearing' },
  texts: { hearingPlace: 'words' },
  people: { presider: { roles: ['hearingOfficer'], recused: reviewers } },
  holder: 'handler',
  place: beforeHearing,
  decide(draft, { stepId, documentNo, servedOn, hearingOn, hearingAt, hearingPlace, presider }) {
    const refusal =
      servedOutside(draft, stepId, servedOn) ??
      tooLate(draft, servedOn, hearingOn) ??
      byReviewer(draft.state.handledBy, presider);
    if (refusal) return refusal;
    const told = { documentNo, servedOn, hearingOn, hearingAt, hearingPlace, presider };
    return only(draft, { type: 'HearingCalled', stepId, ...told });
  },
};

export interface AnnounceHearing {
  readonly type: 'announceHearing';
  readonly stepId: string;
  readonly documentNo: string;
  readonly announcedOn: CivilDate;
  readonly announcedIn: Digest;
}

/** 发布听证公告: of a hearing that is called, in the same time before it (XKF 46, 48(1)). */
export const announceHearing: Act<AnnounceHearing> = {
  title: { zh: '发布听证公告', en: 'Announce the hearing' },
  texts: { announcedIn: 'words' },
  people: {},
  holder: 'handler',
  place: beforeHearing,
  guard: (_desk, step) =>
    step?.hearing?.called === undefined
      ? reject('hearing-not-called', 'expected a hearing whose time and place were told, but none is called')
      : null,
  decide(draft, { stepId, documentNo, announcedOn, announcedIn }) {
    const heldOn = hearingOf(draft, stepId).called?.on ?? announcedOn;
    const refusal = servedOutside(draft, stepId, announcedOn) ?? tooLate(draft, announcedOn, heldOn);
    if (refusal) return refusal;
    return only(draft, { type: 'HearingAnnounced', stepId, documentNo, announcedOn, announcedIn });
  },
};
