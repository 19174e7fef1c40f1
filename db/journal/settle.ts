import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { readIntent } from './intents.ts';
import type { StoredAnswer } from './intents.ts';
import type { Settle } from './statement.ts';

const end = (
  state: 'applied' | 'refused',
) => `UPDATE intent SET state = '${state}', answer_status = $3, answer = $4::json
    WHERE op_id = $1 AND state = 'sent' AND attempt = $2 RETURNING op_id`;
const applied = { name: 'intent-applied', text: end('applied') };
/** The number of a refused operation is void with it: nobody gets it again, and the register says why. */
const refused = {
  name: 'intent-refused',
  text: `WITH refused AS (${end('refused')}), void AS (
    UPDATE document_number d SET state = 'void', reason = 'refused' FROM refused WHERE d.op_id = refused.op_id AND d.state = 'reserved')
  SELECT op_id FROM refused`,
};

/** Ends an operation whose facts the journal has already. False when the intent was not this attempt's to end any more. */
export async function settleApplied(db: Queryable, settle: Settle): Promise<boolean> {
  return (await run(db, applied, valuesOf(settle))).length > 0;
}

/**
 * Makes a refusal final, durably, while this attempt holds the intent. Answers what is stored, whoever won: the caller answers
 * with that. Null: another attempt holds it and has not ended it yet.
 */
export async function refuseIntent(db: Queryable, settle: Settle): Promise<StoredAnswer | null> {
  const mine = await run(db, refused, valuesOf(settle));
  if (mine.length > 0) return { status: settle.status, answer: settle.answer };
  return (await readIntent(db, settle.opId))?.stored ?? null;
}

function valuesOf({ opId, attempt, status, answer }: Settle): unknown[] {
  return [opId, attempt, status, JSON.stringify(answer)];
}
