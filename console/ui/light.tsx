import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  PauseCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { CSSProperties, ReactNode } from 'react';
import { lights } from '../theme.ts';
import type { LightColour } from '../theme.ts';

const icons: Readonly<Record<LightColour | 'stopped', ReactNode>> = {
  green: <CheckCircleOutlined aria-hidden />,
  yellow: <ExclamationCircleOutlined aria-hidden />,
  red: <StopOutlined aria-hidden />,
  grey: <ClockCircleOutlined aria-hidden />,
  stopped: <PauseCircleOutlined aria-hidden />,
};

/** A state as colour, icon and word together: never colour alone. `stopped` is a grey light with the pause icon. */
export function Light({ colour, children }: { colour: LightColour | 'stopped'; children: ReactNode }) {
  const { text, ground, line } = lights[colour === 'stopped' ? 'grey' : colour];
  const style: CSSProperties = {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    padding: '1px 10px',
    borderRadius: 12,
    border: `1px solid ${line}`,
    color: text,
    background: ground,
    whiteSpace: 'nowrap',
    fontWeight: colour === 'red' ? 600 : 400,
  };
  return (
    <span style={style} data-light={colour}>
      {icons[colour]}
      <span>{children}</span>
    </span>
  );
}
