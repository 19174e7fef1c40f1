import { IdcardOutlined } from '@ant-design/icons';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { readCard } from './bridge.ts';
import type { Card } from './bridge.ts';
import { DeviceButton } from './device-button.tsx';

/** 读身份证: what the card on the reader says goes into the form. */
export function CardButton({ of, onCard }: { of: string; onCard: (card: Card) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const read = async (bridge: string) => {
    const wait = message.loading(t('devices.layCard'), 0);
    try {
      onCard(await readCard(bridge));
    } finally {
      wait();
    }
  };
  return (
    <DeviceButton label={t('devices.readCardOf', { of })} icon={<IdcardOutlined />} onPress={read}>
      {t('devices.readCard')}
    </DeviceButton>
  );
}
