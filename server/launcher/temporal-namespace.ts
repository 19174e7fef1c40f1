import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { launchError, unavailable } from './launch-error.ts';
import type { TemporalPlace } from '../temporal-place.ts';
import { waitFor } from './wait.ts';

/** How long finished runs stay readable in Temporal; the legal journal in PostgreSQL outlives it. */
const retention = msToTs('30 days');
const alreadyExists = 6;
const notFound = 5;

/** Whether a Temporal frontend answers at the address; false also while it is starting. */
export async function frontendAnswers(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: '2s' });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}

/**
 * Registers the namespace if it is missing and waits until it can be used. `describeNamespace` only reads the store; the
 * count asks the visibility store through the frontend's cache of namespaces, the describe the history service: after a
 * restart of the server or of PostgreSQL both may say "namespace not found" for a moment.
 * @throws exit 69 when nothing answers at the address within `withinMs`
 */
export async function ensureNamespace(options: {
  address: string;
  tls?: TemporalPlace['tls'];
  apiKey?: string;
  namespace: string;
  withinMs: number;
  isRunning?: () => boolean;
  signal?: AbortSignal | undefined;
}): Promise<void> {
  const { address, namespace, tls = null, apiKey } = options;
  const late = (last: unknown): Error => {
    const why = last instanceof Error ? last.message : 'no answer';
    return launchError(unavailable, `expected Temporal at ${address} with namespace ${namespace}, but found: ${why}`);
  };
  const connection = Connection.lazy({
    address,
    tls,
    ...(apiKey === undefined ? {} : { apiKey }),
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 50, 'grpc.max_reconnect_backoff_ms': 500 },
  });
  try {
    await waitFor({
      probe: async () => {
        if (options.isRunning?.() === false) return 'ended';
        return connection.withDeadline(Date.now() + 5_000, async () => usable(connection, namespace));
      },
      withinMs: options.withinMs,
      everyMs: 100,
      late,
      signal: options.signal,
    });
  } finally {
    await connection.close();
  }
}

async function usable(connection: Connection, namespace: string): Promise<'usable'> {
  const service = connection.workflowService;
  try {
    await service.describeNamespace({ namespace });
  } catch (error) {
    if (grpcCode(error) !== notFound) throw error;
    await service
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention })
      .catch((failure: unknown) => {
        if (grpcCode(failure) !== alreadyExists) throw failure;
      });
    await service.describeNamespace({ namespace });
  }
  await service.countWorkflowExecutions({ namespace });
  try {
    await service.describeWorkflowExecution({ namespace, execution: { workflowId: 'readiness/no-such-run' } });
  } catch (error) {
    // "Not found" is said of the run by the history service when all is well, and of the namespace when it is not.
    if (grpcCode(error) !== notFound || /namespace/i.test(String(error))) throw error;
  }
  return 'usable';
}

function grpcCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
