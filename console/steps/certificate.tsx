import { OrderTabs } from './panel.tsx';
import type { PanelProps } from './panel.tsx';

/** 制证: number and validity of what the permit yields. */
export function CertificatePanel(props: PanelProps) {
  return <OrderTabs {...props} first="issueCertificate" />;
}
