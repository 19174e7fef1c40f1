import { readHead } from '../../../db/journal/head.ts';
import { fastForward } from '../time-skipping.ts';
import { until } from '../until.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

const dayMs = 86_400_000;

/** Nobody answers in time: accepted by the durable timer; taken in incomplete, and the notice of acceptance comes late. */
export const silent: Script = async (product, it) => {
  await fastForward(product, it.caseId, 20 * dayMs);
  await until('the acceptance', async () => {
    const head = await readHead(product.db, it.caseId);
    return head?.state.silence?.state === 'accepted';
  });
  await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: [] });
  await it.must('windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' });
  await it.must('windowClerk', { type: 'receiveMaterials', received: ['plan'] });
  await it.must('windowClerk', { type: 'withdraw', statement: words.note });
};
