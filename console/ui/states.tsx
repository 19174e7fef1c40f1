import { Alert, Button, Empty, Flex, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem-error.ts';
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

/** What is shown when a page throws, does not load, or no page has the address. */
export function RouteFailure() {
  const { t } = useTranslation();
  const error = useRouteError();
  const kind = kindOf(error);
  return (
    <Alert
      showIcon
      role="alert"
      type={kind === 'unknown' ? 'warning' : 'error'}
      style={{ margin: 24 }}
      title={t(titles[kind])}
      description={
        kind === 'unknown' ? undefined : kind === 'notLoaded' ? (
          t('frame.pageNotLoadedText')
        ) : (
          <>
            {t('frame.crashedText')}
            <details>
              <summary>{t('frame.toldAs')}</summary>
              <span lang="en">{error instanceof ProblemError ? error.problem.detail : String(error)}</span>
            </details>
          </>
        )
      }
      action={
        <Flex gap={8}>
          {kind !== 'unknown' && (
            <Button type="primary" onClick={() => window.location.reload()}>
              {t('frame.reload')}
            </Button>
          )}
          <Button onClick={() => window.location.assign(paths.home)}>{t('frame.goHome')}</Button>
        </Flex>
      }
    />
  );
}

const titles = {
  unknown: 'frame.notFound',
  notLoaded: 'frame.pageNotLoaded',
  crashed: 'frame.crashed',
} as const;

function kindOf(error: unknown): keyof typeof titles {
  if (isRouteErrorResponse(error) && error.status === 404) return 'unknown';
  // What a browser says when the script of a page does not come.
  const script = error instanceof TypeError && /imported module|module script/i.test(error.message);
  return script ? 'notLoaded' : 'crashed';
}
