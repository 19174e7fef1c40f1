import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { addressOf, call } from '../api.ts';
import { inLanguage } from '../i18n/said.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { instantText } from '../ui/words.ts';
import { Pick } from './pick.tsx';
import { Preview } from './preview.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { sizeText } from './size-text.ts';
import { useFileAct } from './use-file-act.ts';

type Kept = OkOf<'listFiles'>['items'][number];

interface Props {
  readonly file: Kept;
  readonly isOpen: boolean;
  readonly mayTake: boolean;
  readonly onNewVersion: (file: File) => void;
}

/** One file with what can be done with it. */
export function FileLine({ file, ...may }: Props) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const { fileId, name } = file;
  return (
    <li>
      <Flex gap={8} align="center" wrap>
        <span className="file-name">{name}</span>
        <Origin file={file} />
        {file.mayOpen && file.preview !== null && (
          <Button size="small" aria-label={t('files.previewOf', { name })} onClick={() => setShown(true)}>
            {t('files.preview')}
          </Button>
        )}
        <Button
          size="small"
          disabled={!file.mayOpen}
          href={addressOf('openFile', { params: { fileId } })}
          download
          aria-label={t('files.downloadOf', { name })}
        >
          {t('files.download')}
        </Button>
        {may.isOpen && file.state === 'kept' && <OfKept file={file} onNewVersion={may.onNewVersion} />}
        {may.mayTake && file.state === 'offered' && <OfOffered file={file} />}
      </Flex>
      <EndNote file={file} />
      {isShown && <Preview file={file} onClose={() => setShown(false)} />}
    </li>
  );
}

/** What it is, from whom and since when. */
function Origin({
  file: { kindTitle, size, version, broughtBy, keptAt, state, mayOpen, scanTitle, origin },
}: Pick<Props, 'file'>) {
  const { t } = useTranslation();
  const came = { name: broughtBy ?? t('case.applicant'), time: instantText(keptAt) };
  const parts = [
    inLanguage(kindTitle),
    sizeText(size),
    version > 1 && t('files.version', { version }),
    origin === null
      ? t('files.brought', came)
      : t(origin.certificateNo === null ? 'files.reusedGiven' : 'files.reusedIssued', {
          ...came,
          caseNo: origin.caseNo,
          day: origin.givenOn,
          consent: inLanguage(origin.consentTitle),
        }),
    state === 'offered' && t('files.offered'),
    !mayOpen && inLanguage(scanTitle),
  ];
  return <span className="why">{parts.filter(Boolean).join(' · ')}</span>;
}

function OfKept({ file: { fileId, name }, onNewVersion }: Pick<Props, 'file' | 'onNewVersion'>) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Pick single label={t('files.newVersionOf', { name })} onFiles={([one]) => one && onNewVersion(one)}>
        {t('files.newVersion')}
      </Pick>
      <Button size="small" aria-label={t('files.withdrawOf', { name })} onClick={() => setAsked(true)}>
        {t('files.withdraw')}
      </Button>
      {isAsked && (
        <ReasonDialog
          title={t('files.withdrawOf', { name })}
          text={t('files.withdrawText')}
          label={t('files.reason')}
          ok={t('files.withdraw')}
          send={async (reason) => call('withdrawFile', { params: { fileId }, body: { reason } })}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}

/** What the window says to a file that the applicant sent. */
function OfOffered({ file: { fileId, name } }: Pick<Props, 'file'>) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const taking = useFileAct(async () => call('takeFile', { params: { fileId } }));
  return (
    <>
      <Button
        size="small"
        type="primary"
        loading={taking.busy}
        aria-label={t('files.takeOf', { name })}
        onClick={() => void taking.send(undefined)}
      >
        {t('files.take')}
      </Button>
      <Button size="small" aria-label={t('files.declineOf', { name })} onClick={() => setAsked(true)}>
        {t('files.decline')}
      </Button>
      <ProblemAlert error={taking.error} />
      {isAsked && (
        <ReasonDialog
          title={t('files.declineOf', { name })}
          text={t('files.declineText')}
          label={t('files.declineReason')}
          ok={t('files.decline')}
          send={async (reason) => call('declineFile', { params: { fileId }, body: { reason } })}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}

function EndNote({ file: { state, endedAt, endedBy, endedWhy } }: Pick<Props, 'file'>) {
  const { t } = useTranslation();
  if (endedAt === null) return null;
  const told = { name: endedBy ?? '', time: instantText(endedAt), why: endedWhy ?? '' };
  const words = state === 'withdrawn' ? 'files.withdrawn' : state === 'declined' ? 'files.declined' : 'files.replaced';
  return <span className="why">{t(words, told)}</span>;
}
