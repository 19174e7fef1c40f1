import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findPostgres } from '../../../server/launcher/postgres-binaries.ts';
import { postgresUser } from '../../../server/launcher/run-as.ts';
import { bench, plainEnv, query, tempDir } from './support.ts';

const { dir, start, clean } = bench();
const copies = tempDir();
afterAll(async () => {
  await clean();
  rmSync(copies, { recursive: true, force: true });
}, 30_000);

describe('the binaries of PostgreSQL', () => {
  it('of the npm package run a cluster, with the library links made by the launcher', async () => {
    const runAs = postgresUser();
    const found = findPostgres({ env: plainEnv, runAs, copyTo: join(copies, 'bin'), major: 18 });
    expect(found).toMatchObject({ major: 18, from: 'npm package' });
    const infra = await start({ dataDir: dir(), env: { ...plainEnv, PG_BIN: found.binDir } });
    const rows = await query(infra.databaseUrl, `select current_setting('server_version_num')::int / 10000 as major`);
    expect(rows).toEqual([{ major: 18 }]);
  }, 60_000);

  it('of another major version than the cluster are not taken', () => {
    const ask = (): unknown =>
      findPostgres({ env: plainEnv, runAs: undefined, copyTo: join(copies, 'bin'), major: 16 });
    expect(ask).toThrow(/expected PostgreSQL 16 \(the cluster in DATA_DIR is of it\)/);
  });
});
