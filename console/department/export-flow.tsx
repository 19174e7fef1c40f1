import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { saveFile } from '../ui/save-file.ts';
import { flowJson } from './flow-json.ts';
import './texts.ts';

/** A version as a JSON file, which a draft of any item can begin from. */
export function ExportFlow({ flow }: { flow: OkOf<'oneFlow'> }) {
  const { t } = useTranslation();
  const save = () => {
    const address = URL.createObjectURL(new Blob([flowJson(flow.definition)], { type: 'application/json' }));
    saveFile(address, `${flow.itemName}-${t('department.version', { version: flow.version })}.json`);
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden />} onClick={save}>
      {t('department.exportFlow')}
    </Button>
  );
}
