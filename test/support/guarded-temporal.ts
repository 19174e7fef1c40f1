import { spawn, spawnSync } from 'node:child_process';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, nameOf } from '../../server/launcher/database.ts';
import { freePort } from '../../server/launcher/ports.ts';
import { ensureStores } from '../../server/launcher/temporal-schema.ts';
import { temporalPorts } from '../../server/launcher/temporal-server.ts';
import { findTemporalTools } from '../../server/launcher/tools-cache.ts';
import { until } from './until.ts';

/** A real Temporal server that lets in who shows a certificate and a token. */
export interface GuardedTemporal {
  readonly address: string;
  /** Files of certificates: the authority, ours, our key, and a pair that another authority signed. */
  readonly files: Readonly<Record<'ca' | 'cert' | 'key' | 'foreignCert' | 'foreignKey', string>>;
  /** A token with these permissions, such as `temporal-system:admin` or `namespace:write`. */
  tokenFor(...permissions: readonly string[]): string;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** Starts it with stores of its own in the cluster of `adminUrl`: mTLS at the frontend, the server's default claim mapper over a key set we serve. */
export async function startGuardedTemporal(adminUrl: string): Promise<GuardedTemporal> {
  const folder = mkdtempSync(join(tmpdir(), 'shixian-guarded-'));
  const files = certificatesIn(folder);
  const keys = await serveKeys();
  const stores = { url: adminUrl, main: `${nameOf(adminUrl)}_guarded`, visibility: `${nameOf(adminUrl)}_guarded_v` };
  const tools = await findTemporalTools({ env: process.env, log: () => undefined });
  await ensureStores({ stores, tools, env: process.env, ours: false, log: () => undefined });
  const names = [...temporalPorts, 'internal', 'internalMembership'] as const;
  const ports = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await freePort()] as const)));
  const config = join(folder, 'temporal.yml');
  writeFileSync(config, guardedConfig({ files, keySet: keys.url, ports }));
  const { hostname, port, username, password } = new URL(databaseOf(adminUrl, 'postgres'));
  const services = ['frontend', 'internal-frontend', 'history', 'matching', 'worker'];
  const server = spawn(
    tools.server,
    ['--config-file', config, 'start', ...services.flatMap((one) => ['--service', one])],
    {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        TEMPORAL_PG_ADDRESS: `${hostname}:${port || '5432'}`,
        TEMPORAL_PG_USER: decodeURIComponent(username),
        TEMPORAL_PG_PASSWORD: decodeURIComponent(password),
        TEMPORAL_PG_DB: stores.main,
        TEMPORAL_PG_VISIBILITY_DB: stores.visibility,
        TEMPORAL_DYNAMIC_CONFIG: join(root, 'temporal-dev.dynamic.yml'),
        ...Object.fromEntries(temporalPorts.map((name) => [portVariable(name), String(ports[name])])),
      },
      stdio: process.env['TEST_LOG'] === undefined ? 'ignore' : 'inherit',
    },
  );
  await until('the guarded server to listen', async () => listens(ports['frontend'] ?? 0), 60_000);
  return {
    address: `127.0.0.1:${ports['frontend']}`,
    files,
    tokenFor: keys.tokenFor,
    stop: async () => {
      server.kill('SIGKILL');
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
      keys.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function portVariable(name: string): string {
  return `TEMPORAL_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_PORT`;
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return once(socket, 'connect').then(
    () => {
      socket.destroy();
      return true;
    },
    () => false,
  );
}

/** The development configuration with a guard at its frontend; the server's own services come in by another door. */
function guardedConfig(o: { files: GuardedTemporal['files']; keySet: string; ports: Record<string, number> }): string {
  const { files, keySet, ports } = o;
  const guard = `global:
  tls:
    frontend:
      server:
        certFile: ${files.cert}
        keyFile: ${files.key}
        requireClientAuth: true
        clientCaFiles: [${files.ca}]
      client:
        serverName: temporal.test
        rootCaFiles: [${files.ca}]
  authorization:
    jwtKeyProvider:
      keySourceURIs: [${keySet}]
      refreshInterval: 1m
    permissionsClaimName: permissions
    authorizer: default
    claimMapper: default
`;
  const door = `services:
  internal-frontend:
    rpc:
      grpcPort: ${ports['internal']}
      membershipPort: ${ports['internalMembership']}
      bindOnLocalHost: true
`;
  const plain = readFileSync(join(root, 'temporal-dev.yml'), 'utf8');
  return plain.replace('global:\n', guard).replace('services:\n', door);
}

function certificatesIn(folder: string): GuardedTemporal['files'] {
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`expected openssl to make certificates, but it said: ${stderr}`);
  };
  const pair = (authority: string, name: string): void => {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
    openssl(
      'req',
      '-x509',
      ...key,
      '-keyout',
      `${authority}.key`,
      '-out',
      `${authority}.pem`,
      '-subj',
      `/CN=${authority}`,
    );
    const names = ['-subj', '/CN=temporal.test', '-addext', 'subjectAltName=DNS:temporal.test'];
    openssl(
      'req',
      '-x509',
      ...key,
      '-CA',
      `${authority}.pem`,
      '-CAkey',
      `${authority}.key`,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      ...names,
      '-addext',
      'basicConstraints=critical,CA:FALSE',
    );
  };
  pair('authority', 'ours');
  pair('stranger', 'foreign');
  return {
    ca: at('authority.pem'),
    cert: at('ours.pem'),
    key: at('ours.key'),
    foreignCert: at('foreign.pem'),
    foreignKey: at('foreign.key'),
  };
}

async function serveKeys(): Promise<Pick<GuardedTemporal, 'tokenFor'> & { url: string; close: () => void }> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const set = JSON.stringify({
    keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' }],
  });
  const port = await freePort();
  const server = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(set));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return {
    url: `http://127.0.0.1:${port}/keys.json`,
    close: () => server.close(),
    tokenFor: (...permissions) => {
      const exp = Math.floor(Date.now() / 1_000) + 3_600;
      const text = `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'test' })}.${encoded({ sub: 'shixian', permissions, exp })}`;
      return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
    },
  };
}
