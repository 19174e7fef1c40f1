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

/** Process ids of all four, to see whether one that was not killed ended by itself. */
export function pidsOf({ infra, services }: Copy): Readonly<Record<Target, number | undefined>> {
  return { ...infra.pids, api: services.api.pid(), worker: services.worker.pid() };
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
