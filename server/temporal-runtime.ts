import { makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { LogLevel } from '@temporalio/worker';
import type { Log } from './gateway/types.ts';

const levelOf = {
  TRACE: 'debug',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const satisfies Record<LogLevel, keyof Log>;

/** The SDK's own lines go the way of all others: JSON, one a line. The process, not the SDK, handles signals. Once a process. */
export function installRuntime(log: Log): void {
  const write = (level: LogLevel, message: string, meta: object = {}): void => {
    log[levelOf[level]](meta, message);
  };
  Runtime.install({
    shutdownSignals: [],
    logger: {
      log: write,
      trace: (message, meta) => write('TRACE', message, meta),
      debug: (message, meta) => write('DEBUG', message, meta),
      info: (message, meta) => write('INFO', message, meta),
      warn: (message, meta) => write('WARN', message, meta),
      error: (message, meta) => write('ERROR', message, meta),
    },
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'WARN' }) } },
  });
}
