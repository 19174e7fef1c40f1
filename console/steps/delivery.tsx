import { OrderTabs } from './panel.tsx';
import type { PanelProps } from './panel.tsx';

/** 送达: how and when the decision reached the applicant. */
export function DeliveryPanel(props: PanelProps) {
  return <OrderTabs {...props} first="deliver" />;
}
