import { useEffect, useRef, useState } from 'react';
import { call } from '../api.ts';
import { forget, queryClient } from '../queries.ts';

/** Takes the rows of an import, batch after batch; a page that is left stops after the batch in hand, and goes on when it is opened again. */
export function useRun(importId: string) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      const input = { params: { importId } };
      let found;
      do {
        found = await call('runImport', input);
        queryClient.setQueryData(['oneImport', input], found);
      } while (found.state === 'running' && !isLeft.current);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
      await forget('oneImport', 'importRows', 'listImports', 'listEntries', 'catalogueFigures');
    }
  };
  return { run, busy, error };
}
