import { randomBytes } from 'node:crypto';
import type { Db } from '../../db/client.ts';
import { keepLostIntent } from '../../db/journal/lost-intents.ts';
import { keepSecret } from '../../db/journal/secrets.ts';
import { raiseSerial } from '../../db/journal/serial.ts';
import { keepLostNumbers } from '../../db/numbers/lost.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import type { Submission } from '../../domain/case/submission.ts';

/**
 * Writes the intent of an operation again that a restored journal has lost, as its run's history tells it: the order with who gave it, or
 * the filing with its facts, whose number is then taken, as those of its papers are. Words and keys of digests are not in histories: those of the lost moments are gone.
 */
export async function registerAgain(
  db: Db,
  o: { caseId: string; facts: readonly Fact[]; submissions: ReadonlyMap<string, Submission> },
): Promise<void> {
  const { caseId, facts, submissions } = o;
  const [first] = facts;
  if (first === undefined || first.actorId === null) return;
  const { requestId: opId, actorId, recordedAt, body } = first;
  const submission = submissions.get(opId);
  if (submission !== undefined) {
    const { order, actor, people = [], receivedAt } = submission;
    await keepLostNumbers(db, { caseId, facts, as: 'reserved' });
    return keepLostIntent(db, { opId, caseId, kind: 'order', actor, people, payload: order, receivedAt });
  }
  if (body.type !== 'CaseFiled') return;
  const { caseNo, itemCode } = body.filing;
  await raiseSerial(db, itemCode, caseNo);
  await keepSecret(db, caseId, randomBytes(32).toString('hex'));
  const filing = { opId, caseId, kind: 'filing' as const, actor: { id: actorId, posts: [] }, people: [] };
  await keepLostIntent(db, { ...filing, payload: { caseNo, facts }, receivedAt: recordedAt });
}
