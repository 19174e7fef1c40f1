import { setTimeout as delay } from 'node:timers/promises';
import type { Child } from './children.ts';
import type { StopSteps } from './pid-files.ts';

/** A service that keeps its place (ports, data) over stops, kills and restarts. */
export type Service = {
  pid: () => number | undefined;
  /** Ends it in good order and keeps it ended. */
  stop: () => Promise<void>;
  /** kill -9, and returns when it is gone; it stays gone until `restart`. */
  killHard: () => Promise<void>;
  /** Ends it if it runs, starts it again and returns when it is ready. */
  restart: () => Promise<void>;
};

const longLifeMs = 30_000;
const longestPauseMs = 10_000;

/**
 * Runs a service by `start` (which returns once it is ready). With `supervise`, one that ends by itself is started
 * again: at once after a long life, else after pauses that grow up to 10 s.
 */
export async function runService(options: {
  name: string;
  start: () => Promise<Child>;
  steps: StopSteps;
  supervise: boolean;
  log: (line: string) => void;
}): Promise<Service> {
  const { name, start, steps, log } = options;
  let ending = new AbortController();
  let child = await start();
  let startedAt = Date.now();
  let pause = 0;
  let reviving: Promise<void> | undefined;

  const adopt = (next: Child): void => {
    child = next;
    startedAt = Date.now();
    void next.ended.then((how) => {
      if (ending.signal.aborted || next !== child) return;
      log(`${name} ended by itself (${how})`);
      if (options.supervise) reviving = revive(ending.signal);
    });
  };
  const revive = async (signal: AbortSignal): Promise<void> => {
    if (Date.now() - startedAt > longLifeMs) pause = 0;
    while (!signal.aborted) {
      await delay(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      pause = Math.min(Math.max(pause * 2, 250), longestPauseMs);
      try {
        const next = await start();
        adopt(next);
        log(`${name} runs again (process ${next.pid})`);
        return;
      } catch (error) {
        log(`${name} could not be started again: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  const end = async (how: StopSteps): Promise<void> => {
    ending.abort();
    await reviving;
    await child.stop(how);
  };

  adopt(child);
  return {
    pid: () => (child.isRunning() ? child.pid : undefined),
    stop: async () => end(steps),
    killHard: async () => end([['SIGKILL', 10_000]]),
    restart: async () => {
      await end(steps);
      ending = new AbortController();
      adopt(await start());
    },
  };
}
