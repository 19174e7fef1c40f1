import { useCallback, useEffect, useRef, useState } from 'react';
import { call, newKey } from '../api.ts';
import type { FilingBody } from '../filing/filing-body.ts';
import { keepBatch, keptBatch } from './batch-store.ts';
import type { BatchRow } from './batch-store.ts';
import { keepReceipt } from '../filing/receipt-store.ts';
import { forget } from '../queries.ts';

/** Files a list, one after the other; what was refused or cut stays and can be sent again, also after the page was loaded anew. */
export function useBatch(itemCode: string, clerk: string) {
  const [rows, setRows] = useState(() => keptBatch(itemCode));
  useEffect(() => keepBatch(itemCode, rows), [itemCode, rows]);
  const [busy, setBusy] = useState(false);
  const stopped = useRef(false);
  const send = useCallback(
    async (all: readonly BatchRow[]) => {
      setBusy(true);
      stopped.current = false;
      setRows(all);
      for (const row of all) {
        if (row.filed !== null) continue;
        if (stopped.current) break;
        const answered = await file(row, clerk);
        setRows((now) => now.map((one) => (one.key === row.key ? answered : one)));
      }
      setBusy(false);
      await forget('worklist', 'worklistCounters');
    },
    [clerk],
  );
  const begin = async (bodies: readonly FilingBody[]) =>
    send(bodies.map((body) => ({ key: newKey(), body, filed: null, error: null })));
  /** Once more, for what is not filed; `despite`: of one row, knowing of the earlier case. */
  const again = async (despite?: { readonly key: string; readonly caseNo: string }) =>
    send(
      rows.map((row) =>
        row.key === despite?.key ? { ...row, key: newKey(), body: { ...row.body, despite: despite.caseNo } } : row,
      ),
    );
  const stop = () => {
    stopped.current = true;
  };
  return { rows, busy, begin, again, stop, clear: () => setRows([]) };
}

async function file(row: BatchRow, clerk: string): Promise<BatchRow> {
  try {
    const filed = await call('fileCase', { body: row.body, key: row.key });
    keepReceipt({ caseId: filed.caseId, queryCode: filed.queryCode, clerk });
    return { ...row, filed, error: null };
  } catch (error) {
    return { ...row, error };
  }
}
