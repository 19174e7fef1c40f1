import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

/** Filed online: acceptance is refused until the window has verified who filed. Then the applicant withdraws. */
export const verified: Script = Object.assign<Script, Pick<Script, 'filing'>>(
  async (product, it) => {
    await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    await it.give('windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' });
    const verifiedOn = civilDateOf(product.now());
    await it.must('windowClerk', { type: 'verifyIdentity', proof: 'agency', verifiedOn });
    await it.must('windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受2' });
    await it.must('windowClerk', { type: 'withdraw', statement: words.reason });
  },
  { filing: { channel: 'online', identity: 'unverified' } },
);
