/**
 * For the entry file of a child that `startProcess` runs: tells the launcher that it is ready to work.
 * Does nothing when the process was not started by a launcher.
 */
export function tellReady(): void {
  process.send?.('ready');
}

/**
 * For the entry file of a child: calls `stop` once when the launcher is gone (also by kill -9), so that no child
 * outlives it. Does nothing when the process was not started by a launcher.
 */
export function whenLauncherGone(stop: () => void): void {
  if (process.send === undefined) return;
  process.once('disconnect', stop);
  // A listener holds the process open; a graceful stop must be able to end by itself.
  process.channel?.unref();
}
