import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../server/config.ts';
import { launchError, unavailable } from '../server/launcher/launch-error.ts';
import { superuser } from '../server/launcher/postgres-cluster.ts';

/** The address of the private cluster that `npm start` keeps in the data folder. @throws exit 69 when there is none */
export function ownCluster({ DATA_DIR }: Config): string {
  const [ports, secret] = [join(DATA_DIR, 'postgres-port.json'), join(DATA_DIR, 'secrets', 'postgres-password')];
  if (!existsSync(ports) || !existsSync(secret)) {
    throw launchError(unavailable, 'expected DATABASE_URL or a running product in DATA_DIR, but found neither');
  }
  const { postgres: port }: Record<string, unknown> = JSON.parse(readFileSync(ports, 'utf8'));
  return `postgres://${superuser}:${readFileSync(secret, 'utf8').trim()}@127.0.0.1:${String(port)}/shixian`;
}
