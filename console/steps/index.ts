import type { StepKindName } from '../../domain/steps/params.ts';
import { AcceptancePanel } from './acceptance.tsx';
import { CertificatePanel } from './certificate.tsx';
import { DecisionPanel } from './decision.tsx';
import { DeliveryPanel } from './delivery.tsx';
import { ExpertReviewPanel } from './expert-review.tsx';
import { HearingPanel } from './hearing.tsx';
import { IntakePanel } from './intake.tsx';
import type { Panel } from './panel.tsx';
import { ReviewPanel } from './review.tsx';
import { SiteInspectionPanel } from './site-inspection.tsx';

/** The panel of each step kind: a kind without one does not compile. */
export const panels = {
  intake: IntakePanel,
  acceptance: AcceptancePanel,
  review: ReviewPanel,
  expertReview: ExpertReviewPanel,
  siteInspection: SiteInspectionPanel,
  hearing: HearingPanel,
  decision: DecisionPanel,
  certificate: CertificatePanel,
  delivery: DeliveryPanel,
} satisfies Record<StepKindName, Panel>;

/** The panel of a kind as the API names it; undefined for one this console does not know. */
export function panelOf(kind: string): Panel | undefined {
  return Object.entries(panels).find(([name]) => name === kind)?.[1];
}
