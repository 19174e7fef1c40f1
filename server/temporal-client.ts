import { Connection } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { connectTemporal } from './case-worker.ts';
import type { TemporalPlace } from './temporal-place.ts';

/** A connection of a client; the API ends with it closed. */
export type ClientConnection = Client['connection'] & { close(): Promise<void> };

const patienceMs = 3_000;

/**
 * The API's connection. The native one needs half the CPU a call but insists on a server that answers; where none does yet, the
 * other waits for it and is used until the next start.
 */
export async function connectClient(place: TemporalPlace): Promise<ClientConnection> {
  // The process handles signals itself: it finishes its requests first.
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN') });
  const native = connectTemporal(place).catch(() => null);
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, patienceMs, null).unref();
  });
  return (await Promise.race([native, late])) ?? Connection.lazy({ ...place });
}
