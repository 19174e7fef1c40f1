import { addDays, civilDateOf } from '../../../domain/clock/civil-date.ts';
import { digestOf } from '../driven-case.ts';
import { silenceReached, words } from './script.ts';
import type { Script } from './script.ts';

/** An old receipt whose answer may lie on paper: the silence is seen at once and confirmed by the window's lead. */
export const confirmed: Script = Object.assign<Script, Pick<Script, 'filing'>>(
  async (product, it) => {
    await silenceReached(product, it);
    await it.must('windowLead', { type: 'confirmSilence', note: words.note });
    await it.must('windowClerk', { type: 'withdraw', statement: words.note });
  },
  // Twenty civil days hold more than five working days, also over the longest holidays.
  { filing: { receivedOn: addDays(civilDateOf(Date.now()), -20), evidence: digestOf('evidence') } },
);
