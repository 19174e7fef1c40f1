import { useEffect, useSyncExternalStore } from 'react';
import type { LiveEventName } from '../../contract/routes/live.ts';
import type { RouteName } from '../../contract/routes.ts';
import { addressOf } from '../api.ts';
import { forget } from '../queries.ts';

/** All events say no more than that something has changed: what is shown is asked for anew. */
const liveEvents: readonly LiveEventName[] = ['case', 'warning', 'resync'];
/** What may look different after something has changed. */
const changing: readonly RouteName[] = [
  'board',
  'boardCases',
  'listWarnings',
  'ledger',
  'worklist',
  'worklistCounters',
  'oneCase',
  'timeline',
  'explainClock',
  'listMessages',
  'businessClock',
];
/** Changes are gathered for so long before the pages ask again, and pages do not ask more often than that, in ms. */
const gatherMs = 300;
const leastGapMs = 2_000;
/** First and longest wait after a refusal (no session, a proxy's error page); a cut connection is made anew by the browser. */
const backoff = { first: 1_000, most: 30_000 };

/** The one connection of the browser tab, shared by all who use it. */
const link = {
  source: null as EventSource | null,
  connected: false,
  users: 0,
  wait: backoff.first,
  retry: undefined as ReturnType<typeof setTimeout> | undefined,
  refresh: undefined as ReturnType<typeof setTimeout> | undefined,
  refreshedAt: 0,
};
const watchers = new Set<() => void>();

/**
 * Keeps what is shown up to date as long as somebody uses it: the API tells what changed, and the queries that may show it are asked
 * again. While nobody sees the tab it rests.
 */
export function useLive(): { readonly connected: boolean } {
  useEffect(join, []);
  return { connected: useSyncExternalStore(watch, () => link.connected) };
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => void watchers.delete(changed);
}

function join(): () => void {
  link.users += 1;
  if (link.users === 1) {
    document.addEventListener('visibilitychange', settle);
    settle();
  }
  return () => {
    link.users -= 1;
    if (link.users > 0) return;
    document.removeEventListener('visibilitychange', settle);
    disconnect();
  };
}

/** Connects a tab that is seen and rests one that is not. */
function settle(): void {
  if (document.hidden) disconnect();
  else if (link.source === null) connect();
}

function connect(): void {
  clearTimeout(link.retry);
  const source = new EventSource(addressOf('live'));
  link.source = source;
  source.addEventListener('open', () => {
    link.wait = backoff.first;
    tell(true);
    // Whatever happened while nobody listened.
    refresh();
  });
  source.addEventListener('error', () => {
    tell(false);
    if (source.readyState !== EventSource.CLOSED) return;
    link.source = null;
    link.retry = setTimeout(settle, link.wait);
    link.wait = Math.min(link.wait * 2, backoff.most);
  });
  for (const name of liveEvents) source.addEventListener(name, refresh);
}

function disconnect(): void {
  clearTimeout(link.retry);
  clearTimeout(link.refresh);
  link.refresh = undefined;
  link.source?.close();
  link.source = null;
  tell(false);
}

function tell(connected: boolean): void {
  if (link.connected === connected) return;
  link.connected = connected;
  for (const changed of watchers) changed();
}

function refresh(): void {
  if (link.refresh !== undefined) return;
  const wait = Math.max(gatherMs, link.refreshedAt + leastGapMs - Date.now());
  link.refresh = setTimeout(() => {
    link.refresh = undefined;
    link.refreshedAt = Date.now();
    void forget(...changing);
  }, wait);
}
