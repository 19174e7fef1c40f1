import { OrderTabs } from './panel.tsx';
import type { PanelProps } from './panel.tsx';

/** 受理, or one of the two refusals. */
export function AcceptancePanel(props: PanelProps) {
  return <OrderTabs {...props} first="accept" />;
}
