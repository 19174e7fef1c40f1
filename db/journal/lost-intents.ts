import type { Order } from '../../domain/case/acts/index.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** The body of a request that a restored database has lost: its key stands for whatever body comes with it. */
export const lostBody = 'lost';

const insert = {
  name: 'intent-lost',
  text: `INSERT INTO intent (op_id, case_id, kind, actor_id, posts, people, payload, received_at, body_hash, state, attempt, lease_until)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '${lostBody}', 'sent', 1, clock_timestamp()) ON CONFLICT (op_id) DO NOTHING`,
};

/** Keeps the intent of an operation that was taken by its case and is gone from the database; the sweeper brings it to its answer. */
export async function keepLostIntent(
  db: Queryable,
  o: {
    opId: string;
    caseId: string;
    kind: 'filing' | 'order';
    actor: Actor;
    people: readonly Actor[];
    payload: Order | object;
    receivedAt: number;
  },
): Promise<void> {
  const { opId, caseId, kind, actor, people, payload, receivedAt } = o;
  const [posts, named, kept] = [actor.posts, people, payload].map((one) => JSON.stringify(one));
  await run(db, insert, [opId, caseId, kind, actor.id, posts, named, kept, new Date(receivedAt)]);
}
