import { Connection, isGrpcServiceError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { connectTemporal } from './case-worker.ts';
import type { Log } from './gateway/types.ts';
import { grpcNotFound, noNamespace } from './launcher/temporal-namespace.ts';
import type { TemporalPlace } from './temporal-place.ts';
import { installRuntime } from './temporal-runtime.ts';

/** A connection of a client; the API ends with it closed. */
export type ClientConnection = Client['connection'] & { close(): Promise<void> };

const patienceMs = 3_000;

/**
 * The API's connection. The native one needs half the CPU a call but insists on a server that answers; where none does yet, the
 * other waits for it and is used until the next start; `log` hears of it.
 */
export async function connectClient(place: TemporalPlace, log: Log): Promise<ClientConnection> {
  installRuntime(log);
  let why = `no answer within ${patienceMs / 1_000} s`;
  const native = connectTemporal(place).catch((error: unknown) => {
    why = error instanceof Error ? error.message : String(error);
    return null;
  });
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, patienceMs, null).unref();
  });
  const connection = await Promise.race([native, late]);
  if (connection !== null) return connection;
  log.warn(
    { address: place.address, why },
    'Temporal does not answer at TEMPORAL_ADDRESS: waits for it, /readyz says 503',
  );
  return Connection.lazy({ ...place });
}

/**
 * Asks Temporal for the namespace; one that is away is waited for elsewhere.
 * @throws exit 78 when Temporal answers that it has none of that name
 */
export async function insistOnNamespace(
  connection: Client['connection'],
  o: { address: string; namespace: string },
): Promise<void> {
  try {
    await connection.withDeadline(Date.now() + patienceMs, () =>
      connection.workflowService.describeNamespace({ namespace: o.namespace }),
    );
  } catch (error) {
    if (isGrpcServiceError(error) && Number(error.code) === grpcNotFound) throw noNamespace(o);
  }
}
