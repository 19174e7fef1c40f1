import type { Fact, FactBody } from '../../domain/case/facts/index.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

type FactRow = {
  seq: number;
  at: Date;
  recordedAt: Date;
  requestId: string;
  actorId: string | null;
  onBehalfOf: string | null;
  body: FactBody;
  hash: string;
};

const columns = `seq, at, recorded_at AS "recordedAt", request_id AS "requestId", actor_id AS "actorId",
  on_behalf_of AS "onBehalfOf", body, hash`;
const after = {
  name: 'facts-after',
  text: `SELECT ${columns} FROM case_event WHERE case_id = $1 AND seq > $2 ORDER BY seq`,
};
const ofRequest = {
  name: 'facts-of-request',
  text: `SELECT ${columns} FROM case_event WHERE case_id = $1 AND request_id = $2 ORDER BY seq`,
};

/** The facts of a case after `afterSeq` (0: all), in order. */
export async function readFacts(db: Queryable, caseId: string, afterSeq: number): Promise<Fact[]> {
  return (await run<FactRow>(db, after, [caseId, afterSeq])).map(toFact);
}

/** The facts one operation caused, in order; none when it was not applied. */
export async function factsOf(db: Queryable, caseId: string, requestId: string): Promise<Fact[]> {
  return (await run<FactRow>(db, ofRequest, [caseId, requestId])).map(toFact);
}

function toFact({ onBehalfOf, ...row }: FactRow): Fact {
  const standIn = onBehalfOf === null ? {} : { onBehalfOf };
  return { ...row, ...standIn, at: row.at.getTime(), recordedAt: row.recordedAt.getTime() };
}
