import pg from 'pg';
import { appRole } from '../../db/migrate.ts';
import { databaseOf, nameOf, withClient } from './database.ts';
import { busy, launchError } from './launch-error.ts';

const ofDatabase = 'the database ';
/** Whose a role is, as its comment says. */
const markOf = (owner: string): string => `shixian: of ${owner}`;
const databaseMark = /^shixian: of the database (.+)$/;
/** What releases wrote that did not yet say whose it is. */
const anyMigration = markOf('npm run migrate');

/** The installation that `npm run migrate` speaks for: all releases and machines that share a database. */
export function databaseOwner(adminUrl: string): string {
  return `${ofDatabase}${nameOf(adminUrl)}`;
}

/**
 * Keeps two installations from setting the password of `shixian_app` under each other: the role belongs to the whole server. Its comment
 * says whose it is; a role without one (made by an older release), or of a database that is gone, is taken. `appPassword` is what the role is
 * about to get: where an older release says only that some database has it, the role is ours when it lets that password in.
 * @throws exit 75 when somebody else has it
 */
export async function takeRole(adminUrl: string, o: { owner: string; appPassword: string }): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const mark = markOf(o.owner);
    const { rows } = await client.query<{ said: string | null }>(
      `SELECT shobj_description(oid, 'pg_authid') AS said FROM pg_roles WHERE rolname = $1`,
      [appRole],
    );
    const [role] = rows;
    if (role === undefined) await client.query(`CREATE ROLE ${appRole} NOLOGIN`).catch(ifThere);
    else if (role.said === mark) return;
    else if (role.said !== null && !(await isFree(client, role.said, { ...o, adminUrl })))
      throw taken(adminUrl, role.said);
    await client.query(`COMMENT ON ROLE ${appRole} IS ${client.escapeLiteral(mark)}`);
  });
}

/** Whether nobody loses the role that is marked so. */
async function isFree(
  client: pg.Client,
  said: string,
  o: { adminUrl: string; owner: string; appPassword: string },
): Promise<boolean> {
  if (said === anyMigration) return o.owner.startsWith(ofDatabase) && letsIn(o.adminUrl, o.appPassword);
  const [, database] = databaseMark.exec(said) ?? [];
  if (database === undefined) return false;
  return (await client.query('SELECT FROM pg_database WHERE datname = $1', [database])).rowCount === 0;
}

async function letsIn(adminUrl: string, password: string): Promise<boolean> {
  const url = new URL(databaseOf(adminUrl, 'postgres'));
  [url.username, url.password] = [appRole, encodeURIComponent(password)];
  return withClient(url.href, async () => true).catch(() => false);
}

function taken(adminUrl: string, said: string): Error {
  const { hostname, port } = new URL(adminUrl);
  return launchError(
    busy,
    `expected the role ${appRole} of PostgreSQL at ${hostname}:${port || '5432'} to be ours, but it is "${said}", whose password would ` +
      `change: its API and worker could not sign in any more. Each installation needs a PostgreSQL server (cluster) of its own. Where that ` +
      `one is gone, or is this one under an older name: COMMENT ON ROLE ${appRole} IS NULL`,
  );
}

function ifThere(error: unknown): void {
  const codes = ['42710', '23505'];
  if (!(error instanceof pg.DatabaseError) || !codes.includes(error.code ?? '')) throw error;
}
