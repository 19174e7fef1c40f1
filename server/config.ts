import { isAbsolute } from 'node:path';
import Type from 'typebox';
import type { Static, TSchema } from 'typebox';
import Value from 'typebox/value';

const port = { minimum: 1, maximum: 65_535 };
const secretText = (description: string) => Type.String({ minLength: 32, description, secret: true });

/**
 * Every configuration key of the product: environment variable, type, default, what it does. The table in README.md is
 * generated from this (`tools/config-table.ts`); no other file may read `process.env`.
 */
export const configSchema = Type.Object({
  NODE_ENV: Type.Enum(['development', 'test', 'production'], {
    default: 'development',
    description: 'production: nothing is embedded or migrated, no demo data, no business clock',
  }),
  PORT: Type.Integer({
    ...port,
    default: 8080,
    description: 'HTTP port of the API; when it is not given and 8080 is taken, `npm start` takes a free one',
  }),
  HOST: Type.String({ minLength: 1, default: '127.0.0.1', description: 'address the API listens on' }),
  PUBLIC_URL: Type.Optional(
    Type.String({ pattern: '^https?://[^\\s/]+', description: 'address that people use, for links in notices' }),
  ),
  TRUSTED_PROXIES: Type.Optional(
    Type.String({
      pattern: '^[0-9A-Fa-f.:/]+(,[0-9A-Fa-f.:/]+)*$',
      description:
        'addresses or networks (10.0.0.5,10.1.0.0/16) of proxies whose X-Forwarded-* is believed; needed when PUBLIC_URL is https',
    }),
  ),
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://\\S+$',
      secret: true,
      description: 'PostgreSQL 14 or newer; without it `npm start` runs a private cluster (PostgreSQL 15 or newer)',
    }),
  ),
  ADMIN_DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://\\S+$',
      secret: true,
      description: 'the same database as its owner, for migrations and rebuilds; default: DATABASE_URL',
    }),
  ),
  AUDIT_DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://\\S+$',
      secret: true,
      description: 'the same database as shixian_audit, for APIs that show the audit; without it nobody reads it',
    }),
  ),
  PG_BIN: Type.Optional(
    Type.String({ minLength: 1, description: 'folder of `initdb` and `postgres` for the private cluster' }),
  ),
  TEMPORAL_ADDRESS: Type.Optional(
    Type.String({
      pattern: '^[^\\s:/]+:\\d+$',
      description: 'host:port of a Temporal frontend; without it `npm start` runs a server',
    }),
  ),
  TEMPORAL_NAMESPACE: Type.String({ minLength: 2, default: 'shixian', description: 'Temporal namespace' }),
  TEMPORAL_TLS: Type.Boolean({
    default: false,
    description: 'TLS to Temporal; any TEMPORAL_TLS_... below turns it on too',
  }),
  TEMPORAL_TLS_CA: Type.Optional(
    Type.String({ minLength: 1, description: "file of the certificates that sign Temporal's; default: those of Node" }),
  ),
  TEMPORAL_TLS_CERT: Type.Optional(
    Type.String({ minLength: 1, description: 'file of the certificate that we show to Temporal (mTLS)' }),
  ),
  TEMPORAL_TLS_KEY: Type.Optional(Type.String({ minLength: 1, description: 'file of its private key' })),
  TEMPORAL_TLS_SERVER_NAME: Type.Optional(
    Type.String({ minLength: 1, description: "name in Temporal's certificate where it is not that of the address" }),
  ),
  TEMPORAL_TOKEN: Type.Optional(
    Type.String({ minLength: 1, secret: true, description: 'token (JWT) that lets us into the namespace' }),
  ),
  TEMPORAL_SERVER_BIN: Type.Optional(
    Type.String({ minLength: 1, description: 'path of a Temporal `server` binary with its `sql` tool beside it' }),
  ),
  DATA_DIR: Type.String({
    minLength: 1,
    default: '.data',
    description: 'data folder of `npm start`: cluster, secrets, logs, process ids, files of cases',
  }),
  FILES_DIR: Type.Optional(
    Type.String({
      minLength: 1,
      description:
        'folder of the files of cases, shared by all APIs; `files` in DATA_DIR when not given, which production refuses',
    }),
  ),
  FILES_S3_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s/]+/\\S+$',
      description: 'bucket for the files of cases instead of the folder, which then only holds what is arriving',
    }),
  ),
  FILES_S3_REGION: Type.String({ minLength: 1, default: 'us-east-1', description: 'its region' }),
  FILES_S3_KEY_ID: Type.Optional(Type.String({ minLength: 1, description: 'id of the key that lets us into it' })),
  FILES_S3_SECRET: Type.Optional(Type.String({ minLength: 1, secret: true, description: 'the key itself' })),
  CLAMD_ADDRESS: Type.Optional(
    Type.String({
      pattern: '^[^\\s:/]+:\\d+$',
      description:
        'host:port of clamd, which scans every file: with it only what is clean can be opened; none by default',
    }),
  ),
  FILE_MAX_MB: Type.Integer({
    minimum: 1,
    maximum: 2_000,
    default: 100,
    description: 'largest file that is taken, in MB (1,048,576 bytes)',
  }),
  CASE_FILES_MAX_MB: Type.Integer({
    minimum: 1,
    maximum: 100_000,
    default: 1_000,
    description: 'all files of a case together, in MB, withdrawn ones too',
  }),
  DEVICE_BRIDGE_URL: Type.Optional(
    Type.String({
      pattern: '^http://(127\\.0\\.0\\.1|localhost):\\d{1,5}$',
      description:
        'where the card readers and document cameras of a window answer, on its own machine (docs/device-bridge.md); none by default',
    }),
  ),
  FONT_DIR: Type.Optional(
    Type.String({ minLength: 1, description: 'folder of fonts for documents, before our own (such as 仿宋_GB2312)' }),
  ),
  DEMO: Type.Boolean({
    default: true,
    description: 'demo people, cases and the business clock; default false in production',
  }),
  LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
    default: 'info',
    description: 'least level that is logged',
  }),
  SESSION_SECRET: Type.Optional(
    secretText('signs session cookies, 32 characters or more; made and kept in DATA_DIR outside production'),
  ),
  METRICS_PORT: Type.Optional(
    Type.Integer({ ...port, description: 'loopback port of the worker metrics; none when not given' }),
  ),
  API_METRICS_PORT: Type.Optional(
    Type.Integer({ ...port, description: 'loopback port of the API metrics; none when not given' }),
  ),
  SUBMIT_DEADLINE_MS: Type.Integer({
    minimum: 100,
    maximum: 60_000,
    default: 10_000,
    description: 'how long the API waits for a case to answer an order before it says 202, in ms',
  }),
});

/** The configuration as read: frozen, one property a key of `configSchema`. */
export type Config = Readonly<Static<typeof configSchema>>;

/** Environment variables as a process gets them. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Config, with the keys that were really given (not defaults); or every mistake, one sentence each. */
export type LoadedConfig =
  | { ok: true; config: Config; given: ReadonlySet<string> }
  | { ok: false; mistakes: readonly string[] };

/**
 * Reads the configuration from `env`. An empty value counts as not given. Never throws: all mistakes come back at once,
 * as "KEY: expected ..., but found ..."; the value of a secret key is never repeated.
 */
export function loadConfig(env: Env): LoadedConfig {
  const raw: Record<string, unknown> = {};
  const given = new Set<string>();
  const mistakes: string[] = [];
  for (const [key, schema] of Object.entries(configSchema.properties)) {
    const text = env[key]?.trim();
    if (text === undefined || text === '') continue;
    given.add(key);
    raw[key] = readText(schema, text);
    if (!Value.Check(schema, raw[key])) mistakes.push(mistakeOf({ key, schema, text }));
  }
  if (String(raw['PUBLIC_URL']).startsWith('https:') && raw['TRUSTED_PROXIES'] === undefined) {
    const speaks = 'the address of the proxy that speaks TLS for PUBLIC_URL';
    mistakes.push(`TRUSTED_PROXIES: expected ${speaks}, but found none`);
  }
  if ((raw['TEMPORAL_TLS_CERT'] === undefined) !== (raw['TEMPORAL_TLS_KEY'] === undefined)) {
    mistakes.push('TEMPORAL_TLS_CERT: expected it together with TEMPORAL_TLS_KEY, but found one of them');
  }
  const bucket = ['FILES_S3_URL', 'FILES_S3_KEY_ID', 'FILES_S3_SECRET'].filter((key) => raw[key] === undefined);
  if (bucket.length === 1 || bucket.length === 2) {
    mistakes.push(`${bucket.join(', ')}: expected all three of a bucket, but found a part of them`);
  }
  if (raw['NODE_ENV'] === 'production') {
    mistakes.push(...productionMistakes(raw));
    raw['DEMO'] ??= false;
  }
  const config = Value.Default(configSchema, raw);
  if (mistakes.length > 0 || !Value.Check(configSchema, config)) return { ok: false, mistakes };
  return { ok: true, config: Object.freeze(config), given };
}

/**
 * Reads the configuration of this process or ends it: prints every mistake to standard error and exits 78 (EX_CONFIG).
 */
export function configOrExit(env: Env = process.env): { config: Config; given: ReadonlySet<string>; env: Env } {
  const loaded = loadConfig(env);
  if (loaded.ok) return { config: loaded.config, given: loaded.given, env };
  return refuseConfiguration(loaded.mistakes);
}

/** Ends the process with exit 78 (EX_CONFIG) and every mistake on standard error. */
export function refuseConfiguration(mistakes: readonly string[]): never {
  const lines = mistakes.map((mistake) => `  ${mistake}\n`).join('');
  process.stderr.write(`configuration refused, ${mistakes.length} to mend:\n${lines}`);
  process.exit(78);
}

/** What a value of this key must be, for sentences and the README table: "an integer from 1 to 65535". */
export function expectationOf(schema: TSchema): string {
  const { enum: names, minimum, maximum, minLength, pattern }: Record<string, unknown> = { ...schema };
  if (Array.isArray(names)) return `one of ${names.join(', ')}`;
  if (Type.IsBoolean(schema)) return 'true or false';
  if (Type.IsInteger(schema)) return `an integer from ${String(minimum)} to ${String(maximum)}`;
  if (typeof pattern === 'string') return patternName(pattern);
  return typeof minLength === 'number' && minLength > 1 ? `at least ${minLength} characters` : 'a text';
}

function patternName(pattern: string): string {
  if (pattern.startsWith('^postgres')) return 'an address like postgres://user:password@host:5432/database';
  if (pattern.endsWith('/\\S+$') && pattern.startsWith('^http')) return 'an address like https://s3.example.org/bucket';
  if (pattern.startsWith('^http')) return 'an address like https://example.org';
  if (pattern.startsWith('^[0-9')) return 'addresses like 10.0.0.5,10.1.0.0/16';
  return 'an address like host:7233';
}

function readText(schema: TSchema, text: string): unknown {
  if (Type.IsInteger(schema)) return /^-?\d+$/.test(text) ? Number(text) : text;
  if (Type.IsBoolean(schema))
    return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : text;
  return text;
}

function mistakeOf({ key, schema, text }: { key: string; schema: TSchema; text: string }): string {
  const found = 'secret' in schema ? `${text.length} characters that are not` : JSON.stringify(text);
  return `${key}: expected ${expectationOf(schema)}, but found ${found}`;
}

/** A random secret in hexadecimal has them all but never; one that somebody typed in a hurry has not. */
const leastSigns = 10;

function productionMistakes(raw: Record<string, unknown>): string[] {
  const mistakes = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SESSION_SECRET', 'PUBLIC_URL']
    .filter((key) => raw[key] === undefined)
    .map((key) => `${key}: expected a value in production, but found none`);
  const secret = raw['SESSION_SECRET'];
  if (typeof secret === 'string' && new Set(secret).size < leastSigns) {
    mistakes.push(`SESSION_SECRET: expected at least ${leastSigns} different characters, but found fewer`);
  }
  const files = raw['FILES_DIR'];
  if (typeof files !== 'string' || !isAbsolute(files)) {
    // The next release runs from another checkout: beside it, it would find an empty folder.
    const found = typeof files === 'string' ? JSON.stringify(files) : 'none';
    mistakes.push(`FILES_DIR: expected a path from / in production, the same for each release, but found ${found}`);
  }
  if (raw['DEMO'] === true) mistakes.push('DEMO: expected false in production, but found true');
  return mistakes;
}
