import type { Db } from '../../db/client.ts';
import { numberedKinds } from '../../domain/documents/kind-names.ts';

/** Every department numbers every kind by a pattern, so that the acts of the load draw numbers of the register. */
export async function numberAll({ db }: { db: Db }): Promise<void> {
  await db.query(
    `INSERT INTO number_pattern (department_id, kind, pattern, since)
    SELECT d.id, k.kind, k.kind || '〔{年}〕{号}号', now() FROM department d, unnest($1::text[]) AS k(kind)`,
    [numberedKinds],
  );
}
