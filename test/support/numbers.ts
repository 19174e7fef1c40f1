import type { Db } from '../../db/client.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';

/** Puts a pattern of the test department in force, as its owner. */
export async function inForce(admin: Db, kind: DocumentKind, pattern: string): Promise<void> {
  await admin.query(
    `INSERT INTO number_pattern (department_id, kind, pattern, since) VALUES ('sy-water', $1, $2, now())`,
    [kind, pattern],
  );
}
