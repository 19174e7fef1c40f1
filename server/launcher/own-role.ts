import pg from 'pg';
import { appRole } from '../../db/migrate.ts';
import { withClient } from './database.ts';
import { busy, launchError } from './launch-error.ts';

/**
 * Keeps two installations from setting the password of `shixian_app` under each other: the role belongs to the whole server. Its comment
 * says whose it is; a role without one (made by an older release) is taken.
 * @throws exit 75 when somebody else has it
 */
export async function takeRole(adminUrl: string, owner: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const mark = `shixian: of ${owner}`;
    const { rows } = await client.query<{ said: string | null }>(
      `SELECT shobj_description(oid, 'pg_authid') AS said FROM pg_roles WHERE rolname = $1`,
      [appRole],
    );
    const [role] = rows;
    if (role === undefined) await client.query(`CREATE ROLE ${appRole} NOLOGIN`).catch(ifThere);
    else if (role.said === mark) return;
    else if (role.said !== null) throw taken(adminUrl, role.said);
    await client.query(`COMMENT ON ROLE ${appRole} IS ${client.escapeLiteral(mark)}`);
  });
}

function taken(adminUrl: string, said: string): Error {
  const { hostname, port } = new URL(adminUrl);
  return launchError(
    busy,
    `expected the role ${appRole} of PostgreSQL at ${hostname}:${port || '5432'} to be ours, but it is "${said}", whose password would ` +
      `change. Use another server or that installation; when it is gone: COMMENT ON ROLE ${appRole} IS NULL`,
  );
}

function ifThere(error: unknown): void {
  const codes = ['42710', '23505'];
  if (!(error instanceof pg.DatabaseError) || !codes.includes(error.code ?? '')) throw error;
}
