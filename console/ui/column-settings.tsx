import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ShownColumns } from './shown-columns.ts';

/** The button that opens the column settings. */
export function ColumnSettings({ shown: { all, hidden, hide } }: { shown: ShownColumns }) {
  const { t } = useTranslation();
  const content = (
    <Flex vertical gap={4}>
      {all.map(({ key, title, keep }) => (
        <Checkbox
          key={key}
          checked={keep === true || !hidden.includes(key)}
          disabled={keep === true}
          onChange={({ target }) => hide(target.checked ? hidden.filter((one) => one !== key) : [...hidden, key])}
        >
          {title}
        </Checkbox>
      ))}
      <Button size="small" onClick={() => hide(null)}>
        {t('frame.columnsReset')}
      </Button>
    </Flex>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content} title={t('frame.columns')}>
      <Button icon={<SettingOutlined />} aria-label={t('frame.columns')} />
    </Popover>
  );
}
