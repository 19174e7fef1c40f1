import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { serviceSignature } from '../../domain/files/signature-place.ts';
import { addressOf } from '../api.ts';
import { inLanguage } from '../i18n/said.ts';
import { forget, useRoute } from '../queries.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { instantText } from '../ui/words.ts';
import { staffDoor } from './doors.ts';
import './files.css';
import { SignatureCanvas } from './signature-canvas.tsx';
import type { Written } from './signature-canvas.tsx';
import './texts.ts';

type Kept = OkOf<'listFiles'>['items'][number];

/** Who takes a document signs on this screen: a file of the case, which its service records. Who signs on paper leaves it out. */
export function SignHere({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const files = useRoute('listFiles', { params: { caseId } });
  const [isSigning, setSigning] = useState(false);
  const kept = files.data?.items.find(
    ({ materialId, state }) => materialId === serviceSignature.id && state === 'kept',
  );
  return (
    <section aria-label={inLanguage(serviceSignature.title)} style={{ marginBlockEnd: 16 }}>
      {kept && <Signed file={kept} />}
      {isSigning ? (
        <Signing caseId={caseId} replaces={kept?.fileId} onEnd={() => setSigning(false)} />
      ) : (
        <Button disabled={files.data === undefined} onClick={() => setSigning(true)}>
          {t(kept ? 'files.signAgain' : 'files.sign')}
        </Button>
      )}
    </section>
  );
}

function Signed({ file: { fileId, keptAt } }: { file: Kept }) {
  const { t } = useTranslation();
  return (
    <p>
      <a href={addressOf('openFile', { params: { fileId } })} target="_blank" rel="noreferrer">
        {t('files.signed', { at: instantText(keptAt) })}
      </a>
    </p>
  );
}

interface SigningProps {
  readonly caseId: string;
  /** The signature that stands there already. */
  readonly replaces: string | undefined;
  readonly onEnd: () => void;
}

function Signing({ caseId, replaces, onEnd }: SigningProps) {
  const { t } = useTranslation();
  const [written, setWritten] = useState<Written | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const keep = async (one: Written) => {
    setBusy(true);
    try {
      const picture = await one.picture();
      const door = staffDoor(caseId);
      const name = `${serviceSignature.title.zh}.png`;
      const uploadUrl = await door.announce({ materialId: serviceSignature.id, name, size: picture.size, replaces });
      const { signal } = new AbortController();
      await door.send(picture, { uploadUrl, onProgress: () => undefined, signal });
      await forget('listFiles');
      onEnd();
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Flex vertical gap={8}>
      <span className="why">{t('files.signHint')}</span>
      <SignatureCanvas label={t('files.signPlace')} onWritten={setWritten} />
      <ProblemAlert error={error} />
      <Flex wrap gap={8}>
        <Button disabled={written === null} loading={busy} onClick={() => written && void keep(written)}>
          {t('files.signKeep')}
        </Button>
        <Button
          disabled={written === null || busy}
          onClick={() => {
            written?.clear();
            setWritten(null);
          }}
        >
          {t('files.signClear')}
        </Button>
        <Button disabled={busy} onClick={onEnd}>
          {t('frame.cancel')}
        </Button>
      </Flex>
    </Flex>
  );
}
