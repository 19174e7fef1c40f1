import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../../domain/clock/civil-date.ts';
import type { Order } from '../../../domain/case/acts/index.ts';
import { digestOf } from '../driven-case.ts';
import { testFlow } from '../flow-fixture.ts';
import { fastForward } from '../time-skipping.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

const dayMs = 86_400_000;

/** What the applicant undertakes at acceptance: the proof of means comes later. */
export function undertaken(undertakenOn: CivilDate): Order {
  const undertaking = {
    documentNo: '容1',
    undertakenOn,
    undertaking: digestOf('undertaking'),
    credit: 'clear',
  } as const;
  return { type: 'deferMaterials', stepId: 'acceptance', deferred: ['proof'], ...undertaking };
}

/** Accepted on an undertaking that is not kept: its day passes by the durable timer, and the lead ends the case. */
export const notSuppliedLater: Script = Object.assign<Script, Pick<Script, 'filing'>>(
  async (product, it) => {
    await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    await it.must('windowClerk', undertaken(civilDateOf(product.now())));
    await it.must('windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' });
    await fastForward(product, it.caseId, 30 * dayMs);
    const answer = { documentNo: '容2', reasons: words.reason, remedy: words.note };
    await it.must('windowLead', { type: 'lapseDeferral', ...answer });
  },
  { filing: { materials: testFlow.materials.map(({ id }) => ({ id, sha256: null, received: id === 'form' })) } },
);
