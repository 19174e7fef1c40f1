import { App, Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session.tsx';
import { DeviceError } from './bridge.ts';
import './texts.ts';

/** A button that asks a device of this window for something; not there where no device bridge is configured. */
export function DeviceButton(o: {
  label: string;
  icon: ReactNode;
  size?: 'small';
  onPress: (bridge: string) => Promise<void>;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { deviceBridge } = useMe();
  const [busy, setBusy] = useState(false);
  if (deviceBridge === null) return null;
  const press = async () => {
    setBusy(true);
    try {
      await o.onPress(deviceBridge);
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error;
      void message.error(t(`devices.${error.lack}`, { address: deviceBridge }), 8);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size={o.size ?? 'middle'} icon={o.icon} aria-label={o.label} loading={busy} onClick={() => void press()}>
      {o.children}
    </Button>
  );
}
