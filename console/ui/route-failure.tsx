import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem-error.ts';
import './plain.css';

const titles = {
  unknown: 'frame.notFound',
  notLoaded: 'frame.pageNotLoaded',
  crashed: 'frame.crashed',
} as const;

/** What is shown when a page throws, does not load, or no page has the address. */
export function RouteFailure() {
  const { t } = useTranslation();
  const error = useRouteError();
  const kind = kindOf(error);
  return (
    <div role="alert" className="public failure" style={{ margin: 24, minHeight: 0 }}>
      <strong>{t(titles[kind])}</strong>
      {kind === 'notLoaded' && <div>{t('frame.pageNotLoadedText')}</div>}
      {kind === 'crashed' && (
        <>
          <div>{t('frame.crashedText')}</div>
          <small lang="en">
            {t('frame.toldAs')} {error instanceof ProblemError ? error.problem.detail : String(error)}
          </small>
        </>
      )}
      <div className="row">
        {kind !== 'unknown' && (
          <button type="button" className="button primary" onClick={() => window.location.reload()}>
            {t('frame.reload')}
          </button>
        )}
        <button type="button" className="button" onClick={() => window.location.assign(paths.home)}>
          {t('frame.goHome')}
        </button>
      </div>
    </div>
  );
}

function kindOf(error: unknown): keyof typeof titles {
  if (isRouteErrorResponse(error) && error.status === 404) return 'unknown';
  // What a browser says when the script of a page does not come.
  const script = error instanceof TypeError && /imported module|module script/i.test(error.message);
  return script ? 'notLoaded' : 'crashed';
}
