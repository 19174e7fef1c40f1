import { useState } from 'react';
import type { RouteName } from '../../contract/routes.ts';
import { forget } from '../queries.ts';

/** A write: while it runs it is `busy`, its refusal is the `error`, and afterwards these routes are asked again. Null: refused. */
export function useWriting(...asked: readonly RouteName[]) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const write = async <T>(send: () => Promise<T>): Promise<T | null> => {
    setBusy(true);
    setError(null);
    try {
      return await send();
    } catch (caught) {
      setError(caught);
      return null;
    } finally {
      await forget(...asked);
      setBusy(false);
    }
  };
  return { busy, error, write };
}
