import { appRole, auditRole, migrateDb } from '../db/migrate.ts';
import { databaseOf, ensureGivenDatabase } from './launcher/database.ts';
import { takeRole } from './launcher/own-role.ts';

/**
 * Makes the database ready for API and worker: there, migrated, its roles of least rights able to sign in. `npm run migrate` and
 * `npm start` outside production do this, nothing else does.
 * @returns the addresses for those roles
 * @throws exit 69 when there is no such PostgreSQL, 75 when another installation has the role of this server
 */
export async function prepareDatabase(o: {
  adminUrl: string;
  appPassword: string;
  /** Without it nobody reads the audit. */
  auditPassword?: string | undefined;
  /** Whose the role is: a data folder, or a database with all its releases (`databaseOwner`). */
  owner: string;
  log: (line: string) => void;
}): Promise<{ appUrl: string; auditUrl?: string }> {
  // Whoever is refused leaves no empty database behind.
  const beforeMaking = async (): Promise<void> => takeRole(databaseOf(o.adminUrl, 'postgres'), o);
  await ensureGivenDatabase(o.adminUrl, 'ADMIN_DATABASE_URL', beforeMaking);
  await takeRole(o.adminUrl, o);
  o.log('migrating the database');
  return migrateDb(o.adminUrl, o);
}

/** The password in an address of the application's role, or of the one that reads the audit; undefined in one of another or without any. */
export function passwordIn(url: string | undefined, whose: 'app' | 'audit'): string | undefined {
  if (url === undefined) return undefined;
  const { username, password } = new URL(url);
  const role = whose === 'app' ? appRole : auditRole;
  return username === role && password !== '' ? decodeURIComponent(password) : undefined;
}
