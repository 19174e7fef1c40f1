import { ScanOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex, Table, Tag, Typography } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Material } from '../../domain/flow/definition.ts';
import { takePicture } from '../devices/bridge.ts';
import { DeviceButton } from '../devices/device-button.tsx';
import { sha256Of } from '../ui/sha256.ts';
import { joined, labelled } from '../i18n/said.ts';

/** What is known of one material at filing. */
export interface Kept {
  readonly received: boolean;
  readonly sha256: string | null;
  readonly fileName: string | null;
}
export type Checklist = Readonly<Record<string, Kept>>;

interface Props {
  readonly materials: readonly Material[];
  readonly value?: Checklist;
  readonly onChange?: (value: Checklist) => void;
  /** Told of the file itself: a draft keeps its digest only. */
  readonly onFile: (materialId: string, file: File) => void;
}

const none: Kept = { received: false, sha256: null, fileName: null };

/** The closed list of the item: tick what was received, or choose its file, whose digest is computed here and which follows when the case is filed. */
export function MaterialChecklist({ materials, value = {}, onChange, onFile }: Props) {
  const { t } = useTranslation();
  const set = (id: string, kept: Kept) => onChange?.({ ...value, [id]: kept });
  return (
    <>
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 560 }}
        dataSource={[...materials]}
        columns={[
          {
            title: t('clerk.received'),
            width: 90,
            render: (_v, { id, title }) => (
              <Checkbox
                aria-label={labelled(t('clerk.received'), title)}
                checked={value[id]?.received === true}
                onChange={({ target }) => set(id, { ...(value[id] ?? none), received: target.checked })}
              />
            ),
          },
          {
            title: t('clerk.material'),
            render: (_v, { title, basis, note }) => (
              <>
                {title}
                <div className="why">{joined([basis ?? '', note ?? ''].filter(Boolean), '；')}</div>
              </>
            ),
          },
          {
            title: t('clerk.need'),
            width: 100,
            render: (_v, { need }) => <Tag color={need === 'necessary' ? 'red' : 'default'}>{t(`clerk.${need}`)}</Tag>,
          },
          {
            title: t('clerk.file'),
            render: (_v, { id, title }) => (
              <FileDigest
                title={title}
                kept={value[id] ?? none}
                onKept={(kept, file) => {
                  set(id, kept);
                  onFile(id, file);
                }}
              />
            ),
          },
        ]}
      />
      <div className="why">{t('clerk.digestNote')}</div>
    </>
  );
}

interface DigestProps {
  readonly title: string;
  readonly kept: Kept;
  readonly onKept: (kept: Kept, file: File) => void;
}

function FileDigest({ title, kept, onKept }: DigestProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState<string | null>(null);
  const choose = async (file: File | undefined) => {
    // Else the same file, mended meanwhile, could not be chosen again.
    if (input.current !== null) input.current.value = '';
    if (file === undefined) return;
    setEmpty(file.size === 0 ? file.name : null);
    if (file.size === 0) return;
    setBusy(true);
    try {
      onKept({ received: true, sha256: await sha256Of(file), fileName: file.name }, file);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Flex wrap align="center" gap={8}>
      <input
        ref={input}
        type="file"
        className="hidden-text"
        tabIndex={-1}
        aria-label={labelled(t('clerk.chooseFile'), title)}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      <Button
        size="small"
        icon={<UploadOutlined />}
        loading={busy}
        aria-label={labelled(t('clerk.chooseFile'), title)}
        onClick={() => input.current?.click()}
      >
        {t(busy ? 'clerk.hashing' : 'clerk.chooseFile')}
      </Button>
      <DeviceButton
        size="small"
        label={t('devices.pictureFor', { material: title })}
        icon={<ScanOutlined />}
        onPress={async (bridge) => choose(await takePicture(bridge, title))}
      >
        {t('devices.picture')}
      </DeviceButton>
      {kept.sha256 !== null && (
        <span>
          {kept.fileName} <Typography.Text code title={kept.sha256}>{`${kept.sha256.slice(0, 12)}…`}</Typography.Text>
        </span>
      )}
      {empty !== null && (
        <Typography.Text role="alert" type="danger">
          {t('clerk.emptyFile', { name: empty })}
        </Typography.Text>
      )}
    </Flex>
  );
}
