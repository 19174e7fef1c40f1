import type { Server } from 'node:http';
import { withConnection } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import { refuseConfiguration } from './config.ts';
import type { Config } from './config.ts';
import { exitCodeOf, launchError, misconfigured, noEntry } from './launcher/launch-error.ts';
import type { Metrics } from './metrics.ts';
import { serveMetrics } from './metrics-listener.ts';

/**
 * Runs a process. What ends it and is meant for people is told as a sentence, with its exit code; a bug keeps its stack.
 */
export async function runOrTell(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const code = exitCodeOf(error);
    if (code === undefined || !(error instanceof Error)) throw error;
    if (code === misconfigured) refuseConfiguration([error.message]);
    process.stderr.write(`${error.message}\n`);
    process.exit(code);
  }
}

/**
 * Tries to sign in to PostgreSQL with a setting. A database that is away is waited for elsewhere.
 * @throws exit 78 when PostgreSQL says no
 */
export async function insistOnSignIn(db: Db, key: 'DATABASE_URL' | 'AUDIT_DATABASE_URL'): Promise<void> {
  try {
    await withConnection(db, async () => undefined);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !noEntry.test(String(error.code))) return;
    const mend = `npm run migrate makes the database and sets the password that is in ${key}`;
    throw launchError(misconfigured, `${key}: expected to be let in, but PostgreSQL says: ${error.message}. ${mend}`);
  }
}

/** The error of a port that cannot be listened on, as one of the setting that named it. */
export function portError(key: 'PORT' | 'METRICS_PORT' | 'API_METRICS_PORT', config: Config, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') return error;
  const found = code === 'EADDRINUSE' ? 'somebody else listens there' : error.message;
  return launchError(misconfigured, `${key}: expected a port that is free, but found ${config[key]}: ${found}`);
}

/** Serves the figures of a process at the port of a setting; null where none is given. @throws exit 78 when it is taken */
export async function serveFigures(
  metrics: Metrics,
  key: 'METRICS_PORT' | 'API_METRICS_PORT',
  config: Config,
): Promise<Server | null> {
  const port = config[key];
  if (port === undefined) return null;
  return serveMetrics(metrics, port).catch((error: unknown) => {
    throw portError(key, config, error);
  });
}
