import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.ts';

/** One row of a batch and what became of it; `label` leads to its case. */
export interface BatchResult {
  readonly key: string;
  readonly caseId: string;
  readonly label: ReactNode;
  readonly words: string;
}

/** What became of each of the rows that were answered at once. */
export function BatchResults(o: {
  title: string;
  failed: number;
  results: readonly BatchResult[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Alert
      showIcon
      role="status"
      type={o.failed === 0 ? 'success' : 'warning'}
      style={{ marginBottom: 12 }}
      title={o.title}
      closable={{ 'aria-label': t('frame.close'), onClose: o.onClose }}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {o.results.map(({ key, caseId, label, words }) => (
            <li key={key}>
              <Link to={paths.oneCase(caseId)}>{label}</Link>
              {words}
            </li>
          ))}
        </ul>
      }
    />
  );
}
