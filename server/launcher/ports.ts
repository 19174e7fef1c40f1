import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import Type from 'typebox';
import Value from 'typebox/value';
import { launchError, misconfigured } from './launch-error.ts';

const remembered = Type.Record(Type.String(), Type.Integer());

/** Whether this process could listen on the port now. */
export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * A free port below the range the kernel takes for outgoing connections. A server that is killed and started again
 * could otherwise find its port taken by a client, or a client that retries could connect to itself.
 */
export async function freePort(taken: ReadonlySet<number> = new Set(), host = '127.0.0.1'): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(20_000, 32_000);
    if (!taken.has(port) && (await isFree(port, host))) return port;
  }
  throw launchError(misconfigured, 'expected a free port between 20000 and 32000, but found none');
}

/** A free port for every name; those kept in `file` (JSON) by an earlier start are used again where still free. */
export async function rememberedPorts<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const old = readRemembered(file);
  const ports = new Map<string, number>();
  for (const name of names) {
    const before = old[name];
    const taken = new Set(ports.values());
    const usable = before !== undefined && !taken.has(before) && (await isFree(before));
    ports.set(name, usable ? before : await freePort(taken));
  }
  const chosen: Partial<Record<Name, number>> = {};
  for (const name of names) chosen[name] = ports.get(name) ?? 0;
  writeFileSync(file, JSON.stringify({ ...old, ...chosen }));
  return allOf(names, chosen);
}

/**
 * The HTTP port: a given one is used or refused with a sentence (exit 78); the default one gives way to a free one.
 */
export async function choosePort(options: { port: number; given: boolean; host: string }): Promise<number> {
  const { port, given, host } = options;
  if (await isFree(port, host)) return port;
  if (!given) return freePort(new Set(), host);
  throw launchError(misconfigured, `PORT: expected a port to listen on at ${host}, but ${port} is taken or forbidden`);
}

function readRemembered(file: string): Record<string, number> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Value.Check(remembered, value) ? value : {};
  } catch {
    return {};
  }
}

function allOf<Name extends string>(
  names: readonly Name[],
  ports: Partial<Record<Name, number>>,
): Record<Name, number> {
  const complete = (value: Partial<Record<Name, number>>): value is Record<Name, number> =>
    names.every((name) => value[name] !== undefined);
  if (!complete(ports)) throw new Error(`expected a port for each of ${names.join(', ')}`);
  return ports;
}
