import { useState } from 'react';
import { forget } from '../queries.ts';

/** A write on accounts: while it runs it is `busy`, its refusal is the `error`, and afterwards the lists are asked again. Null: refused. */
export function useWrite() {
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
      await forget('listUsers', 'colleagues', 'listVacancies');
      setBusy(false);
    }
  };
  return { busy, error, write };
}
