import { appRole, migrateDb } from '../db/migrate.ts';
import { ensureGivenDatabase } from './launcher/database.ts';
import { takeRole } from './launcher/own-role.ts';

/**
 * Makes the database ready for API and worker: there, migrated, its role of least rights able to sign in. `npm run migrate` and
 * `npm start` outside production do this, nothing else does.
 * @returns the address for that role
 * @throws exit 69 when there is no such PostgreSQL, 75 when another installation has the role of this server
 */
export async function prepareDatabase(o: {
  adminUrl: string;
  appPassword: string;
  /** Whose the role is: a data folder, or the releases of a real installation. */
  owner: string;
  log: (line: string) => void;
}): Promise<{ appUrl: string }> {
  await ensureGivenDatabase(o.adminUrl, 'ADMIN_DATABASE_URL');
  await takeRole(o.adminUrl, o.owner);
  o.log('migrating the database');
  return migrateDb(o.adminUrl, { appPassword: o.appPassword });
}

/** The password in an address of the application's role; undefined in one of another role or without any. */
export function appPasswordIn(url: string): string | undefined {
  const { username, password } = new URL(url);
  return username === appRole && password !== '' ? decodeURIComponent(password) : undefined;
}
