import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { applicantDoor } from '../files/doors.ts';
import { OnItsWay } from '../files/on-its-way.tsx';
import { sizeText } from '../files/size-text.ts';
import '../files/texts.ts';
import { createUploadQueue } from '../files/upload-queue.ts';
import type { UploadQueue } from '../files/upload-queue.ts';
import { Section } from '../guide/section.tsx';
import { inLanguage, bracketed, joined } from '../i18n/said.ts';
import { forget, useRoute } from '../queries.ts';
import { Answer, Failure } from '../ui/plain.tsx';
import { instantText } from '../ui/words.ts';
import { OwnOrders } from './own-orders.tsx';
import { ToldDocuments } from './told-documents.tsx';

/** What the applicant typed, and was right. */
export interface Given {
  readonly caseNo: string;
  readonly code: string;
}

type Door = OkOf<'openFileDoor'>;

/** What is the applicant's own: documents that were told or served, and files, sent from here, and how far the window is with them. */
export function SendFiles({ given }: { given: Given }) {
  const { t } = useTranslation();
  const [door, setDoor] = useState<Door | null>(null);
  const [error, setError] = useState<unknown>(null);
  const ask = useCallback(async () => {
    await call('openFileDoor', { body: given, quiet: true }).then(setDoor, setError);
  }, [given]);
  useEffect(() => void ask(), [ask]);
  return (
    <>
      <Failure error={error} />
      {door !== null && <ToldDocuments ticket={door.ticket} />}
      {door !== null && (
        <Section id="files" title={t('files.yours')}>
          <Opened door={door} given={given} />
        </Section>
      )}
      {door !== null && <OwnOrders door={door} onDone={ask} />}
    </>
  );
}

function Opened({ door, given }: { door: Door; given: Given }) {
  const { t } = useTranslation();
  const { ticket } = door;
  const files = useRoute('listOffered', { ticket, quiet: true });
  const queue = useMemo(
    () => createUploadQueue(applicantDoor(given.caseNo, ticket), () => void forget('listOffered')),
    [given.caseNo, ticket],
  );
  const uploads = useSyncExternalStore(queue.subscribe, queue.snapshot);
  return (
    <>
      <Answer query={files}>
        {({ items }) => (
          <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {items.map((file) => (
              <li key={file.fileId} style={{ padding: '4px 0', overflowWrap: 'anywhere' }}>
                <strong>{file.name}</strong>
                {bracketed(joined([file.materialTitle, sizeText(file.size)], '，'))} {inLanguage(file.stateTitle)}{' '}
                <span className="why">
                  {instantText(file.sentAt)}
                  {file.why !== null && ` · ${t('files.because', { why: file.why })}`}
                </span>{' '}
                {file.state === 'offered' && <TakeBack ticket={ticket} file={file} />}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-live="polite">
        {uploads.map((upload) => (
          <OnItsWay key={upload.id} upload={upload} queue={queue} />
        ))}
      </ul>
      {door.open ? <Choose door={door} queue={queue} /> : <p>{t('files.closed')}</p>}
    </>
  );
}

/** 撤回: while the window has not taken it, the applicant may think better of it. */
function TakeBack({ ticket, file: { fileId, name } }: { ticket: string; file: OkOf<'listOffered'>['items'][number] }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const takeBack = async () => {
    await call('cancelOffer', { params: { fileId }, ticket, quiet: true }).catch(setError);
    await forget('listOffered');
  };
  return (
    <>
      <button
        type="button"
        className="button"
        aria-label={t('files.withdrawOf', { name })}
        onClick={() => void takeBack()}
      >
        {t('files.withdraw')}
      </button>
      <Failure error={error} />
    </>
  );
}

function Choose({ door: { materials, mostBytes }, queue }: { door: Door; queue: UploadQueue }) {
  const { t } = useTranslation();
  const [material, setMaterial] = useState(materials[0]?.id ?? '');
  return (
    <>
      <label className="field">
        {t('files.material')}
        <select value={material} onChange={({ target }) => setMaterial(target.value)}>
          {materials.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t('files.choose')}
        <input
          multiple
          type="file"
          onChange={({ target }) => {
            queue.add([...(target.files ?? [])], material);
            // The same file may be chosen again.
            target.value = '';
          }}
        />
      </label>
      <p className="why">{t('files.yoursText', { size: sizeText(mostBytes) })}</p>
    </>
  );
}
