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

/** Who reads the audit writes none, and nothing of the product beside. */
const auditRights = {
  name: 'least-rights-audit',
  text: `SELECT bool_or(has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(c.oid, 'INSERT, UPDATE')
      OR (c.relname <> 'audit_entry' AND has_any_column_privilege(c.oid, 'SELECT'))) AS "tooMany"
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
};

/** Whether the role of a pool may do more than read the audit. Null: nothing is migrated yet. */
export async function mayMoreThanReadAudit(db: Queryable): Promise<boolean | null> {
  const [found] = await run<{ tooMany: boolean | null }>(db, auditRights, []);
  return found?.tooMany ?? null;
}
