import { useTranslation } from 'react-i18next';
import { Failure } from '../ui/plain.tsx';
import type { Upload, UploadQueue } from './upload-queue.ts';

/** A file on its way, on a page without antd. */
export function OnItsWay({
  upload: { id, name, size, sent, state, error },
  queue,
}: {
  upload: Upload;
  queue: UploadQueue;
}) {
  const { t } = useTranslation();
  return (
    <li style={{ padding: '4px 0', overflowWrap: 'anywhere' }}>
      <label>
        {name} {t(`files.${state}`)}{' '}
        <progress max={size} value={sent} style={{ width: '100%' }} aria-label={t('files.sendingOf', { name })} />
      </label>
      <Failure error={error} />
      {state === 'failed' && (
        <button
          type="button"
          className="button"
          aria-label={t('files.againOf', { name })}
          onClick={() => queue.again(id)}
        >
          {t('files.again')}
        </button>
      )}{' '}
      <button
        type="button"
        className="button"
        aria-label={t('files.cancelOf', { name })}
        onClick={() => queue.cancel(id)}
      >
        {t('files.cancel')}
      </button>
    </li>
  );
}
