import { parseArgs } from 'node:util';
import type { Config, Env } from '../config.ts';
import type { Infra } from './infra.ts';
import { startInfra } from './infra.ts';
import { exitCodeOf, launchError, usageError } from './launch-error.ts';
import { choosePort } from './ports.ts';
import { productEnv, startProduct } from './product.ts';
import type { Service } from './service.ts';
import { onStopSignals } from './stop-signals.ts';

/** What the running product is told by: `url` of the API, the environment its processes got. */
export type Running = { url: string; infra: Infra; env: Env; log: (line: string) => void; signal: AbortSignal };

/** The product's own steps around its processes. */
export type Steps = {
  /** After PostgreSQL and Temporal, before worker and API: roles, migrations. Answers what to add to their environment. */
  prepare: (options: { infra: Infra; env: Env; log: (line: string) => void; signal: AbortSignal }) => Promise<Env>;
  /** After `/readyz` is green: seeding. Answers the lines to print below the address (demo users). */
  ready: (running: Running) => Promise<readonly string[]>;
};

type Launch = { config: Config; given: ReadonlySet<string>; env: Env; args: readonly string[]; steps: Steps };

const usage = 'usage: npm start [-- [--fresh] [--infra-only]]';

/**
 * `npm start`: infrastructure, `prepare`, worker, API, `ready`; then runs until SIGINT, SIGTERM, SIGHUP or the end of the npm
 * that started it, and stops API, worker, Temporal and PostgreSQL in this order. A later signal kills all at once. Never returns:
 * exits 0 after a stop, with the code of the error otherwise.
 */
export async function launch(options: Launch): Promise<void> {
  const { config } = options;
  const log = (line: string): void => void process.stdout.write(`${line}\n`);
  // A terminal that is closed must not end the launcher before its children.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const abort = new AbortController();
  const services: Service[] = [];
  let infra: Infra | undefined;
  onStopSignals({
    byNpm: options.env['npm_lifecycle_event'] !== undefined,
    first: () => abort.abort(launchError(130, 'stopped while starting')),
    second: () => {
      for (const pid of [...services.map((service) => service.pid()), ...Object.values(infra?.pids ?? {})]) {
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
      }
      process.exit(130);
    },
  });
  let code = 0;
  try {
    const { fresh, infraOnly } = readArgs(options.args);
    const { signal } = abort;
    const port = await choosePort({ port: config.PORT, given: options.given.has('PORT'), host: config.HOST });
    infra = await startInfra({
      dataDir: config.DATA_DIR,
      env: options.env,
      log,
      fresh,
      supervise: true,
      signal,
    });
    if (!infraOnly) await runProduct({ ...options, port, infra, services, log, signal });
    else printInfra(infra, log);
    await aborted(signal);
    log('stopping');
  } catch (error) {
    // Whatever an interrupted start failed with, the interruption is the reason.
    code = tell(abort.signal.aborted ? abort.signal.reason : error);
  }
  for (const service of services.reverse()) await service.stop();
  await infra?.stop();
  log('stopped');
  process.exit(code);
}

async function runProduct(
  options: Launch & {
    port: number;
    infra: Infra;
    services: Service[];
    log: (line: string) => void;
    signal: AbortSignal;
  },
): Promise<void> {
  const { config, port, infra, services, steps, log, signal } = options;
  const base: Env = {
    ...options.env,
    NODE_ENV: config.NODE_ENV,
    ...productEnv(infra, port),
    ...(config.ADMIN_DATABASE_URL !== undefined && { ADMIN_DATABASE_URL: config.ADMIN_DATABASE_URL }),
    ...(config.SESSION_SECRET !== undefined && { SESSION_SECRET: config.SESSION_SECRET }),
  };
  const env = { ...base, ...(await steps.prepare({ infra, env: base, log, signal })) };
  // Only what migrates knows the owner of the database.
  delete env.ADMIN_DATABASE_URL;
  const url = `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`;
  await startProduct({ infra, env, url, services, log, signal });
  log(`Shixian runs at ${url}`);
  for (const line of await steps.ready({ url, infra, env, log, signal })) log(line);
  log('Ctrl-C stops it');
}

/** Prints an error for people (a bug with its stack) and answers its exit code. */
function tell(error: unknown): number {
  const code = exitCodeOf(error);
  const text = error instanceof Error ? (code === undefined ? error.stack : error.message) : String(error);
  process.stderr.write(`${text}\n`);
  return code ?? 1;
}

function readArgs(args: readonly string[]): { fresh: boolean; infraOnly: boolean } {
  try {
    const options = { fresh: { type: 'boolean' }, 'infra-only': { type: 'boolean' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    return { fresh: values.fresh ?? false, infraOnly: values['infra-only'] ?? false };
  } catch (error) {
    throw launchError(usageError, `${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function printInfra(infra: Infra, log: (line: string) => void): void {
  log(`DATABASE_URL=${infra.databaseUrl}`);
  log(`TEMPORAL_ADDRESS=${infra.temporalAddress}`);
  log(`TEMPORAL_NAMESPACE=${infra.namespace}`);
  log('Ctrl-C stops them');
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
