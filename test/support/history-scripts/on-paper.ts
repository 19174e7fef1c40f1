import { addDays, civilDateOf } from '../../../domain/clock/civil-date.ts';
import { digestOf } from '../driven-case.ts';
import { silenceReached, words } from './script.ts';
import type { Script } from './script.ts';

const receivedOn = addDays(civilDateOf(Date.now()), -20);

/** An old receipt that was accepted on paper on the day after: entered late with its proof, against a silence that waits for the lead. */
export const onPaper: Script = Object.assign<Script, Pick<Script, 'filing'>>(
  async (product, it) => {
    await silenceReached(product, it);
    await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    const served = { servedOn: addDays(receivedOn, 1), evidence: digestOf('proof') };
    await it.must('windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1', ...served });
    await it.must('windowClerk', { type: 'withdraw', statement: words.note });
  },
  { filing: { receivedOn, evidence: digestOf('evidence') } },
);

/** The same, refused on paper by the window's lead. */
export const turnedDown: Script = Object.assign<Script, Pick<Script, 'filing'>>(
  async (product, it) => {
    await silenceReached(product, it);
    await it.must('windowLead', {
      type: 'refuseAcceptance',
      stepId: 'intake',
      competentAgency: digestOf('agency'),
      reasons: words.reason,
      remedy: words.note,
      documentNo: '不受1',
      servedOn: addDays(receivedOn, 1),
      evidence: digestOf('proof'),
    });
  },
  { filing: { receivedOn, evidence: digestOf('evidence') } },
);
