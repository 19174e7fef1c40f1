import { setTimeout as pause } from 'node:timers/promises';
import type { Copy } from '../../demo/copy.ts';

/** What is killed, in turn. */
export const targets = ['api', 'worker', 'temporal', 'postgres'] as const;
export type Target = (typeof targets)[number];

const restartOptions = { withinMs: 90_000, everyMs: 50 };

/** kill -9; it stays down until `revive`. */
export async function kill({ infra, services }: Copy, target: Target): Promise<void> {
  if (target === 'api' || target === 'worker') await services[target].killHard();
  else await infra.killHard(target);
}

/** Starts it again and waits until /readyz is green. */
export async function revive(product: Copy, target: Target): Promise<void> {
  const { infra, services } = product;
  if (target === 'api' || target === 'worker') await services[target].restart();
  else await infra.restart(target);
  await untilReady(product.url);
}

/** Whether another process goes on with the work while this one is down. */
export function hasTwin({ twins }: Copy, target: Target): boolean {
  return twins !== null && (target === 'api' || target === 'worker');
}

/** Process ids of all, to see whether one that was not killed ended by itself. */
export function pidsOf({ infra, services, twins }: Copy): ReadonlyMap<string, number | undefined> {
  return new Map([
    ...Object.entries(infra.pids),
    ['api', services.api.pid()],
    ['worker', services.worker.pid()],
    ['second api', twins?.api.pid()],
    ['second worker', twins?.worker.pid()],
  ]);
}

async function untilReady(url: string): Promise<void> {
  for (const deadline = Date.now() + restartOptions.withinMs; ;) {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok === true) return;
    if (Date.now() > deadline)
      throw new Error(`expected /readyz to turn green, but it is ${response?.status ?? 'away'}`);
    await pause(restartOptions.everyMs);
  }
}
