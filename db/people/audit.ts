import type { AuditEntry } from '../../domain/people/audit.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** An entry as it is written: by whom (null: nobody who was signed in), and from which addresses. */
export interface WrittenAudit extends AuditEntry {
  readonly who: string | null;
  readonly address: string | null;
}

/** It is read by the auditors of the account's home, or of who did it; an account of an older release is at home where a post is. */
const insert = {
  name: 'audit-write',
  text: `INSERT INTO audit_entry (who, account, subject, kind, details, address, department_id, region_code)
    SELECT $1::uuid, $2::uuid, $3, $4, $5::jsonb, $6, coalesce(d.id, ''), coalesce(d.region_code, '')
    FROM (SELECT coalesce($2::uuid, $1::uuid) AS id) one LEFT JOIN app_user u ON u.id = one.id
      LEFT JOIN department d ON d.id = coalesce(u.department_id, (SELECT min(p.department_id) FROM post p WHERE p.user_id = one.id))`,
};

/** Writes an entry; within a transaction it is there when and only when what it tells of is. The application can neither read nor change it. */
export async function writeAudit(db: Queryable, o: WrittenAudit): Promise<void> {
  const { who, account = null, subject = null, kind, details = {}, address } = o;
  await run(db, insert, [who, account, subject, kind, JSON.stringify(details), address]);
}
