import { run } from './client.ts';
import type { Queryable } from './client.ts';

/** Whoever may alter the journal's table or put others beside it could undo what it says. */
const rights = {
  name: 'least-rights',
  text: `SELECT r.rolsuper OR pg_has_role(current_user, c.relowner, 'USAGE') OR has_schema_privilege(c.relnamespace, 'CREATE') AS "tooMany"
    FROM pg_roles r, pg_class c WHERE r.rolname = current_user AND c.oid = to_regclass('case_event')`,
};

/** Whether the role of a pool may change tables: as a superuser, as their owner, or beside them. Null: nothing is migrated yet. */
export async function mayChangeTables(db: Queryable): Promise<boolean | null> {
  const [found] = await run<{ tooMany: boolean }>(db, rights, []);
  return found?.tooMany ?? null;
}
