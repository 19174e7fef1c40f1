import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { flowJson } from './flow-json.ts';
import './texts.ts';

/** A version as a JSON file, which a draft of any item can begin from. */
export function ExportFlow({ flow }: { flow: OkOf<'oneFlow'> }) {
  const { t } = useTranslation();
  const save = () => {
    const address = URL.createObjectURL(new Blob([flowJson(flow.definition)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${flow.itemName}-${t('department.version', { version: flow.version })}.json`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden />} onClick={save}>
      {t('department.exportFlow')}
    </Button>
  );
}
