import { OrderTabs } from './panel.tsx';
import type { PanelProps } from './panel.tsx';

/** 决定: grant or refuse, with the document. */
export function DecisionPanel(props: PanelProps) {
  return <OrderTabs {...props} first="makeDecision" />;
}
