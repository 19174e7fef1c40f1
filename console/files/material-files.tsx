import { CameraOutlined, ScanOutlined, UploadOutlined } from '@ant-design/icons';
import { Flex } from 'antd';
import { useId, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { takePicture } from '../devices/bridge.ts';
import { DeviceButton } from '../devices/device-button.tsx';
import { FileLine } from './file-line.tsx';
import { Pick } from './pick.tsx';
import { UploadLine } from './upload-line.tsx';
import type { Upload, UploadQueue } from './upload-queue.ts';
import './files.css';

type Kept = OkOf<'listFiles'>['items'][number];

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly files: readonly Kept[];
  readonly uploads: readonly Upload[];
  readonly mayTake: boolean;
  readonly queue: UploadQueue;
  readonly onAdd: (files: readonly File[], replaces?: string) => void;
  /** What was given before and may stand here. */
  readonly earlier: ReactNode;
}

/** The files of one material: what counts first, what was withdrawn or replaced folded away. */
export function MaterialFiles({ title, isOpen, mayTake, files, uploads, queue, onAdd, earlier }: Props) {
  const { t } = useTranslation();
  const kept = files.filter(({ state }) => state === 'kept' || state === 'offered');
  const ended = files.filter((file) => !kept.includes(file));
  const line = (file: Kept) => (
    <FileLine
      key={file.fileId}
      file={file}
      isOpen={isOpen}
      mayTake={mayTake}
      onNewVersion={(one) => onAdd([one], file.fileId)}
    />
  );
  return (
    <DropZone title={title} isOpen={isOpen} onFiles={onAdd}>
      {kept.length + uploads.length === 0 && <p className="why">{t('files.none')}</p>}
      <ul className="file-lines">
        {kept.map(line)}
        {uploads.map((upload) => (
          <UploadLine key={upload.id} upload={upload} queue={queue} />
        ))}
      </ul>
      {earlier}
      {ended.length > 0 && (
        <details>
          <summary>{t('files.ended', { count: ended.length })}</summary>
          <ul className="file-lines">{ended.map(line)}</ul>
        </details>
      )}
    </DropZone>
  );
}

/** A material that takes files: by its buttons, by the camera of a phone, or dropped on it. */
function DropZone(o: {
  title: string;
  isOpen: boolean;
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const heading = useId();
  const drag = (isOver: boolean) => (event: DragEvent) => {
    if (!o.isOpen || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(isOver);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    if (o.isOpen) o.onFiles([...event.dataTransfer.files]);
  };
  return (
    <section
      aria-labelledby={heading}
      className={over ? 'drop-zone over' : 'drop-zone'}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={drop}
    >
      <Flex justify="space-between" align="center" wrap gap={8}>
        <h3 id={heading}>{o.title}</h3>
        {o.isOpen && (
          <Flex gap={8}>
            <Pick label={t('files.uploadFor', { material: o.title })} icon={<UploadOutlined />} onFiles={o.onFiles}>
              {t('files.upload')}
            </Pick>
            <DeviceButton
              size="small"
              label={t('devices.pictureFor', { material: o.title })}
              icon={<ScanOutlined />}
              onPress={async (bridge) => o.onFiles([await takePicture(bridge, o.title)])}
            >
              {t('devices.picture')}
            </DeviceButton>
            {window.matchMedia('(pointer: coarse)').matches && (
              <Pick
                camera
                label={t('files.cameraFor', { material: o.title })}
                icon={<CameraOutlined />}
                onFiles={o.onFiles}
              >
                {t('files.camera')}
              </Pick>
            )}
          </Flex>
        )}
      </Flex>
      {o.children}
    </section>
  );
}
