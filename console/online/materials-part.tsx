import { useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import type { Material } from '../../domain/flow/definition.ts';
import { call } from '../api.ts';
import { draftDoor } from '../files/doors.ts';
import { OnItsWay } from '../files/on-its-way.tsx';
import { sizeText } from '../files/size-text.ts';
import { createUploadQueue } from '../files/upload-queue.ts';
import type { UploadQueue } from '../files/upload-queue.ts';
import { forget } from '../queries.ts';
import { Failure, Mark } from '../ui/plain.tsx';
import { CheckField } from './fields.tsx';
import { labelled, bracketed } from '../i18n/said.ts';

type Read = OkOf<'readDraft'>;
type DraftFile = Read['files'][number];

/** What is on its way to a draft; kept by the wizard, so that it goes on while another step is looked at. */
export function useDraftUploads(draft: string): UploadQueue {
  return useMemo(() => createUploadQueue(draftDoor(draft), () => void forget('readDraft')), [draft]);
}

interface Props {
  readonly draft: string;
  readonly read: Read;
  readonly materials: readonly Material[];
  readonly queue: UploadQueue;
  /** Agreed that what was given before is used. */
  readonly reuse: boolean;
  readonly onReuse: (agreed: boolean) => void;
}

/** Each material with what it must be, its sample, and its files. */
export function MaterialsPart({ draft, read, materials, queue, reuse, onReuse }: Props) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const uploads = useSyncExternalStore(queue.subscribe, queue.snapshot);
  const remove = async (fileId: string) => {
    setError(null);
    await call('dropDraftFile', { params: { fileId }, draft, quiet: true }).catch(setError);
    await forget('readDraft');
  };
  return (
    <>
      <p className="why">{t('online.fileNote', { size: sizeText(read.mostBytes) })}</p>
      <Failure error={error} />
      {materials.some((one) => one.reuse !== undefined) && (
        <CheckField label={t('online.reuse')} value={reuse} onChange={onReuse} />
      )}
      <ol className="cards">
        {materials.map((material, index) => (
          <li key={material.id}>
            <MaterialHead material={material} number={index + 1} />
            {material.shared === undefined ? null : <SharedNote from={material.shared} />}
            <Files
              isAsked={material.shared === undefined}
              files={read.files.filter(({ materialId }) => materialId === material.id)}
              onRemove={remove}
            />
            <ul className="bare-list" aria-live="polite">
              {uploads
                .filter(({ materialId }) => materialId === material.id)
                .map((upload) => (
                  <OnItsWay key={upload.id} upload={upload} queue={queue} />
                ))}
            </ul>
            {material.shared === undefined && (
              <input
                multiple
                type="file"
                aria-label={t('online.addFile', { material: material.title })}
                onChange={({ target }) => {
                  queue.add([...(target.files ?? [])], material.id);
                  // The same file may be chosen again.
                  target.value = '';
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function MaterialHead({
  material: { title, need, shared, note, sample },
  number,
}: {
  material: Material;
  number: number;
}) {
  const { t } = useTranslation();
  return (
    <>
      <div className="row">
        <strong>
          {number}. {title}
        </strong>
        {shared === undefined && <Mark kind={need === 'necessary' ? 'warning' : ''}>{t(`clerk.${need}`)}</Mark>}
      </div>
      {note !== undefined && <div className="why">{labelled(t('public.note'), note)}</div>}
      {sample !== undefined && <div className="why">{labelled(t('public.sample'), sample)}</div>}
    </>
  );
}

/** What the agency has from shared data is not asked of the applicant. */
function SharedNote({ from }: { from: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <Mark>{t('public.shared')}</Mark> <span className="why">{from}</span>
    </div>
  );
}

function Files({
  files,
  isAsked,
  onRemove,
}: {
  files: readonly DraftFile[];
  isAsked: boolean;
  onRemove: (fileId: string) => Promise<void>;
}) {
  const { t } = useTranslation();
  if (files.length === 0) return isAsked ? <div className="why">{t('online.noFile')}</div> : null;
  return (
    <ul className="bare-list">
      {files.map(({ fileId, name, size }) => (
        <li key={fileId}>
          {name}
          {bracketed(sizeText(size))}{' '}
          <button
            type="button"
            className="button"
            aria-label={t('online.removeOf', { name })}
            onClick={() => void onRemove(fileId)}
          >
            {t('online.remove')}
          </button>
        </li>
      ))}
    </ul>
  );
}
