import type { DocumentRecord } from './document-kind.ts';
import type { DocumentKind } from './kind-names.ts';
import { acceptanceNotice } from './kinds/acceptance-notice.ts';
import { certificate } from './kinds/certificate.ts';
import { grantDecision, refusalDecision } from './kinds/decisions.ts';
import { correctionNotice } from './kinds/correction-notice.ts';
import { deferralNotice } from './kinds/deferral-notice.ts';
import { extensionNotice } from './kinds/extension-notice.ts';
import { hearingAnnouncement, hearingNotice, hearingRecord, hearingRightNotice } from './kinds/hearing-papers.ts';
import { nonAcceptanceNotice } from './kinds/non-acceptance-notice.ts';
import { passingSheet } from './kinds/passing-sheet.ts';
import { receipt } from './kinds/receipt.ts';
import { revocationDecision } from './kinds/revocation-decision.ts';
import { serviceReturn } from './kinds/service-return.ts';
import { statementNotice } from './kinds/statement-notice.ts';
import { supplementNotice } from './kinds/supplement-notice.ts';
import { terminationNotice } from './kinds/termination-notice.ts';
import { timeNeededNotice } from './kinds/time-needed-notice.ts';

/** The registry of documents: a kind of the closed list that has no record does not compile. */
export const documents = {
  receipt,
  passingSheet,
  acceptanceNotice,
  nonAcceptanceNotice,
  supplementNotice,
  deferralNotice,
  timeNeededNotice,
  statementNotice,
  hearingRightNotice,
  hearingNotice,
  hearingAnnouncement,
  hearingRecord,
  extensionNotice,
  grantDecision,
  refusalDecision,
  certificate,
  terminationNotice,
  serviceReturn,
  correctionNotice,
  revocationDecision,
} as const satisfies Readonly<Record<DocumentKind, DocumentRecord>>;
