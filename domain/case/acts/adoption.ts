import { isNewer, readRevision, revisionText } from '../../clock/revision.ts';
import type { CalendarRevision } from '../../clock/revision.ts';
import { invariant } from '../../invariant.ts';
import { reject } from '../../rejection.ts';
import type { Act } from './act.ts';

export interface AdvanceClock {
  readonly type: 'advanceClock';
}

/** Demonstrations only: what is due by the new time is recorded around it. */
export const advanceClock: Act<AdvanceClock> = {
  title: { zh: '推进演练时钟', en: 'Advance the business clock' },
  texts: {},
  people: {},
  holder: { anywhere: ['systemAdmin'] },
  place: 'unseen',
  decide: () => null,
};

export interface AdoptCalendar {
  readonly type: 'adoptCalendar';
  readonly revision: CalendarRevision;
}

/**
 * Brings a calendar to a case that would get no order. The calendar travels beside the order and is adopted before anything is
 * decided (machine.ts), so there is nothing left to record; a case that had it already records nothing at all.
 */
export const adoptCalendar: Act<AdoptCalendar> = {
  title: { zh: '采用新的工作日历', en: 'Adopt a new calendar' },
  texts: {},
  people: {},
  holder: 'system',
  place: 'unseen',
  decide({ state }, { revision }) {
    const { region } = readRevision(state.calendar);
    if (region !== revision.region) {
      return reject(
        'calendar-of-another-region',
        `expected a calendar of region ${region}, but ${revisionText(revision)} is of another`,
      );
    }
    // An older build sent the order again: it knows no such calendar, and the build that does will.
    invariant(
      !isNewer(revision, state.calendar),
      `expected calendar ${revisionText(revision)} to come with the order, but it did not`,
    );
    return null;
  },
};
