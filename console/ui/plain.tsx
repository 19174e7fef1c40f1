import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NetworkError, ProblemError } from '../problem-error.ts';
import './plain.css';

/**
 * What the pages for everybody are made of: HTML and a style sheet, nothing of antd, so that the first guide is there within seconds
 * on a slow line and an old phone.
 */
interface Asked<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** One question: waiting, failed with a retry, answered. */
export function Answer<T>({ query, children }: { query: Asked<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <Failure error={query.error} onRetry={() => void query.refetch()} />
      {query.data === undefined ? query.error ? null : <p role="status">{t('frame.loading')}</p> : children(query.data)}
    </>
  );
}

/** An error as a sentence, with a retry where asking again may help. Null: nothing. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  const problem = error instanceof ProblemError ? error.problem : null;
  const title = problem?.title ?? t(error instanceof NetworkError ? 'frame.readTitle' : 'frame.crashed');
  const detail = problem?.detail ?? (error instanceof NetworkError ? t('frame.readText') : String(error));
  return (
    <div role="alert" className="failure">
      <strong>{title}</strong>
      <div>{detail}</div>
      {problem !== null && (
        <small>
          {t('frame.code')} {problem.code}
        </small>
      )}
      {onRetry && problem?.code !== 'not-found' && (
        <button type="button" className="button" onClick={onRetry}>
          {t('frame.retry')}
        </button>
      )}
    </div>
  );
}

/** A part of a page in a frame. */
export function Panel({ title, children, role }: { title?: ReactNode; children: ReactNode; role?: string }) {
  return (
    <div className="panel" {...(role !== undefined && { role })}>
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </div>
  );
}

/** A short mark on something. */
export function Mark({
  children,
  title,
  kind = '',
}: {
  children: ReactNode;
  title?: string;
  kind?: 'warning' | 'untimed' | '';
}) {
  return (
    <span className={`mark ${kind}`} {...(title !== undefined && { title })}>
      {children}
    </span>
  );
}

const signs = { green: '✓', yellow: '!', red: '■', grey: '○', stopped: '‖' } as const;

/** A state as colour, sign and word together: never colour alone. */
export function State({ colour, children }: { colour: keyof typeof signs; children: ReactNode }) {
  return (
    <span className={`state ${colour}`} data-light={colour}>
      <span aria-hidden>{signs[colour]}</span> {children}
    </span>
  );
}
