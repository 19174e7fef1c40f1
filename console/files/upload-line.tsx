import { Button, Flex, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { mayPass } from '../problem-error.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { sizeText } from './size-text.ts';
import type { Upload, UploadQueue } from './upload-queue.ts';

/** A file on its way: how far, and what to do when it failed; one that was refused is not sent again. */
export function UploadLine({ upload, queue }: { upload: Upload; queue: UploadQueue }) {
  const { t } = useTranslation();
  const { id, name, size, sent, state, error } = upload;
  return (
    <li>
      <Flex gap={8} align="center" wrap>
        <span className="file-name">{name}</span>
        <span className="why">
          {sizeText(size)} · {t(`files.${state}`)}
        </span>
        {state === 'failed' && mayPass(error) && (
          <Button size="small" aria-label={t('files.againOf', { name })} onClick={() => queue.again(id)}>
            {t('files.again')}
          </Button>
        )}
        <Button size="small" aria-label={t('files.cancelOf', { name })} onClick={() => queue.cancel(id)}>
          {t('files.cancel')}
        </Button>
      </Flex>
      {state !== 'failed' && (
        <Progress size="small" percent={Math.floor((100 * sent) / size)} aria-label={t('files.sendingOf', { name })} />
      )}
      <ProblemAlert error={error} />
    </li>
  );
}
