import { UploadOutlined } from '@ant-design/icons';
import { Button, Flex, Modal, Radio, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { flowByPattern, standardPatterns } from '../../domain/flow/patterns/standard.ts';
import type { PatternName } from '../../domain/flow/patterns/standard.ts';
import { call } from '../api.ts';
import { bracketed, inLanguage, labelled } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import { readJson } from '../ui/json-lines.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import './texts.ts';

type Item = Pick<OkOf<'oneItem'>, 'code' | 'name'>;

/** A pattern, another item, or a file; null: nothing is chosen yet. */
type Source =
  | { readonly pattern: PatternName }
  | { readonly itemCode: string }
  | { readonly file: string; readonly text: string }
  | null;

interface Props {
  readonly item: Item;
  readonly busy: boolean;
  /** What the API said of the last attempt. */
  readonly error: unknown;
  readonly onChosen: (definition: FlowDefinition) => void;
  readonly onClose: () => void;
}

/** Where a new draft begins other than at the version before: a standard pattern, the flow of another item, an exported file. */
export function DraftFrom({ item, busy, error, onChosen, onClose }: Props) {
  const { t } = useTranslation();
  const [source, setSource] = useState<Source>({ pattern: 'reviewed' });
  const [mistake, setMistake] = useState<string | null>(null);
  useFocusBack();
  const begin = async () => {
    const found = await definitionOf(source, item);
    if (found === null) return setMistake(t('department.fromUnreadable'));
    setMistake(null);
    onChosen({ ...found, itemCode: item.code, title: item.name });
  };
  return (
    <Modal
      open
      title={t('department.draftFrom')}
      okText={t('department.draftNew')}
      cancelText={t('frame.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: source === null }}
      onOk={() => void begin()}
      onCancel={onClose}
    >
      <Flex vertical gap={12}>
        <ProblemAlert error={error} />
        {mistake !== null && <div role="alert">{mistake}</div>}
        <Radio.Group
          aria-label={t('department.fromPattern')}
          value={source !== null && 'pattern' in source ? source.pattern : null}
          onChange={(event) => setSource({ pattern: event.target.value as PatternName })}
        >
          <Flex vertical gap={8}>
            {Object.entries(standardPatterns).map(([name, { title, about }]) => (
              <Radio key={name} value={name}>
                {labelled(inLanguage(title), inLanguage(about))}
              </Radio>
            ))}
          </Flex>
        </Radio.Group>
        <OtherItem own={item.code} source={source} onChosen={(itemCode) => setSource({ itemCode })} />
        <Upload
          accept=".json,application/json"
          maxCount={1}
          showUploadList={false}
          beforeUpload={async (file) => {
            setSource({ file: file.name, text: await file.text() });
            return false;
          }}
        >
          <Button icon={<UploadOutlined aria-hidden />}>
            {source !== null && 'file' in source ? source.file : t('department.fromFile')}
          </Button>
        </Upload>
      </Flex>
    </Modal>
  );
}

function OtherItem({ own, source, onChosen }: { own: string; source: Source; onChosen: (itemCode: string) => void }) {
  const { t } = useTranslation();
  const items = useRoute('listItems', {});
  const published = (items.data?.items ?? []).filter(
    ({ code, publishedVersion }) => code !== own && publishedVersion !== null,
  );
  return (
    <Select
      aria-label={t('department.fromItem')}
      placeholder={t('department.fromItem')}
      showSearch={{ optionFilterProp: 'label' }}
      value={source !== null && 'itemCode' in source ? source.itemCode : null}
      onChange={onChosen}
      options={published.map(({ code, name, departmentName }) => ({
        value: code,
        label: `${name}${bracketed(departmentName)}`,
      }))}
    />
  );
}

/** The flow that a source holds; null where it holds none. Whether it fits is the API's to say. */
async function definitionOf(source: Source, item: Item): Promise<FlowDefinition | null> {
  if (source === null) return null;
  if ('pattern' in source) return flowByPattern(source.pattern, item);
  if ('itemCode' in source) {
    const other = await call('oneItem', { params: { itemCode: source.itemCode } });
    return other.flow?.definition ?? null;
  }
  const read = readJson(source.text);
  const isObject =
    read.mistake === null && typeof read.value === 'object' && read.value !== null && !Array.isArray(read.value);
  // The shape is the API's to check: what does not fit comes back with its pointers.
  return isObject ? (read.value as FlowDefinition) : null;
}
