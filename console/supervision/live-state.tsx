import { DisconnectOutlined, SyncOutlined } from '@ant-design/icons';
import { Space } from 'antd';
import { useTranslation } from 'react-i18next';

/** Whether changes come by themselves, and of when the data are. */
export function LiveState({ connected, at }: { connected: boolean; at: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Space>
      <span data-live={connected}>
        {connected ? <SyncOutlined aria-hidden /> : <DisconnectOutlined aria-hidden />}{' '}
        {t(connected ? 'supervision.live' : 'supervision.notLive')}
      </span>
      {at !== undefined && (
        <span className="number">{t('supervision.asOf', { at: at.slice(0, 19).replace('T', ' ') })}</span>
      )}
    </Space>
  );
}
