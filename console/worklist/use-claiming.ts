import { useState } from 'react';
import { claim } from '../case/claim.ts';
import { forgetCases } from '../queries.ts';
import type { Row } from './columns.tsx';

/** What became of one row: claimed (error null) or why not. */
export interface Claimed {
  readonly row: Row;
  readonly error: unknown;
}

/** Claiming from a list: what is under way, and what became of each row of the last time. */
export interface Claiming {
  readonly busy: boolean;
  readonly results: readonly Claimed[];
  readonly claimAll: (rows: readonly Row[]) => Promise<void>;
  readonly clear: () => void;
}

/** One task after another: each case answers for itself, and one refusal keeps nobody from the next. */
export function useClaiming(): Claiming {
  const [busy, setBusy] = useState(false);
  const [results, setResults] = useState<readonly Claimed[]>([]);
  const claimAll = async (rows: readonly Row[]) => {
    setBusy(true);
    const done: Claimed[] = [];
    for (const row of rows) {
      const error: unknown = await claim({ caseId: row.caseId, stepId: row.stepId ?? '' }).then(
        () => null,
        (caught: unknown) => caught,
      );
      done.push({ row, error });
    }
    setResults(done);
    await forgetCases();
    setBusy(false);
  };
  return { busy, results, claimAll, clear: () => setResults([]) };
}
