import { addDays, civilDateOf } from '../../../domain/clock/civil-date.ts';
import { readHead } from '../../../db/journal/head.ts';
import { digestOf } from '../driven-case.ts';
import { until } from '../until.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

/** An old receipt whose answer may lie on paper: the silence is seen at once and confirmed by the window's lead. */
export const confirmed: Script = Object.assign<Script, Pick<Script, 'filing'>>(
  async (product, it) => {
    await until('the silence', async () => {
      const head = await readHead(product.db, it.caseId);
      return head?.state.silence?.state === 'reached';
    });
    await it.must('windowLead', { type: 'confirmSilence', note: words.note });
    await it.must('windowClerk', { type: 'withdraw', statement: words.note });
  },
  // Twenty civil days hold more than five working days, also over the longest holidays.
  { filing: { receivedOn: addDays(civilDateOf(Date.now()), -20), evidence: digestOf('evidence') } },
);
