import { reject } from '../../rejection.ts';
import { record } from '../draft.ts';
import type { Digest } from '../marks.ts';
import { acceptBySilence } from '../silence.ts';
import type { Act } from './act.ts';

export interface ConfirmSilence {
  readonly type: 'confirmSilence';
  readonly note?: Digest;
}

/**
 * The window's lead confirms that nobody answered in time, where that was recorded too late to be certain of it. The case is accepted
 * from the day of arrival, as it would have been (XKF 32(1)(4)).
 */
export const confirmSilence: Act<ConfirmSilence> = {
  title: { zh: '确认逾期未告知', en: 'Confirm the silence' },
  texts: { note: 'words' },
  people: {},
  holder: ['windowLead'],
  place: 'case',
  guard: ({ state }) =>
    state.silence?.state === 'reached'
      ? null
      : reject(
          'no-silence-to-confirm',
          'expected a notice limit that passed in silence, but none waits to be confirmed',
        ),
  decide(draft, { note = null }) {
    const { silence } = draft.state;
    if (silence === undefined) return null;
    record(draft, { type: 'SilenceConfirmed', dueOn: silence.dueOn, note });
    acceptBySilence(draft, silence.dueOn);
    return null;
  },
};
