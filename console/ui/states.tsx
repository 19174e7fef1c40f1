import { Empty, Flex, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.tsx';

/** Waiting, said aloud. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <Flex justify="center" style={{ padding: 48 }} role="status" aria-live="polite">
      <Spin description={t('frame.loading')}>
        <div style={{ minWidth: 120, minHeight: 60 }} />
      </Spin>
    </Flex>
  );
}

/** Nothing to show, in words. */
export function Nothing({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children ?? t('frame.empty')} />;
}

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** The three states of one question: waiting, failed with a retry, answered. Stale data stay while an error is shown above. */
export function Answered<T>({ query, children }: { query: Asked<T>; children: (data: T) => ReactNode }) {
  return (
    <>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.data === undefined ? query.error ? null : <Loading /> : children(query.data)}
    </>
  );
}
