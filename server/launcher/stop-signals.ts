/** A second signal within this time is the first one again: Ctrl-C reaches the launcher from the terminal and once more from npm. */
const sameMs = 1_000;
const lookMs = 500;

/**
 * Calls `first` at SIGINT, SIGTERM or SIGHUP and, when npm started this process, at the end of npm (also by kill -9); `second` at a
 * signal that comes later, when somebody does not want to wait.
 */
export function onStopSignals(o: { byNpm: boolean; first: () => void; second: () => void }): void {
  let since: number | undefined;
  const stop = (): void => {
    since ??= performance.now();
    o.first();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (since === undefined) stop();
      else if (performance.now() - since > sameMs) o.second();
    });
  }
  if (o.byNpm) whenParentGone(stop);
}

/** A process whose parent ends gets another one; the system tells it nothing. */
function whenParentGone(stop: () => void): void {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    stop();
  }, lookMs);
  looking.unref();
}
