import { OrderTabs } from './panel.tsx';
import type { PanelProps } from './panel.tsx';

/** 收件: which materials were taken in. */
export function IntakePanel(props: PanelProps) {
  return <OrderTabs {...props} first="checkIn" />;
}
