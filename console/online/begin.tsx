import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { call } from '../api.ts';
import { paths } from '../paths.ts';
import { Failure, Panel } from '../ui/plain.tsx';
import { limitText } from '../ui/words.ts';

/** 须知: what filing online is and is not, and the button that begins a draft. */
export function Begin({ itemCode, definition }: { itemCode: string; definition: FlowDefinition }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    setError(null);
    try {
      const { draft } = await call('beginDraft', { body: { itemCode }, quiet: true });
      await navigate(paths.fileOnline(itemCode, draft));
    } catch (caught) {
      setError(caught);
    }
    setBusy(false);
  };
  return (
    <Panel title={t('online.notice')}>
      <ul style={{ paddingInlineStart: 20 }}>
        <li>{t('online.noticeFirst')}</li>
        <li>{t('online.noticeIdentity')}</li>
        <li>{t('online.noticeLaw', { limit: limitText(t, definition.limits.notice) })}</li>
        <li>{t('online.noticeTruth')}</li>
      </ul>
      <Failure error={error} />
      <div className="row">
        <button type="button" className="button primary" disabled={busy} onClick={() => void begin()}>
          {t('online.begin')}
        </button>
        <Link to={paths.guideItem(itemCode)}>{t('online.seeGuide')}</Link>
      </div>
    </Panel>
  );
}
