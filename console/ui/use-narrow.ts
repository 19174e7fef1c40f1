import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window is at most so many px wide: known at the first paint, so that nothing moves afterwards; paper is never narrow. */
export function useNarrow(most: number): boolean {
  const query = `screen and (max-width: ${most}px)`;
  const listen = useCallback(
    (onChange: () => void) => {
      const watched = window.matchMedia(query);
      watched.addEventListener('change', onChange);
      return () => watched.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(listen, () => window.matchMedia(query).matches);
}
