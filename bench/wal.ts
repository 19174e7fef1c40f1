import pg from 'pg';

/** Counts WAL syncs of the whole cluster. Backends report once a second: let load run a second before the first reading. */
export interface WalMeter {
  read(): Promise<number>;
  close(): Promise<void>;
}

/** PostgreSQL 14 to 17 keep the count in pg_stat_wal, 18 in pg_stat_io. `url` signs in as a superuser. */
export async function openWalMeter(url: string): Promise<WalMeter> {
  const client = new pg.Client({ connectionString: url, application_name: 'bench-wal' });
  await client.connect();
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  );
  const inIo = (rows[0]?.version ?? 0) >= 180_000;
  const text = inIo
    ? `SELECT coalesce(sum(fsyncs), 0)::float8 AS syncs FROM pg_stat_io WHERE object = 'wal'`
    : 'SELECT wal_sync::float8 AS syncs FROM pg_stat_wal';
  return {
    read: async () => (await client.query<{ syncs: number }>(text)).rows[0]?.syncs ?? 0,
    close: async () => client.end(),
  };
}
