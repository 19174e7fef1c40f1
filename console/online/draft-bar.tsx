import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../api.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem-error.ts';
import { Failure, Panel } from '../ui/plain.tsx';
import { instantText } from '../ui/words.ts';
import type { ServerDraft } from './use-server-draft.ts';

/** How far the draft is saved, its link with what the link gives away, and its end. */
export function DraftBar({ draft, itemCode, on }: { draft: string; itemCode: string; on: ServerDraft }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isCopied, setCopied] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const link = `${window.location.origin}${paths.fileOnline(itemCode, draft)}`;
  const drop = async () => {
    if (!window.confirm(t('online.dropSure'))) return;
    await call('dropDraft', { draft, quiet: true }).then(() => navigate(paths.guideItem(itemCode)), setError);
  };
  const isStale = on.error instanceof ProblemError && on.error.problem.code === 'stale-revision';
  return (
    <Panel>
      <label className="field">
        {t('online.link')}
        <input readOnly value={link} onFocus={({ target }) => target.select()} />
      </label>
      <p className="why">{t('online.linkText')}</p>
      <div className="row">
        <button
          type="button"
          className="button"
          // Without a secure context there is no clipboard: the field is there to be copied by hand.
          onClick={() => void navigator.clipboard?.writeText(link).then(() => setCopied(true), setError)}
        >
          {t(isCopied ? 'online.copied' : 'online.copy')}
        </button>
        <button type="button" className="button" disabled={on.isSaved} onClick={() => void on.save()}>
          {t('online.save')}
        </button>
        <button type="button" className="button" onClick={() => void drop()}>
          {t('online.drop')}
        </button>
        <span role="status" className="why">
          {on.isSaved
            ? t('online.savedAt', { time: instantText(on.saved.savedAt), day: on.saved.keptUntil })
            : t('online.unsaved')}
        </span>
      </div>
      <Failure error={on.error ?? error} onRetry={() => void (isStale ? window.location.reload() : on.save())} />
    </Panel>
  );
}
