import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../problem-error.ts';
import { BatchResults } from '../ui/batch-results.tsx';
import { labelOf } from './claiming.tsx';
import type { Claimed, Claiming } from './use-claiming.ts';
import { labelled } from '../i18n/said.ts';

/** What became of each task that was to be claimed; the claimed ones have left the list and are opened from here. */
export function ClaimResults({ claiming: { results, clear } }: { claiming: Claiming }) {
  const { t } = useTranslation();
  if (results.length === 0) return null;
  const failed = results.filter(({ error }) => error !== null).length;
  const counts = { count: results.length - failed, failed };
  return (
    <BatchResults
      title={t(failed === 0 ? 'clerk.claimResult' : 'clerk.claimResultPart', counts)}
      failed={failed}
      results={results.map((one) => {
        const label = labelOf(one.row);
        return { key: label, caseId: one.row.caseId, label, words: labelled('', wordsOf(t, one)) };
      })}
      onClose={clear}
    />
  );
}

function wordsOf(t: TFunction, { error }: Claimed): string {
  if (error === null) return t('clerk.claimed');
  return error instanceof ProblemError ? error.problem.title : t('frame.networkTitle');
}
