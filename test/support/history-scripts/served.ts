import { readHead } from '../../../db/journal/head.ts';
import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { accepted, digestOf, newNumber, reviewed } from '../driven-case.ts';
import { fastForward } from '../time-skipping.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

const dayMs = 86_400_000;
const stepId = 'delivery';

/** Posted and returned, tried at the address, announced, and served when thirty days were over. */
export const announced: Script = async (product, it) => {
  const today = () => civilDateOf(product.now());
  await refused(it);
  const carrier = digestOf('carrier');
  await it.must('certificateClerk', {
    type: 'sendByPost',
    stepId,
    sentOn: today(),
    carrier,
    trackingNo: digestOf('tracking'),
  });
  await it.must('certificateClerk', { type: 'postReturned', stepId, returnedOn: today(), reason: words.reason });
  await it.must('certificateClerk', { type: 'serveFailed', stepId, triedOn: today(), reason: words.reason });
  const announcedIn = digestOf('gazette');
  await it.must('certificateClerk', { type: 'announce', stepId, announcedOn: today(), announcedIn });
  const head = await readHead(product.db, it.caseId);
  const deemedOn = head?.state.steps.find(({ id }) => id === stepId)?.serving?.deemedOn;
  if (deemedOn === undefined) throw new Error('expected an announcement, but there is none');
  await fastForward(product, it.caseId, 40 * dayMs);
  await it.must('certificateClerk', { type: 'deliver', stepId, mode: 'announced', servedOn: deemedOn });
};

/** Told to collect, told again, and taken by an agent. */
export const toCollect: Script = async (product, it) => {
  const today = () => civilDateOf(product.now());
  await refused(it);
  const collectAt = digestOf('window');
  await it.must('certificateClerk', { type: 'tellToCollect', stepId, toldOn: today(), collectAt });
  await fastForward(product, it.caseId, 30 * dayMs);
  await it.must('certificateClerk', { type: 'tellToCollect', stepId, toldOn: today(), collectAt });
  await it.must('certificateClerk', {
    type: 'deliver',
    stepId,
    mode: 'collected',
    servedOn: today(),
    takenBy: 'agent',
    recipient: digestOf('recipient'),
    idType: 'residentId',
    idNo: digestOf('number'),
    authority: digestOf('power of attorney'),
  });
};

async function refused(it: Parameters<Script>[1]): Promise<void> {
  await accepted(it);
  await reviewed(it, 'plain');
  const answer = { documentNo: newNumber('决'), reasons: words.reason, remedy: digestOf('remedy') };
  await it.must('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'refuse', ...answer });
}
