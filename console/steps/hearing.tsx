import { OrderTabs } from './panel.tsx';
import type { PanelProps } from './panel.tsx';
import { UntimedPanel } from './untimed-panel.tsx';

/** 听证: its result; as an untimed step with its life before that. */
export function HearingPanel(props: PanelProps) {
  return props.step.untimed ? <UntimedPanel {...props} /> : <OrderTabs {...props} first="finishHearing" />;
}
