import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { launchError, misconfigured, unavailable } from './launch-error.ts';
import type { TemporalPlace } from '../temporal-place.ts';
import { waitFor } from './wait.ts';

/** How long finished runs stay readable in Temporal; the legal journal in PostgreSQL outlives it. */
const retention = msToTs('30 days');
const alreadyExists = 6;
/** NOT_FOUND of gRPC. */
export const grpcNotFound = 5;
/** After so long somebody is told that Temporal is waited for. */
const tellAfterMs = 3_000;

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

/** The error of a namespace that Temporal does not have. */
export function noNamespace({ address, namespace }: { address: string; namespace: string }): Error {
  return launchError(
    misconfigured,
    `TEMPORAL_NAMESPACE: expected a namespace of Temporal at ${address}, but it has no ${namespace}. npm run migrate makes it where ` +
      `TEMPORAL_ADDRESS lets it, else Temporal's administrator: temporal operator namespace create -n ${namespace} --retention 30d`,
  );
}

/**
 * Registers the namespace if it is missing, unless `mayRegister` is false, and waits until it can be used. `describeNamespace` only reads the store; the
 * count asks the visibility store through the frontend's cache of namespaces, the describe the history service: after a
 * restart of the server or of PostgreSQL both may say "namespace not found" for a moment.
 * `onWait` hears once, after some seconds, what is waited for.
 * @throws exit 69 when nothing answers at the address within `withinMs`, exit 78 when the namespace is missing and may not be registered
 */
export async function ensureNamespace(options: {
  address: string;
  tls?: TemporalPlace['tls'];
  apiKey?: string;
  namespace: string;
  withinMs: number;
  mayRegister?: boolean;
  onWait?: (why: string) => void;
  isRunning?: () => boolean;
  signal?: AbortSignal | undefined;
}): Promise<void> {
  const { address, namespace, tls = null, apiKey } = options;
  const late = (last: unknown): Error => {
    const why = reasonOf(last);
    return launchError(unavailable, `expected Temporal at ${address} with namespace ${namespace}, but found: ${why}`);
  };
  const connection = Connection.lazy({
    address,
    tls,
    ...(apiKey === undefined ? {} : { apiKey }),
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 50, 'grpc.max_reconnect_backoff_ms': 500 },
  });
  let last: unknown;
  const telling = setTimeout(() => options.onWait?.(reasonOf(last)), tellAfterMs);
  try {
    const found = await waitFor({
      probe: async () => {
        if (options.isRunning?.() === false) return 'ended';
        try {
          const mayRegister = options.mayRegister ?? true;
          return await connection.withDeadline(Date.now() + 5_000, async () =>
            usable(connection, namespace, mayRegister),
          );
        } catch (error) {
          last = error;
          throw error;
        }
      },
      withinMs: options.withinMs,
      everyMs: 100,
      late,
      signal: options.signal,
    });
    if (found === 'missing') throw noNamespace({ address, namespace });
  } finally {
    clearTimeout(telling);
    await connection.close();
  }
}

function reasonOf(last: unknown): string {
  return last instanceof Error ? last.message : 'no answer';
}

async function usable(connection: Connection, namespace: string, mayRegister: boolean): Promise<'usable' | 'missing'> {
  const service = connection.workflowService;
  try {
    await service.describeNamespace({ namespace });
  } catch (error) {
    if (grpcCode(error) !== grpcNotFound) throw error;
    if (!mayRegister) return 'missing';
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
    if (grpcCode(error) !== grpcNotFound || /namespace/i.test(String(error))) throw error;
  }
  return 'usable';
}

function grpcCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
