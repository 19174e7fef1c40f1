import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { addressOf } from '../api.ts';
import { inLanguage } from '../i18n/said.ts';
import { instantText } from '../ui/words.ts';
import { Pick } from './pick.tsx';
import { Preview } from './preview.tsx';
import { sizeText } from './size-text.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

interface Props {
  readonly file: OkOf<'listFiles'>['items'][number];
  readonly isOpen: boolean;
  readonly onNewVersion: (file: File) => void;
}

/** One file with what can be done with it. */
export function FileLine({ file, isOpen, onNewVersion }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'preview' | 'withdraw' | null>(null);
  const { fileId, name, state, version } = file;
  const mayChange = isOpen && state === 'kept';
  return (
    <li>
      <Flex gap={8} align="center" wrap>
        <span className="file-name">{name}</span>
        <span className="why">
          {inLanguage(file.kindTitle)} · {sizeText(file.size)}
          {version > 1 && ` · ${t('files.version', { version })}`} ·{' '}
          {t('files.brought', { name: file.broughtBy ?? '', time: instantText(file.keptAt) })}
        </span>
        {file.preview !== null && (
          <Button size="small" aria-label={t('files.previewOf', { name })} onClick={() => setShown('preview')}>
            {t('files.preview')}
          </Button>
        )}
        <Button
          size="small"
          href={addressOf('openFile', { params: { fileId } })}
          download
          aria-label={t('files.downloadOf', { name })}
        >
          {t('files.download')}
        </Button>
        {mayChange && (
          <>
            <Pick single label={t('files.newVersionOf', { name })} onFiles={([one]) => one && onNewVersion(one)}>
              {t('files.newVersion')}
            </Pick>
            <Button size="small" aria-label={t('files.withdrawOf', { name })} onClick={() => setShown('withdraw')}>
              {t('files.withdraw')}
            </Button>
          </>
        )}
      </Flex>
      <EndNote file={file} />
      {shown === 'preview' && <Preview file={file} onClose={() => setShown(null)} />}
      {shown === 'withdraw' && <WithdrawDialog file={file} onClose={() => setShown(null)} />}
    </li>
  );
}

function EndNote({ file: { state, endedAt, endedBy, endedWhy } }: Pick<Props, 'file'>) {
  const { t } = useTranslation();
  if (endedAt === null) return null;
  const time = instantText(endedAt);
  const withdrawn = { name: endedBy ?? '', time, why: endedWhy ?? '' };
  return (
    <span className="why">
      {state === 'withdrawn' ? t('files.withdrawn', withdrawn) : t('files.replaced', { time })}
    </span>
  );
}
