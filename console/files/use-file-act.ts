import { useState } from 'react';
import { forget } from '../queries.ts';

/** One write about a file; afterwards the files are asked for again. `send` says whether it was done: else see `error`. */
export function useFileAct<T>(act: (given: T) => Promise<unknown>) {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async (given: T): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await act(given);
      await forget('listFiles', 'oneCase');
      return true;
    } catch (caught) {
      setError(caught);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, error, busy };
}
