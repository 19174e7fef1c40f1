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

/**
 * Runs a service by `start` (which returns once it is ready). With `supervise`, one that ends by itself is started
 * again, at once and then with growing pauses of up to 10 s.
 */
export async function runService(options: {
  name: string;
  start: () => Promise<Child>;
  steps: StopSteps;
  supervise: boolean;
  log: (line: string) => void;
}): Promise<Service> {
  const { name, start, steps, log } = options;
  let wanted = true;
  let child = await start();
  const watch = (watched: Child): void => {
    void watched.ended.then(async (how) => {
      if (!wanted || watched !== child) return;
      log(`${name} ended by itself (${how})`);
      if (options.supervise) await revive();
    });
  };
  const revive = async (): Promise<void> => {
    for (let pause = 250; wanted && !child.isRunning(); pause = Math.min(pause * 2, 10_000)) {
      try {
        child = await start();
        watch(child);
        log(`${name} runs again (process ${child.pid})`);
        if (!wanted) await child.stop(steps);
      } catch (error) {
        log(`${name} could not be started again: ${error instanceof Error ? error.message : String(error)}`);
        await delay(pause);
      }
    }
  };
  watch(child);
  const end = async (how: StopSteps): Promise<void> => {
    wanted = false;
    await child.stop(how);
  };
  return {
    pid: () => (child.isRunning() ? child.pid : undefined),
    stop: async () => end(steps),
    killHard: async () => end([['SIGKILL', 10_000]]),
    restart: async () => {
      await end(steps);
      child = await start();
      wanted = true;
      watch(child);
    },
  };
}
