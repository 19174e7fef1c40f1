import pino from 'pino';
import type { Logger, LoggerOptions } from 'pino';
import { createLineSink } from './line-sink.ts';

/** The log of a process on its standard output, and how many lines of it were lost. */
export interface ProcessLog {
  readonly log: Logger;
  readonly lost: () => number;
}

/** Opens the log of an API or worker. What is waiting is written when the process ends. */
export function openLog(o: { process: string; level: string; redact?: LoggerOptions['redact'] }): ProcessLog {
  const sink = createLineSink(() => 1);
  process.once('exit', sink.flush);
  const { redact } = o;
  const options = { level: o.level, base: { process: o.process }, ...(redact === undefined ? {} : { redact }) };
  return { log: pino(options, sink), lost: sink.lost };
}
