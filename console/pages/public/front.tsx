import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { useRoute } from '../../queries.ts';

/** The front page: where an applicant and where the staff go on. Who is signed in goes on at once. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useRoute('me', { quiet: true });
  const known = me.data !== undefined;
  useEffect(() => {
    if (known) void navigate(paths.desk, { replace: true });
  }, [known, navigate]);
  const doors = [
    [paths.guide, t('frame.guide'), t('public.guideIntro')],
    [paths.progress, t('frame.progress'), t('public.progressIntro')],
    [paths.check, t('public.checkTitle'), t('public.checkIntro')],
    [paths.signIn, t('frame.signInTitle'), t('public.staffIntro')],
  ] as const;
  return (
    <div className="page">
      <h1>{t('public.front')}</h1>
      <ul className="doors">
        {doors.map(([path, title, words]) => (
          <li key={path}>
            <Link to={path}>
              <strong>{title}</strong>
              <div className="why">{words}</div>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
