import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem-error.ts';
import './plain.css';

const titles = {
  notLoaded: 'frame.pageNotLoaded',
  crashed: 'frame.crashed',
} as const;

/** What is shown when a page throws or does not load. */
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
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          {t('frame.reload')}
        </button>
        <button type="button" className="button" onClick={() => window.location.assign(paths.home)}>
          {t('frame.goHome')}
        </button>
      </div>
    </div>
  );
}

function kindOf(error: unknown): keyof typeof titles {
  // What a browser says when the script of a page does not come.
  const script = error instanceof TypeError && /imported module|module script/i.test(error.message);
  return script ? 'notLoaded' : 'crashed';
}
