import { useCallback, useRef, useState } from 'react';
import type { OkOf, RouteName } from '../contract/routes.ts';
import { call, newKey } from './api.ts';
import type { Input } from './api.ts';
import { mayPass } from './problem-error.ts';

/**
 * One write of a form: a key of its own until it is answered, so that a try after a cut network, a reload or an expired session has
 * one effect. `id` names the form on this machine. `send` resolves to null when it was refused or cut: see `error`.
 */
export function useSubmission<N extends RouteName>(name: N, id: string) {
  const storageKey = `shixian.key.${id}`;
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const last = useRef<Input<N> | null>(null);
  const send = useCallback(
    async (input: Input<N>): Promise<OkOf<N> | null> => {
      last.current = input;
      setBusy(true);
      setError(null);
      const key = sessionStorage.getItem(storageKey) ?? newKey();
      sessionStorage.setItem(storageKey, key);
      try {
        const answer = await call(name, { ...input, key });
        sessionStorage.removeItem(storageKey);
        return answer;
      } catch (caught) {
        // What may pass is sent again with the same key.
        if (!mayPass(caught)) sessionStorage.removeItem(storageKey);
        setError(caught);
        return null;
      } finally {
        setBusy(false);
      }
    },
    [name, storageKey],
  );
  const again = useCallback(async () => (last.current === null ? null : send(last.current)), [send]);
  return { send, again, busy, error, clear: () => setError(null) };
}
